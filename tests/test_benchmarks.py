"""That what is measured can still be measured; how fast it is stands in no test."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parent.parent


def measured(module, *more):
    command = [sys.executable, "-m", module, "--on", "sqlite", *more]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_measure_works_on_a_small_base():
    told = measured("benchmarks", "--customers", "60")
    for measure in ("import, write", "log a line, alone", "a manager's digest", "claim twenty"):
        assert measure in told


def test_every_ratio_to_a_bare_acknowledgement_can_be_taken():
    small = ("--customers", "80", "--rounds", "1", "--seconds", "0.1")
    told = measured("benchmarks.ratios", *small)
    assert "empty command" in told
    assert "reminders a second" in told
