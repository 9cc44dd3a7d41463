"""That what is measured can still be measured; how fast it is stands in no test."""

import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parent.parent


def test_every_measure_works_on_a_small_base():
    command = [sys.executable, "-m", "benchmarks", "--customers", "60", "--on", "sqlite"]
    done = subprocess.run(command, cwd=HOUSE, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for measure in ("import, write", "log a line, alone", "a manager's digest", "tick with 0 due"):
        assert measure in done.stdout
