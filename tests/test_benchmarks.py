"""That what is measured can still be measured; how fast it is stands in no test."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console

import features
from benchmarks import __main__ as benchmarks
from benchmarks.simulate import __main__ as simulate
from benchmarks.simulate import picture, report
from benchmarks.simulate.outcome import Spread
from benchmarks.simulate.parameters import Parameters
from care.registry import Registry

HOUSE = Path(__file__).parent.parent


@pytest.mark.slow
async def test_every_measure_works_on_a_small_base(capsys):
    Console(width=200).print(await benchmarks.measure("sqlite", 30))
    told = capsys.readouterr().out
    for measure in ("import, write", "log a line, alone", "a manager's digest", "claim twenty"):
        assert measure in told


@pytest.mark.slow
def test_every_ratio_to_a_bare_acknowledgement_can_be_taken():
    small = ("--on", "sqlite", "--customers", "80", "--rounds", "1", "--seconds", "0.1")
    command = [sys.executable, "-m", "benchmarks.ratios", *small]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "empty command" in done.stdout
    assert "reminders a second" in done.stdout


SMALL = Parameters(reps=3, customers=45, days=12)


@pytest.mark.slow
@pytest.mark.parametrize("acceptance", [0.0, 1.0])
async def test_a_simulated_team_that_heeds_no_reminder_is_as_one_without(acceptance):
    found = await simulate.live(replace(SMALL, acceptance=acceptance), "sqlite")
    alone, *_, helped = found
    assert "| reached by us |" in report.page(SMALL, [found])
    assert picture.drawn([found]).count("<polyline") == len(found)
    assert (in_world(helped) == in_world(alone)) == (acceptance == 0)


@pytest.mark.slow
async def test_a_simulated_team_without_any_play_is_as_one_without_heed():
    alone, *_, helped = await simulate.live(SMALL, "sqlite", without_plays())
    assert in_world(helped) == in_world(alone)
    assert helped.reminders == Spread(half=0, most=0)


def without_plays():
    return Registry(replace(each, plays=()) for each in features.build().features)


def in_world(it):
    return it.by_rung, it.losses, it.silence, it.answered_on_time
