"""That what is measured can still be measured; how fast it is stands in no test."""

import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from benchmarks import __main__ as benchmarks
from benchmarks.simulate import __main__ as simulate
from benchmarks.simulate.parameters import Parameters

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


@pytest.mark.slow
@pytest.mark.parametrize("acceptance", [0.0, 1.0])
async def test_a_simulated_team_that_heeds_no_reminder_is_as_one_without(acceptance):
    world = Parameters(reps=3, customers=45, days=12, acceptance=acceptance)
    alone, _, helped = await simulate.live(world, "sqlite")
    same = (alone.by_rung, alone.losses, alone.silence)
    assert ((helped.by_rung, helped.losses, helped.silence) == same) == (acceptance == 0)
