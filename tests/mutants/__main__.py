"""How many changes of the rules the tests notice: Cosmic Ray's operators, in processes of our own.

Cosmic Ray itself starts all tests anew for each mutant, and changes the files that others read;
mutmut leaves out whatever is decorated. Here each mutant is a fork of a process that has imported
everything but the house. It imports the changed module in the place of the file, and runs the tests
that came by the changed line until one of them fails: the quickest of its room, and then others.
"""

import argparse
import importlib
import json
import multiprocessing
import os
import pkgutil
import random
import resource
import signal
import subprocess
import sys
import time
import tomllib
from collections import Counter
from contextlib import suppress
from importlib.machinery import SourceFileLoader
from importlib.util import spec_from_file_location
from itertools import accumulate
from multiprocessing.connection import wait
from pathlib import Path
from types import SimpleNamespace

import coverage
import pytest

from tests.mutants import recording
from tests.mutants.sites import mutants

HOUSE = ("domain", "store", "care", "features", "scheduler", "handlers", "settings", "app", "bot")
UNTRIED = (
    *("browser", "teams", "playground", "stories"),
    *("test_house.py", "test_bot.py", "test_benchmarks.py"),
)
"""Tests that read the sources, start processes, or are slow; the others must do without them."""

SOURCES = "tests/test_references.py"
"""Holds every number against its source."""

RULES = ("tests/domain/", "tests/features/", SOURCES)
OWN = {"domain": RULES, "features": RULES, "scheduler": ("tests/scheduler/", SOURCES)}
"""Where the tests stand that are about each room."""

FOUND = Path("var/mutants")
FORK = multiprocessing.get_context("fork")
SECONDS = 40
"""Of tests that each mutant is tried by at most; what they have not noticed then has survived."""

GRACE = 4
"""So many times as long as its tests may take, a mutant works; then it works for ever."""

WAITS = 15
"""So many times as long one may wait: a busy machine must not call it killed."""

SEED = "--hypothesis-seed=0"
"""What is tried by chance is tried alike of each mutant."""

MEMORY = 4 << 30
KILLED, SURVIVED, TIMED_OUT, UNSEEN = "killed", "survived", "timed out", "unseen"
EQUIVALENT, LEAST, SAME = "equivalent", 0.9, 0.05


class Mutated(SourceFileLoader):
    """Loads a module from what its file does not say."""

    code = ""

    def get_code(self, _fullname):
        return compile(self.code, self.path, "exec", dont_inherit=True)


class Finder:
    def __init__(self, file, code):
        self._file, self._code = file, code
        self._name = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    def find_spec(self, name, _path=None, _target=None):
        if name != self._name:
            return None
        loader = Mutated(name, str(Path(self._file).resolve()))
        loader.code = self._code
        return spec_from_file_location(name, loader.path, loader=loader)


class Coverage:
    """Which tests come by a line, and how long each takes."""

    def __init__(self):
        self._data = coverage.CoverageData(str(FOUND / "coverage"))
        self._data.read()
        self._seconds = json.loads((FOUND / "seconds.json").read_text())
        self.all = self._seconds.keys()
        self._lines = {}

    def tests(self, mutant):
        """What runs at import is seen by whoever comes by its module, or may only look at it."""
        lines = self._of(mutant.file)
        seen = set().union(*(lines.get(it, ()) for it in range(mutant.begins, mutant.ends + 1)))
        own = OWN[mutant.file.partition("/")[0]]
        if not seen:
            seen = {it for it in self.all if it.startswith(own)}.union(*lines.values())
        return self.quickest(seen, own)

    def quickest(self, tests, own=()):
        """Its own and then the others, the quickest first, until they take too long together."""
        ordered = sorted(
            tests & self.all, key=lambda test: (not test.startswith(own), self._seconds[test])
        )
        taken = accumulate(self._seconds[test] for test in ordered)
        return [test for test, sum_ in zip(ordered, taken, strict=True) if sum_ <= SECONDS]

    def _of(self, file):
        if file not in self._lines:
            found = self._data.contexts_by_lineno(str(Path(file).resolve()))
            self._lines[file] = {
                line: {it.rpartition("|")[0] for it in contexts if it}
                for line, contexts in found.items()
            }
        return self._lines[file]


def measure(jobs):
    """Runs the tests once, as they are."""
    FOUND.mkdir(parents=True, exist_ok=True)
    ignored = [f"--ignore=tests/{name}" for name in UNTRIED]
    watched = [f"--cov={name}" for name in ("domain", "features", "scheduler")]
    noted = ["--cov-context=test", "--cov-report=", f"--durations-to={FOUND / 'seconds.json'}"]
    command = ["-m", "pytest", "-q", "-n", str(jobs), "-p", "tests.mutants.recording", SEED]
    environment = {**os.environ, "COVERAGE_FILE": str(FOUND / "coverage")}
    whole = [sys.executable, *command, "tests", *ignored, *watched, *noted]
    if subprocess.run(whole, check=False, env=environment).returncode:
        print("what fails as things are has no part in judging the mutants")


