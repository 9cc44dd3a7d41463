"""A row that fails steps back, is logged once, starves nobody, and works again as if nothing had
been.
"""

from datetime import timedelta

import pytest
from sqlalchemy import update

from care import asking, outbox, retries, team
from care.feature import PostKind
from domain.errors import Gone
from handlers.console import checking
from scheduler import heartbeat
from store import tables
from tests.care.test_delivery import free_leases, rows
from tests.databases import ON_SQLITE
from tests.world import at, buttons, said

MINUTES = (1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360)
MORNING = at("2026-11-16 09:15")


async def write(world, table, **values):
    def run(work, now):
        del now
        work.connection.execute(update(table.__table__).values(**values))

    await world.do_clock_quietly(run)


async def read(world, table):
    def run(work, now):
        del now
        return work.connection.execute(table.__table__.select()).mappings().all()

    return await world.ask(run)


async def nudge(world):
    (row,) = await read(world, tables.Nudge)
    return row


@pytest.fixture
async def broken(world):
    """Acme's reminder is due, and the channel's zone is one that nobody knows."""
    await world.type("ana", "new Acme advocate")
    await world.type("ana", "log Acme called Maria, she was happy")
    await write(world, tables.Place, zone="Nowhere/Land")
    world.clock.time = MORNING
    return world


async def test_it_steps_back_with_growing_pauses_and_is_logged_once(broken, caplog):
    await write(broken, tables.Nudge, status="no such status")
    for minutes in MINUTES:
        await broken.heartbeat.look()
        due_at = (await nudge(broken))["due_at"]
        assert due_at - broken.clock.now() == timedelta(minutes=minutes)
        broken.clock.time = due_at
    assert caplog.text.count("could not be looked at") == 1
    assert caplog.text.count("ValueError: 'no such status'") == 1


async def test_it_works_again_as_if_nothing_had_been(broken):
    await broken.heartbeat.look()
    await write(broken, tables.Place, zone="Europe/London")
    await broken.turn(MORNING + timedelta(minutes=1))
    assert len(broken.reminders()) == 1
    assert (await nudge(broken))["failures"] == 0
    assert not await broken.ask(retries.failing)


async def test_whoever_acts_on_it_meanwhile_is_heard(broken):
    await broken.heartbeat.look()
    due = await broken.type("ana", "due")
    await broken.press("ana", buttons(due)["Thanked"])
    await write(broken, tables.Place, zone="Europe/London")
    await broken.wait(days=1)
    assert broken.reminders() == []
    assert "Thanks from us, logged by Ana Reyes" in said(await broken.type("ana", "customer acme"))
    assert not await broken.ask(retries.failing)


async def test_those_that_fail_starve_no_healthy_one(world, monkeypatch):
    monkeypatch.setattr(heartbeat, "MOST", 3)
    for number in range(7):
        await world.type("ana", f"new Acme{number} advocate")
        await world.type("ana", f"log Acme{number} called Maria, she was happy")
    await write(world, tables.Nudge, status="no such status")
    await world.type("ana", "new Globex advocate")
    await world.type("ana", "log Globex called Maria, she was happy")
    world.clock.time = MORNING
    for _ in range(3):
        await world.heartbeat.look()
    await world.settle()
    assert ["Globex" in each for each in world.reminders()] == [True]


@ON_SQLITE
async def test_one_that_is_refused_in_our_own_words_fails_like_any_other(broken, monkeypatch):
    def refuse(*_):
        raise Gone

    monkeypatch.setattr(asking, "ask_all", refuse)
    await broken.heartbeat.look()
    assert (await nudge(broken))["failures"] == 1


async def test_a_digest_steps_back_and_comes_on_its_day_once_it_can(broken, caplog):
    await write(broken, tables.Place, zone="Europe/London")
    broken.clock.time = at("2026-11-17 07:30")
    await write(broken, tables.Teammate, zone="Nowhere/Land")
    for _ in range(4):
        await broken.heartbeat.look()
        pending = [each for each in await read(broken, tables.Digest) if each["due_at"]]
        broken.clock.time = pending[0]["due_at"]
    assert pending[0]["failures"] == 4
    assert "digest" in caplog.text
    await write(broken, tables.Teammate, zone="Europe/Paris")
    await broken.do_clock_quietly(team.appoint, ("chloe",))
    await broken.settle()
    assert len(broken.posts("U-chloe", kind="digest")) == 1
    assert not await broken.ask(retries.failing)


@pytest.fixture
async def unspeakable(world, monkeypatch):
    """Nobody can say what the reminder says; the function that says it again."""
    whole = world.heed.registry.posts

    def fail(*facts):
        raise KeyError(facts)

    await world.type("ana", "new Acme suspect")
    await world.type_quietly("ben", "log Acme asked about prices")
    broken = whole | {"nudge": PostKind(render=fail)}
    monkeypatch.setattr(world.heed.registry, "posts", broken)
    return world, lambda: monkeypatch.setattr(world.heed.registry, "posts", whole)


async def test_a_message_steps_back_with_growing_pauses_and_is_logged_once(unspeakable, caplog):
    world, mend = unspeakable
    pauses = []
    for _ in range(3):
        await world.settle()
        pauses.append(await world.ask(outbox.seconds_until_ready))
        await free_leases(world)
    assert [round(each / 60) for each in pauses] == [1, 2, 4]
    assert caplog.text.count("could not be delivered") == 1
    mend()
    await world.settle()
    assert len(world.reminders()) == 1
    assert [row["failures"] for row in await rows(world)] == [0]


async def test_check_counts_what_fails(broken):
    assert (await checking.failing(broken.heed)).is_good
    await broken.heartbeat.look()
    found = await checking.failing(broken.heed)
    assert not found.is_good
    assert "reminders 1, digests 0, messages 0" in found.told
