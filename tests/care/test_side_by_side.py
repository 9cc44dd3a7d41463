"""Two transactions at the same time: the second waits for what the first is about to commit."""

import asyncio
import threading
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from care import customers, digests, due_nudges, loading, nudges, settings
from domain.errors import AliasTaken, Over
from store import customers as store_customers
from store import digests as store_digests
from store import name_keys, tables
from store import nudges as store_nudges
from tests.world import at, open_world

pytestmark = pytest.mark.both_databases


async def side_by_side(world, first, second):
    """What becomes of `second`, begun once all of `first` is done but its commit."""
    is_done, may_commit = threading.Event(), threading.Event()
    act, caller, *facts = first

    def held(work, now):
        act(work, now, *facts)
        is_done.set()
        assert may_commit.wait(20)

    one = asyncio.create_task(world.heed.do(held, caller))
    assert await asyncio.to_thread(is_done.wait, 20)
    act, caller, *facts = second
    two = asyncio.create_task(world.heed.do(act, caller, *facts))
    await asyncio.wait({two}, timeout=0.3)
    may_commit.set()
    await one
    (outcome,) = await asyncio.gather(two, return_exceptions=True)
    await world.settle()
    return outcome


async def test_a_name_that_somebody_is_giving_away_is_taken(world):
    await world.type("ana", "new Acme")
    given = (customers.edit_by_hand, world.caller("ana"), "Acme", "alias", "Uno")
    outcome = await side_by_side(world, given, (customers.new, world.caller("ben"), "Uno"))
    assert isinstance(outcome, AliasTaken)


async def test_of_two_who_press_done_at_once_the_second_is_told_who_was_first(asked):
    pressed = [(nudges.done, asked.caller(who), 1) for who in ("ana", "ben")]
    outcome = await side_by_side(asked, *pressed)
    assert isinstance(outcome, Over), outcome
    assert "Ana Reyes has done that already." in str(outcome)


async def test_of_two_machines_that_find_a_digest_late_one_waits_for_the_other(
    database,
):
    begun = []

    def send(work, now):
        begun.append(now)
        digests.send(work, now, 1)

    async with open_world(database, now=at("2026-11-15 12:00")) as world:
        await world.settle()
        world.clock.time = at("2026-11-17 10:00")
        assert await side_by_side(world, *[(send, world.tenancy)] * 2) is None
        assert len(begun) == 2  # neither had to begin anew
        assert len(world.posts("U-chloe", kind="digest")) == 1


async def test_no_morning_has_two_digests(world):
    def twice(work, now):
        for _ in range(2):
            store_digests.plan(work, 1, date(2026, 11, 30), now)

    with pytest.raises(IntegrityError):
        await world.do_clock_quietly(twice)


async def test_no_episode_has_two_reminders(asked):
    def again(work, now):
        (nudge,) = store_nudges.waiting_of(work, 1)
        copied = {each: getattr(nudge, each) for each in ("key", "play", "status", "urgency")}
        moments = {"ask_at": now, "late_at": now}
        work.insert(tables.Nudge, customer_id=1, about={}, reason="", **copied, **moments)

    with pytest.raises(IntegrityError):
        await asked.do_clock_quietly(again)


def planned(work):
    return loading.hold_one(work, 1).customer


def named(work):
    return name_keys.named_so(work, ["acme"], hold=True)["acme"][0]


@pytest.mark.parametrize("find", [planned, named])
async def test_whoever_plans_a_customer_waits_for_what_another_is_changing(asked, find):
    seen = []

    def change(work, now):
        del now
        store_customers.change(work, 1, bought="lamps")

    def look(work, now):
        del now
        seen.append(find(work).bought)

    caller = asked.tenancy
    assert await side_by_side(asked, (change, caller), (look, caller)) is None
    assert seen == ["lamps"]


async def test_of_two_machines_that_fill_a_channels_day_the_second_counts_what_the_first_posts(
    world,
):
    await world.do_clock(settings.put, "reminders.posts_a_day", "1")
    for name in ("Acme", "Globex"):
        await world.type("ana", f"new {name} raving fan")
    world.clock.time = at("2026-12-16 09:15")
    due = [id_ for _, id_ in (await world.ask(due_nudges.due, 20)).nudges]
    begun = []

    def look(work, now, id_):
        begun.append(id_)
        return due_nudges.look_all(work, now, [id_])

    assert await side_by_side(world, *[(look, world.tenancy, id_) for id_ in due]) == []
    assert begun == due  # neither had to begin anew
    assert len(world.reminders()) == 1