def imported():
    """What importing the house imports besides."""
    for name in HOUSE:
        package = importlib.import_module(name)
        for found in pkgutil.walk_packages(getattr(package, "__path__", ()), f"{name}."):
            if "migrations" not in found.name:
                importlib.import_module(found.name)
    return [name for name in sys.modules if name.partition(".")[0] not in {*HOUSE, "__main__"}]


def import_libraries():
    with FORK.Pool(1) as pool:
        names = pool.apply(imported)
    for name in names:
        with suppress(ImportError):
            importlib.import_module(name)


def attempt(mutant, tests):
    """In a process of its own: what pytest says is how it ends."""
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    os.setsid()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (GRACE * SECONDS, GRACE * SECONDS))
    sys.meta_path.insert(0, Finder(mutant.file, mutant.code))
    recording.CHOSEN.update({test: place for place, test in enumerate(tests)})
    files = dict.fromkeys(test.partition("::")[0] for test in tests)
    quiet = [
        "-qx",
        SEED,
        "-p",
        "no:cacheprovider",
        "-W",
        "ignore::pytest.PytestAssertRewriteWarning",
    ]
    os._exit(pytest.main([*quiet, *files], plugins=[recording]))


def outcome(process, deadline):
    """How a mutant ended; None while it is under way."""
    if process.is_alive() and time.monotonic() < deadline:
        return None
    if process.is_alive():
        os.killpg(process.pid, signal.SIGKILL)
        process.join()
        return TIMED_OUT
    ends = {0: SURVIVED, pytest.ExitCode.NO_TESTS_COLLECTED: UNSEEN, -signal.SIGKILL: TIMED_OUT}
    return ends.get(process.exitcode, KILLED)


def judged(drawn, covered, jobs, until):
    """Each mutant with how it ended, in the order in which they end, until the time is up."""
    waiting, running = (it for it in drawn if it.code), {}
    while True:
        while len(running) < jobs and time.monotonic() < until and (mutant := next(waiting, None)):
            process = FORK.Process(target=attempt, args=(mutant, covered.tests(mutant)))
            process.start()
            running[process] = mutant, time.monotonic() + WAITS * SECONDS
        if not running:
            return
        wait([process.sentinel for process in running], timeout=1)
        for process, (mutant, deadline) in list(running.items()):
            if ended := outcome(process, deadline):
                del running[process]
                yield mutant, ended


def known(mutant):
    """Whether it is told why it changes nothing that anybody could see."""
    told = tomllib.loads(Path(__file__).with_name("equivalents.toml").read_text())["mutant"]
    found = [each for each in told if (each["was"], each["becomes"]) == mutant.change]
    return any(each["file"] == mutant.file and each["why"] for each in found)


def score(ended):
    """Whether it is too low, having printed it."""
    killed = ended[KILLED] + ended[TIMED_OUT]
    share = killed / max(1, ended.total() - ended[EQUIVALENT])
    same = ended[EQUIVALENT] / max(1, ended.total())
    print(", ".join(f"{count} {told}" for told, count in ended.most_common()))
    print(f"score {share:.1%} (at least {LEAST:.0%}); equivalent {same:.1%} (at most {SAME:.0%})")
    return share < LEAST or same > SAME


def options():
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("only", nargs="*", help="files or folders; all of the rules if none")
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    parser.add_argument("--minutes", type=float, default=55, help="after which no more is tried")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--measured", action="store_true", help="who covers what is known already")
    return parser.parse_args()


def check(covered):
    """A test that fails here although nothing was changed would call every mutant killed."""
    path = Path(mutants([])[0].file)
    unchanged = SimpleNamespace(file=path.as_posix(), code=path.read_text())
    process = FORK.Process(target=attempt, args=(unchanged, covered.quickest(covered.all)))
    process.start()
    process.join()
    if process.exitcode:
        sys.exit("nothing was changed, and yet a test fails among the mutants'")


def main():
    given, begun = options(), time.monotonic()
    os.environ |= {"HEED_TEST_DATABASES": "both", "HYPOTHESIS_STORAGE_DIRECTORY": str(FOUND)}
    if not given.measured:
        measure(given.jobs)
    import_libraries()
    found, covered, ended = mutants(given.only), Coverage(), Counter()
    random.Random(given.seed).shuffle(found)
    check(covered)
    for mutant, end in judged(found, covered, given.jobs, begun + given.minutes * 60):
        told = EQUIVALENT if end == SURVIVED and known(mutant) else end
        ended[told] += 1
        if told in {SURVIVED, UNSEEN}:
            where = f"{told}: {mutant.file}:{mutant.begins}"
            print(where, *mutant.change, sep="\n    ", flush=True)
    minutes = (time.monotonic() - begun) / 60
    print(f"{ended.total()} of {len(found)} mutants, seed {given.seed}, {minutes:.0f} minutes")
    sys.exit(score(ended))


if __name__ == "__main__":
    main()
