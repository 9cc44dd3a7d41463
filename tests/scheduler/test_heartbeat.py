"""The heartbeat by itself: it beats when something has happened, and once a second at least."""

import asyncio

import pytest

from care import due_nudges
from domain.errors import AlreadyDone, StoreAway
from scheduler import heartbeat
from store import next_due
from tests.care.test_delivery import hold
from tests.world import at, open_world


@pytest.fixture
async def quick(sqlite, monkeypatch):
    """Fifty beats a second: no test waits for a whole one."""
    monkeypatch.setattr(heartbeat, "TICK_SECONDS", 0.02)
    async with open_world(sqlite) as world:
        await world.type("ana", "new Acme advocate")
        await world.type("ana", "log Acme called, she was happy")
        yield world


async def until(is_so):
    async with asyncio.timeout(5):
        while not is_so():  # noqa: ASYNC110 - what comes by itself tells nobody
            await asyncio.sleep(0.01)


async def others_have_their_turn():
    for _ in range(10):
        await asyncio.sleep(0)


async def test_it_beats_when_it_is_stirred_and_rests_meanwhile():
    stirred, beats = asyncio.Event(), []

    async def beat():
        beats.append(len(beats))

    task = asyncio.create_task(heartbeat._beat_for_ever(stirred, beat))
    for expected in ([], [0], [0, 1]):
        await others_have_their_turn()
        assert beats == expected
        stirred.set()
    task.cancel()


async def test_one_bad_beat_is_noted_and_is_not_the_last(monkeypatch, caplog):
    monkeypatch.setattr(heartbeat, "TICK_SECONDS", 0)
    stirred, beats = asyncio.Event(), []

    async def fail_at_first():
        beats.append(len(beats))
        if len(beats) == 1:
            raise StoreAway

    task = asyncio.create_task(heartbeat._beat_for_ever(stirred, fail_at_first))
    for _ in range(2):
        stirred.set()
        await others_have_their_turn()
    task.cancel()
    assert beats == [0, 1]
    assert caplog.text.count("a heartbeat failed; the next one tries again") == 1


async def test_what_becomes_due_is_asked_though_nobody_did_anything(quick):
    quick.heartbeat.start()
    quick.clock.time = at("2026-11-16 09:15")
    await until(quick.reminders)
    await quick.heartbeat.stop(5)


async def test_without_a_database_no_row_is_tried_after_the_other(quick):
    async def fail(*facts):
        del facts
        raise StoreAway

    quick.clock.time = at("2026-11-16 09:15")
    quick.heed.do = fail
    with pytest.raises(StoreAway):
        await quick.heartbeat.look()


async def test_a_stop_finishes_what_is_being_sent_and_begins_nothing_more(quick):
    arrived, go = hold(quick)
    quick.clock.time = at("2026-11-16 09:15")
    quick.heartbeat.start()
    await arrived.wait()
    stopping = asyncio.create_task(quick.heartbeat.stop(5))
    for _ in range(5):
        await quick.ask(next_due.moment)  # the store has its turn, too
    assert not stopping.done()
    go.set()
    await stopping
    assert len(quick.reminders()) == 1
    await quick.type_quietly("ana", "new Globex suspect")
    for _ in range(5):
        await quick.type_quietly("ben", "log Globex asked about prices")
    assert len(quick.reminders()) == 1


async def test_what_came_in_is_remembered_for_a_week(quick):
    once = quick.caller("ana", once="event:E1")
    await quick.heed.do(due_nudges.forget, once)
    await quick.wait(days=6)
    await quick.heartbeat.sweep()
    with pytest.raises(AlreadyDone):
        await quick.heed.do(due_nudges.forget, once)
    await quick.wait(days=2)
    await quick.heartbeat.sweep()
    await quick.heed.do(due_nudges.forget, once)


async def test_it_sweeps_by_itself_and_notes_what_it_stumbles_over(quick, monkeypatch, caplog):
    async def fail(*facts):
        del facts
        raise StoreAway

    monkeypatch.setattr(heartbeat, "SWEEP_HOURS", 0.02 / 3600)
    quick.heartbeat.start()
    quick.heed.do = fail
    await until(lambda: "the ticker stumbled over" in caplog.text)
    await quick.heartbeat.stop(5)
