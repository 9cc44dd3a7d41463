"""How often the database is asked for a reminder, from the first look until it is settled."""

import asyncio
import re
import threading
from collections import Counter
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from care import asking, due_nudges, settings
from store import customers, nudges
from tests.world import at

pytestmark = pytest.mark.both_databases

DOZEN = 12
MOST = 10
"""Statements a reminder, in a batch of a dozen."""

FRAME = re.compile(r"(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)\b")


@contextmanager
def statements(world):
    """Every statement that is run meanwhile, but for what begins and ends a transaction."""
    seen, engine = Counter(), world.heed.store.engine

    def note(_connection, _cursor, statement, *_):
        if not FRAME.match(statement):
            seen[statement] += 1

    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
async def due(world):
    """Twelve enquiries came in the evening; the channel takes all of them in one day."""
    await world.do_clock(settings.put, "reminders.posts_a_day", "200")
    for number in range(DOZEN):
        await world.type("ana", f"new Acme{number} suspect")
    world.clock.time = at("2026-11-16 22:00")
    for number in range(DOZEN):
        await world.type("ben", f"log Acme{number} asked about prices")
    await world.turn(at("2026-11-17 08:45"))  # the digest has come
    return world


async def test_a_dozen_reminders_take_few_statements(due):
    due.clock.time = at("2026-11-17 09:30")
    with statements(due) as seen:
        await due.settle()
    assert len(due.reminders()) == DOZEN
    assert seen.total() <= MOST * DOZEN, seen.most_common()


async def test_one_that_fails_among_a_dozen_leaves_no_trace_and_holds_up_none(due, monkeypatch):
    """It has changed its row before it failed."""
    due.clock.time = at("2026-11-17 09:30")
    waits = asking._waits

    def fails(work, now, asked):
        if asked.customer.name == "Acme5":
            nudges.note(work, asked.nudge.id, status="half done")
            raise KeyError("a bug")
        return waits(work, now, asked)

    monkeypatch.setattr(asking, "_waits", fails)
    await due.settle()
    assert len(due.reminders()) == DOZEN - 1
    monkeypatch.undo()
    await due.wait(minutes=1)
    assert len(due.reminders()) == len(set(due.reminders())) == DOZEN


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
async def test_customers_that_somebody_has_in_hand_are_not_waited_for(due):
    """On one machine the others come at once; the last one when it is free."""
    due.clock.time = at("2026-11-17 09:30")
    held, free = threading.Event(), threading.Event()

    def hold(work, now):
        del now
        customers.lock(work, 5)
        held.set()
        assert free.wait(20)

    holding = asyncio.create_task(due.do_clock_quietly(hold))
    assert await asyncio.to_thread(held.wait, 20)
    ids = [id_ for _, id_ in (await due.ask(due_nudges.due, 20)).nudges]
    assert await due.do_clock_quietly(due_nudges.look_all, ids) == []
    (left,) = (await due.ask(due_nudges.due, 20)).nudges
    free.set()
    await holding
    await due.settle()
    assert left[1] in ids
    assert len(due.reminders()) == DOZEN
