"""Whoever has registered for it is told of each action; an alarm fails like other rows."""

from dataclasses import replace
from datetime import timedelta

import pytest

from care import actions, retries
from care.feature import Alarm
from care.hooks import HookActs
from handlers.console import checking
from store import alarms, customers, tables
from tests.care.test_importing import table, take
from tests.care.test_what_fails import read
from tests.features.example.feature import FEATURE
from tests.features.example.rules import KIND, MISSED
from tests.world import at, said

MISSED_AT = at("2026-11-30 09:00")


def names(told):
    return [(customer_id, {each.table for each in changes}) for customer_id, changes in told]


@pytest.fixture
async def heard(opening):
    """A hook that notes what it is told."""
    told = []

    def follow(work, now, customer_id, changes):
        del work, now
        told.append((customer_id, changes))

    async with opening(replace(FEATURE, follow=follow)) as world:
        yield world, told


async def test_a_hook_is_given_the_changes_of_each_action_and_of_its_undo(heard):
    world, told = heard
    await world.type("ana", "new Acme")
    await world.type("ana", "lend Acme the projector")
    await world.type("ana", "undo")
    assert names(told) == [(1, {"customer"}), (1, {"loan"}), (1, {"loan"})]
    lent, undone = told[1][1][0], told[2][1][0]
    assert (lent.before, lent.after["what"]) == (None, "the projector")
    assert (undone.before, undone.after) == ({"gone": False}, {"gone": True})


async def test_it_is_given_those_of_an_import_customer_by_customer(heard, tmp_path):
    world, told = heard
    await world.type("ana", "new Acme")
    told.clear()
    await take(world, table(tmp_path, "name,contact\nAcme,Maria\nGlobex,Rosa\n"))
    assert sorted(names(told)) == [(1, {"contact"}), (2, {"contact", "customer"})]


async def test_one_that_records_an_action_is_refused_with_all_that_it_follows(opening):
    """It would be called for its own, and take the changes of the one that it follows."""

    def follow(work, now, customer_id, changes):
        del changes
        actions.record(work, now, "noticed", customer_id)

    async with opening(replace(FEATURE, follow=follow)) as world:
        with pytest.raises(HookActs):
            await world.type("ana", "new Acme")
        assert "No customer of that name" in said(await world.type("ana", "customer Acme"))


async def test_what_it_changes_goes_with_the_action_and_is_planned_for(opening):
    def follow(work, now, customer_id, changes):
        del now
        if any(each.table == KIND and each.before is None for each in changes):
            customers.change(work, customer_id, rung="advocate")

    async with opening(replace(FEATURE, follow=follow)) as world:
        await world.type("ana", "new Acme")
        await world.type("ana", "lend Acme the projector")
        assert "Advocate" in said(await world.type("ana", "customer Acme"))
        await world.type("ana", "undo")
        assert "Advocate" not in said(await world.type("ana", "customer Acme"))


@pytest.fixture
async def deaf(opening):
    """Acme's loan is missed by now, and whoever is to be told can't be, until `mends` is set."""
    mends = []

    def ring(work, now, loan_id):
        if not mends:
            raise ValueError("nobody picks up")
        FEATURE.alarms[MISSED].ring(work, now, loan_id)

    async with opening(replace(FEATURE, alarms={MISSED: Alarm(ring=ring)})) as world:
        await world.type("ana", "new Acme")
        await world.type("ana", "lend Acme the projector")
        await world.turn(MISSED_AT - timedelta(minutes=1))
        world.clock.time = MISSED_AT
        yield world, mends


async def due_at(world):
    (due,) = [it["due_at"] for it in await read(world, tables.Alarm) if it["kind"] == MISSED]
    return due


async def test_an_alarm_that_fails_steps_back_is_logged_once_and_rings_when_it_can(deaf, caplog):
    world, mends = deaf
    for minutes in (1, 2, 4):
        await world.heartbeat.look()
        assert await due_at(world) - world.clock.now() == timedelta(minutes=minutes)
        world.clock.time = await due_at(world)
    assert caplog.text.count("could not be looked at") == 1
    assert "alarms 1" in (await checking.failing(world.heed)).told
    mends.append(True)
    await world.settle()
    assert "Still with Acme" in said(world.posts("U-chloe", "loan missed")[0][1])
    assert not await world.ask(retries.failing)


async def test_one_that_is_set_anew_rings_at_its_new_moment_alone(opening):
    async with opening() as world:
        await world.type("ana", "new Acme")
        await world.type("ana", "lend Acme the projector")
        later = MISSED_AT + timedelta(days=1)
        await world.do_clock(lambda work, _: alarms.put(work, MISSED, 1, later))
        await world.turn(MISSED_AT + timedelta(hours=1))
        assert world.posts("U-chloe", "loan missed") == []
        await world.turn(later + timedelta(hours=1))
        assert len(world.posts("U-chloe", "loan missed")) == 1
