"""The first hundred days of somebody who has bought, as the team lives through them."""

import pytest

from tests.world import at, buttons, said

WELCOME = "Welcome Rowan: how did the lamps arrive?"
WEEK = "how was the first week with the lamps?"


@pytest.fixture
async def rowan(world):
    await world.type("ana", "new Rowan prospect")
    await world.type("ana", "log Rowan bought 12 lamps for 900 €")
    return world


async def card(world):
    return said(await world.type("ana", "customer Rowan"))


async def test_a_step_that_nobody_got_to_makes_room_for_the_next_and_done_calls_for_the_one_after(
    rowan,
):
    assert "🌱 First 100 days: 0 of 5 · next tomorrow" in await card(rowan)
    await rowan.turn(at("2026-11-17 09:15"))
    first, _ = rowan.post(WELCOME)
    await rowan.turn(at("2026-11-23 09:15"))
    id_, message = rowan.post(WEEK)
    assert id_ != first
    assert not buttons(dict(rowan.posts())[first])
    assert "⏭️ Something newer has come in its place." in said(dict(rowan.posts())[first])
    digest = said(await rowan.type("chloe", "digest"))
    assert "⏰ Late: 1 customer" in digest
    assert "given up" not in digest.casefold()
    told = await rowan.press("ana", buttons(message)["Spoke with them"])
    assert "a month with the lamps, what could be better?, Wed 16 Dec" in said(told)
    assert "🌱 First 100 days: 2 of 5 · next on 16 Dec" in await card(rowan)


async def test_they_rest_while_a_complaint_is_open_and_go_on_with_what_comes_next(rowan):
    await rowan.turn(at("2026-11-17 09:15"))
    await rowan.type("ben", "complaint Rowan two lamps are broken")
    assert "they rest while a complaint is open" in await card(rowan)
    await rowan.turn(at("2026-11-23 09:15"))
    assert not [each for each in rowan.reminders() if WEEK in each]
    heads = [message for _, message in rowan.posts(kind="complaint")]
    await rowan.resolve("ben", heads[-1])
    assert "🌱 First 100 days: 2 of 5 · next on 16 Dec" in await card(rowan)


async def test_a_purchase_that_is_taken_back_takes_its_days_along(rowan):
    told = await rowan.type("ana", "undo")
    assert "Taken back" in said(told)
    assert "First 100 days" not in await card(rowan)
    await rowan.turn(at("2026-11-24 09:15"))
    assert not [each for each in rowan.reminders() if "🌱" in each]


async def test_the_last_step_takes_the_place_of_a_word_that_their_quiet_asked_for(rowan):
    for day in ("2026-11-17", "2026-11-23", "2026-12-16", "2027-01-15"):
        await rowan.turn(at(f"{day} 09:16"))
        for _, message in rowan.posts():
            if "Spoke with them" in buttons(message):
                await rowan.press("ana", buttons(message)["Spoke with them"])
    await rowan.turn(at("2027-02-24 09:16"))
    _, message = rowan.post("100 days with us, what would they tell a friend?")
    assert "Also: 🌿 A word with Rowan?" in said(message)
