"""What somebody else has done between a person's look and their turn."""

import asyncio
import threading
from contextlib import suppress

import pytest
from sqlalchemy import update

from care import due_nudges, replies
from care.feature import Reply
from domain.errors import Gone, UndoneAlready
from store import customers, settings, tables, workload
from tests.world import at, buttons, open_world

BUDGET = "attention.reminders_a_day"


@pytest.fixture
async def acme(sqlite):
    async with open_world(sqlite) as world:
        await world.type("ana", "new Acme")
        world.logged = await world.type("ana", "log Acme she was unhappy with the parcel")
        await world.press("ana", buttons(world.logged)["Open a complaint"])
        yield world


@pytest.fixture
def meanwhile(monkeypatch):
    """A colleague's deed is committed while we wait for the customer's lock."""

    def happens(statement):
        lock, lock_all = customers.lock, customers.lock_all

        def late(work, customer_id):
            work.connection.execute(statement)
            return lock(work, customer_id)

        def all_late(work, ids):
            work.connection.execute(statement)
            lock_all(work, ids)

        monkeypatch.setattr(customers, "lock_all", all_late)
        monkeypatch.setattr(customers, "lock", late)

    return happens


@pytest.mark.parametrize(
    "line",
    ["log Acme called", "thank Acme sent a card", "complaint Acme it broke", "edit Acme rung fan"],
)
async def test_nothing_is_said_of_a_customer_who_has_just_been_removed(acme, meanwhile, line):
    meanwhile(update(tables.Customer).values(gone=True))
    with pytest.raises(Gone):
        await acme.type("ben", line)


async def test_nor_is_anything_pressed(acme, meanwhile):
    _, complaint = acme.posts(kind="complaint")[0]
    meanwhile(update(tables.Customer).values(gone=True))
    with pytest.raises(Gone):
        await acme.press("ana", buttons(acme.logged)["Kind"], "meeting")
    with pytest.raises(Gone):
        await acme.press("ana", buttons(complaint)["Acknowledged"])


async def test_nor_read_from_a_reply(acme, meanwhile):
    place, _ = acme.posts(kind="complaint")[0]
    meanwhile(update(tables.Customer).values(gone=True))
    said = (acme.courier.shown[place].post.address, place, "m-reply", "called Maria, all fine")
    assert not (await acme.heed.do(replies.heard, acme.caller("ben"), Reply(*said))).is_noted


async def test_what_is_taken_back_twice_at_once_is_taken_back_once(acme, meanwhile):
    meanwhile(update(tables.Action).values(undone_by_id=tables.Action.id))
    with pytest.raises(UndoneAlready):
        await acme.type("ana", "undo")


async def test_the_last_place_of_a_persons_morning_is_given_once(world, monkeypatch):
    """Two machines look at two reminders at the same moment."""
    for name in ("Acme", "Globex"):
        await world.type("ana", f"new {name} advocate")
        await world.type("ana", f"log {name} called, she was happy")
    await world.do_clock_quietly(lambda work, _: settings.put(work, BUDGET, 2))
    world.clock.time = at("2026-11-16 09:15")
    due = (await world.do_clock_quietly(due_nudges.due, 20)).nudges
    both, counted = threading.Barrier(2), workload.came

    def slowly(work, since, owner_id):
        found = counted(work, since, owner_id)
        with suppress(threading.BrokenBarrierError):
            both.wait(0.5)
        return found

    monkeypatch.setattr(workload, "came", slowly)
    await asyncio.gather(*(world.do_clock_quietly(due_nudges.look_all, [id_]) for _, id_ in due))
    assert len(await world.ask(wanted_today)) == 1


def wanted_today(work, now):
    post = tables.Post.__table__
    return work.connection.execute(post.select().where(post.c.day == now.date())).all()
