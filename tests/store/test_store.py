"""Work goes in, its outcome comes back after the commit; on both databases."""

import asyncio
import threading
import time
import traceback
from datetime import datetime

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from domain.errors import NotBegun, StillSaving, StoreAway
from store import schema, tables
from store.engine import database_seconds, open_engine
from store.store import Store
from store.work import Work

pytestmark = pytest.mark.both_databases

INSERT = text("INSERT INTO workspace (name, zone, created_at) VALUES (:name, 'UTC', :at)")
NOW = "2026-11-16 09:00:00.000000"
TYPED = "Maria is busy, and the door is locked"


@pytest.fixture
async def store(database):
    engine = open_engine(database)
    schema.migrate(engine)
    opened = Store(engine)
    yield opened
    opened.close()


def add(name):
    return lambda connection: connection.execute(INSERT, {"name": name, "at": NOW})


def names(connection):
    rows = connection.execute(text("SELECT name FROM workspace ORDER BY name"))
    return list(rows.scalars())


async def test_what_is_answered_is_committed(store, database):
    await store.write(add("a"))
    engine = open_engine(database)
    with engine.connect() as other:
        assert names(other) == ["a"]
    engine.dispose()


async def test_work_that_fails_takes_nobody_else_with_it(store):
    def fail(connection):
        add("bad")(connection)
        raise ValueError("mine alone")

    outcomes = await asyncio.gather(
        *(store.write(add(f"n{number}")) for number in range(20)),
        store.write(fail),
        *(store.write(add(f"m{number}")) for number in range(20)),
        return_exceptions=True,
    )
    assert [type(outcome) for outcome in outcomes if isinstance(outcome, Exception)] == [ValueError]
    assert len(await store.read(names)) == 40


async def test_a_broken_rule_of_the_database_is_the_works_own_error(store):
    def twice(connection):
        for _ in range(2):
            connection.execute(
                text(
                    "INSERT INTO workspace (id, name, zone, created_at) VALUES (7, 'x', 'U', :at)"
                ),
                {"at": NOW},
            )

    with pytest.raises(IntegrityError):
        await store.write(twice)
    assert await store.read(names) == []


async def test_a_broken_rule_quotes_nothing_that_anybody_typed(store):
    """Bugs are logged with their trace, and the words of a statement's rows are people's own."""

    def twice(connection):
        connection.execute(text("CREATE TABLE said (words TEXT UNIQUE)"))
        for _ in range(2):
            connection.execute(text("INSERT INTO said VALUES (:words)"), {"words": TYPED})

    with pytest.raises(IntegrityError) as caught:
        await store.write(twice)
    trace = "".join(traceback.format_exception(caught.value))
    assert "said" in trace  # which table it was is worth knowing
    assert TYPED not in trace


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_of_two_who_add_the_same_at_once_the_second_sees_it_added(store):
    both_have_looked = threading.Barrier(2, timeout=5)

    def once():
        tries = iter([True])

        def add_if_new(connection):
            found = connection.execute(text("SELECT 1 FROM said")).scalar()
            if next(tries, False):
                both_have_looked.wait()
            if not found:
                connection.execute(text("INSERT INTO said VALUES ('hello')"))
            return bool(found)

        return add_if_new

    await store.write(lambda at: at.execute(text("CREATE TABLE said (words TEXT UNIQUE)")))
    found = await asyncio.gather(store.write(once()), store.write(once()))
    await store.write(lambda at: at.execute(text("DROP TABLE said")))
    assert sorted(found) == [False, True]


async def test_what_has_not_begun_in_time_is_cancelled_and_never_done(store):
    gate = threading.Event()
    held = [asyncio.create_task(store.write(lambda _: gate.wait(5))) for _ in range(4)]
    await asyncio.sleep(0.05)
    with pytest.raises(NotBegun):
        await store.write(add("late"), patience=0.05)
    gate.set()
    await asyncio.gather(*held)
    assert await store.read(names) == []


async def test_what_has_begun_goes_on_and_its_outcome_can_be_waited_for(store):
    def slowly(connection):
        time.sleep(0.3)
        add("slow")(connection)
        return "done"

    with pytest.raises(StillSaving) as still:
        await store.write(slowly, patience=0.05)
    assert await still.value.outcome == "done"
    assert await store.read(names) == ["slow"]


async def test_whoever_gives_up_waiting_leaves_nothing_half_done(store):
    gate = threading.Event()
    held = [asyncio.create_task(store.write(lambda _: gate.wait(5))) for _ in range(4)]
    await asyncio.sleep(0.05)
    waiting = asyncio.create_task(store.write(add("given up")))
    await asyncio.sleep(0.05)
    waiting.cancel()
    await asyncio.sleep(0)
    gate.set()
    await asyncio.gather(*held)
    await asyncio.gather(waiting, return_exceptions=True)
    await store.write(add("after"))
    assert await store.read(names) == ["after"]


async def test_reads_wait_for_no_writer(store):
    gate = threading.Event()
    held = asyncio.create_task(store.write(lambda _: gate.wait(5)))
    await asyncio.sleep(0.05)
    async with asyncio.timeout(1):
        assert await store.read(names) == []
    gate.set()
    await held


async def test_closing_finishes_what_was_asked_for(database):
    engine = open_engine(database)
    schema.migrate(engine)
    store = Store(engine)
    asked = [asyncio.create_task(store.write(add(f"n{number}"))) for number in range(50)]
    await asyncio.sleep(0)
    await asyncio.to_thread(store.close)
    await asyncio.gather(*asked)


async def test_a_store_that_can_not_be_reached_says_so():
    engine = open_engine("postgresql://nobody@127.0.0.1:1/none")
    store = Store(engine)
    for asked in (store.write(add("x")), store.read(names)):
        with pytest.raises(StoreAway):
            await asked
    assert await store.probe() == "it can't be reached"
    store.close()


async def test_the_schema_is_the_tables_own(store):
    def differences(connection):
        return schema.differences(connection)

    assert await store.read(differences) == []
    assert await store.probe() is None


async def test_migrating_twice_changes_nothing(store):
    await asyncio.to_thread(schema.migrate, store.engine)
    assert await store.probe() is None


async def test_two_machines_may_migrate_at_once(database):
    engines = [open_engine(database) for _ in range(2)]
    await asyncio.gather(*(asyncio.to_thread(schema.migrate, engine) for engine in engines))
    for engine in engines:
        engine.dispose()


async def test_the_databases_clock_tells_seconds(store):
    def seconds(connection):
        return connection.execute(select(database_seconds())).scalar_one()

    assert abs(await store.read(seconds) - time.time()) < 5


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("busy_timeout", 5000)],
)
def test_sqlite_is_set_to_lose_nothing(tmp_path, pragma, value):
    engine = open_engine(f"sqlite:///{tmp_path}/heed.db")
    with engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value
    engine.dispose()


def test_a_naive_moment_is_refused(tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path}/heed.db")
    schema.migrate(engine)
    with engine.connect() as connection:
        work = Work(connection=connection, workspace_id=1)
        with pytest.raises(Exception, match="has no time zone"):
            work.insert(tables.Seen, installation_id=1, key="k", at=datetime(2026, 1, 1))  # noqa: DTZ001
    engine.dispose()
