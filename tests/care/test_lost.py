"""A customer is lost, and comes back."""

import pytest

from domain.errors import Over
from tests.world import at, buttons, open_world, said

pytestmark = pytest.mark.both_databases


@pytest.fixture
async def acme(database):
    async with open_world(database) as world:
        await world.type("ana", "new Acme advocate")
        yield world


async def card(world):
    return said(await world.type("ana", "customer Acme"))


async def test_who_is_lost_is_asked_about_once_they_may_miss_us(acme):
    assert "Next: " in await card(acme)
    told = said(await acme.type("ana", "lost Acme price switched to a cheaper one until March"))
    assert "Acme is lost: price" in told
    assert "Their contract elsewhere ends on Wed 31 Mar 2027" in told
    shown = await card(acme)
    assert "🍂 Lost today: price, “switched to a cheaper one until March”" in shown
    assert shown.count("Next: ") == 1
    with pytest.raises(Over):
        await acme.type("ben", "lost Acme")
    await acme.leap(at("2027-02-12 18:00"))
    assert "win back" not in "".join(acme.reminders())
    await acme.turn(at("2027-02-15 10:00"))
    _, post = acme.post("A call to win back Acme?")
    assert "Lost on Mon 16 Nov 2026: price." in said(post)
    await acme.press("ana", buttons(post)["Called"])
    assert "A call to win back" in await card(acme)
    await acme.type("ana", "won-back Acme")
    assert "win back" not in await card(acme)


async def test_the_reason_is_asked_for_and_can_be_changed_and_all_is_undone(acme):
    before = await card(acme)
    asked = await acme.type("ana", "lost Acme")
    assert await card(acme) == before
    told = await acme.press("ana", buttons(asked)["Why?"], "hard to buy")
    assert "Acme is lost: hard to buy" in said(told)
    again = await acme.press("ana", buttons(told)["Why?"], "died")
    assert "Acme is lost: died" in said(again)
    assert "Next: " not in await card(acme)
    await acme.press("ana", buttons(again)["Undo"])
    await acme.press("ana", buttons(told)["Undo"])
    assert await card(acme) == before


async def test_a_purchase_brings_them_back_and_its_undo_does_not(acme):
    await acme.type("ana", "lost Acme competitor")
    told = await acme.type("ben", "log Acme bought 12 lamps")
    assert "🎉 Acme was lost, and is back: they bought." in said(told)
    assert "Lost" not in await card(acme)
    await acme.press("ben", buttons(told)["Undo"])
    assert "🍂 Lost today: competitor" in await card(acme)
