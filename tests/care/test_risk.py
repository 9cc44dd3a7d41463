"""Whoever may leave us is called, named, and marked until it is over."""

import pytest

from care import actions
from domain.touches import Direction, Kind, Touch
from store import touches
from tests.world import at, buttons, open_world, said

pytestmark = pytest.mark.both_databases


@pytest.fixture
async def acme(database):
    async with open_world(database) as world:
        await world.type("ana", "new Acme customer")
        yield world


async def cancelled(world):
    told = await world.type("ana", "log Acme cancelled the contract")
    return await world.press("ana", buttons(told)["They cancelled"])


async def card(world):
    return await world.type("ana", "customer Acme")


async def test_a_cancelled_contract_asks_for_a_call_and_names_them_to_the_manager(acme):
    await cancelled(acme)
    _, post = acme.post("⚠️ Call Acme: they may leave us")
    assert "They want to end something with us" in said(post)
    digest = said(await acme.type("chloe", "digest"))
    assert "⚠️ Acme at risk since today: cancelled" in digest
    await acme.press("ana", buttons(post)["Called"])
    assert "⚠️ At risk since today: cancelled" in said(await card(acme))
    over = await acme.press("ana", buttons(await card(acme))["All is well"])
    assert "At risk" not in said(await card(acme))
    assert "at risk" not in said(await acme.type("chloe", "digest"))
    await acme.press("ana", buttons(over)["Undo"])
    assert "At risk" in said(await card(acme))


async def test_waving_the_call_off_because_all_is_well_ends_the_mark(acme):
    await cancelled(acme)
    _, post = acme.post("they may leave us")
    told = await acme.waive("ana", post)
    assert "At risk" not in said(await card(acme))
    await acme.press("ana", buttons(told)["Undo"])
    assert "At risk" in said(await card(acme))


async def test_a_purchase_ends_the_mark_and_its_call(acme):
    await cancelled(acme)
    await acme.type("ben", "log Acme bought 12 lamps")
    assert "At risk" not in said(await card(acme))
    assert "No longer needed" in said(acme.post("they may leave us")[1])


def chat(work, now, customer_id, number):
    """So many notes, at once."""
    note = Touch(id=0, customer_id=customer_id, at=now, kind=Kind.NOTE, direction=Direction.OURS)
    for _ in range(number):
        touches.add(work, note, now)
    actions.record(work, now, "log", customer_id)


async def test_what_was_told_is_remembered_behind_however_many_contacts(acme):
    await cancelled(acme)
    await acme.wait(minutes=1)
    await acme.do("ana", chat, 1, 60)
    assert "At risk" in said(await card(acme))
    await acme.type("ben", "log Acme bought 12 lamps")
    await acme.wait(minutes=1)
    await acme.do("ana", chat, 1, 60)
    assert "At risk" not in said(await card(acme))


@pytest.mark.slow
async def test_sixty_days_without_a_complaint_end_what_three_have_begun(acme):
    for day in ("2026-11-16", "2026-11-18", "2026-11-20"):
        await acme.turn(at(f"{day} 10:00"))
        await acme.type("ana", "log Acme complained that the parcel was late")
    assert "At risk" in said(await card(acme))
    await acme.turn(at("2027-01-19 09:00"))
    assert "At risk" in said(await card(acme))
    await acme.turn(at("2027-01-19 11:00"))
    assert "At risk" not in said(await card(acme))
