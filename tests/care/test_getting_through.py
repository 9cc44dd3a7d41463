"""Who was spoken to is not tried again, and who takes a new rung is asked about in the morning."""

import pytest

from care import replies
from care.feature import Reply
from tests.world import PLACE, at, buttons, said


@pytest.fixture
async def prospect(world):
    await world.type("ana", "new Acme prospect Priya Shah")
    return world


async def card(world):
    return said(await world.type("ana", "customer acme"))


@pytest.mark.parametrize("talk", ["called Priya, all good", "spoke to Priya, she'll think it over"])
async def test_who_was_spoken_to_is_left_in_peace_for_the_care_interval(prospect, talk):
    await prospect.type("ana", f"log Acme {talk}")
    assert "Next: 📞 Follow up Priya Shah at Acme, Mon 30 Nov, 09:15" in await card(prospect)


@pytest.mark.parametrize("attempt", ["called, no answer", "left a voicemail", "emailed Priya"])
async def test_who_did_not_answer_is_tried_again(prospect, attempt):
    await prospect.type("ana", f"log Acme {attempt}")
    assert "Next: 📞 Try Priya Shah at Acme again, Tue 17 Nov, 09:15" in await card(prospect)


async def test_a_reply_that_tells_of_a_talk_ends_the_trying(prospect):
    await prospect.type("ana", "log Acme called, no answer")
    await prospect.turn(at("2026-11-17 09:15"))
    id_, _ = prospect.post("Try Priya Shah")
    await prospect.do("ben", replies.heard, Reply(PLACE, id_, "r1", "called her, all good"))
    assert "Next: 📞 Follow up Priya Shah at Acme, Tue 1 Dec, 09:15" in await card(prospect)


async def test_got_in_touch_is_a_talk_and_tried_again_is_none(prospect):
    await prospect.type("ana", "log Acme called Priya, all good")
    await prospect.turn(at("2026-11-30 09:15"))
    await prospect.press("ben", buttons(prospect.post("Follow up Priya")[1])["Got in touch"])
    assert "Next: 📞 Follow up Priya Shah at Acme, Mon 14 Dec, 09:15" in await card(prospect)
    await prospect.type("ana", "log Acme emailed Priya")
    await prospect.turn(at("2026-12-01 09:15"))
    await prospect.press("ben", buttons(prospect.post("Try Priya")[1])["Tried again"])
    assert "Next: 📞 Try Priya Shah at Acme again, Fri 4 Dec, 09:15" in await card(prospect)


async def test_a_new_rung_is_neither_asked_about_at_once_nor_late(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "log Acme called, all good")
    await world.leap(at("2026-12-28 13:00"))
    told = said(await world.type("ana", "edit Acme rung prospect"))
    assert "Next: 📞 Follow up Acme, Tue 29 Dec, 09:15" in told
    assert world.reminders() == []
    await world.turn(at("2026-12-29 09:15"))
    assert "to be done by " in said(world.post("Follow up Acme")[1])
