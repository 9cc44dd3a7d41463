"""A plugin of pytest's: keeps to SQLite, and to chosen tests in a chosen order, and notes how long
each one took of the processor's time, which is the same on a busy machine."""

import json
import time
from pathlib import Path

import pytest

CHOSEN: dict[str, int] = {}
"""Each chosen test, with its place in the order; all of them if there are none."""

_seconds: dict[str, float] = {}
_useless: set[str] = set()
"""What fails or is skipped as things are can tell nothing of a mutant."""


def pytest_addoption(parser):
    parser.addoption("--durations-to", help="where to note how long each test took")


def pytest_collection_modifyitems(config, items):
    unwanted = [item for item in items if "postgresql" in item.nodeid.partition("[")[2]]
    items[:] = [item for item in items if item not in set(unwanted)]
    if CHOSEN:
        unwanted += [item for item in items if item.nodeid not in CHOSEN]
        items[:] = sorted(
            (item for item in items if item.nodeid in CHOSEN), key=lambda item: CHOSEN[item.nodeid]
        )
    config.hook.pytest_deselected(items=unwanted)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    item.user_properties.append(("begun", time.process_time()))


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item):
    item.user_properties.append(("ended", time.process_time()))


def pytest_runtest_logreport(report):
    told = dict(report.user_properties)
    if "ended" in told:
        _seconds[report.nodeid] = told["ended"] - told["begun"]
    if report.outcome != "passed":
        _useless.add(report.nodeid)


def pytest_sessionfinish(session):
    if path := session.config.getoption("--durations-to"):
        Path(path).write_text(
            json.dumps({test: _seconds[test] for test in _seconds.keys() - _useless})
        )
