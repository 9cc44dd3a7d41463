"""A complaint's clocks: who has it, and whom we wait for."""

import pytest

from care import customers
from domain.newcomers import Newcomer
from features.complaints.rules import KIND
from tests.world import at, buttons, said


@pytest.fixture
async def broken(world):
    """Acme's complaint is open since Monday at nine; Acme is Ana's."""
    await world.type("ana", "new Acme customer Maria Lopez")
    await world.type("ana", "complaint Acme it broke")
    return world


def head(world):
    return said(world.posts(kind=KIND)[0][1])


async def more(world, who, choice):
    _, post = world.posts(kind=KIND)[0]
    return said(await world.press(who, buttons(post)["More"], choice))


async def test_its_head_says_who_has_it_and_what_is_next_by_when(broken):
    assert "👤 Ana Reyes has it. Next, by Mon 16 Nov, 13:00: acknowledge it" in head(broken)
    _, post = broken.posts(kind=KIND)[0]
    await broken.press("ben", buttons(post)["Acknowledged"])
    assert "Next, by Wed 18 Nov, 09:00: an update" not in head(broken)
    assert "Next, by Tue 17 Nov, 17:00: an update" in head(broken)


async def test_waiting_for_them_stops_its_clocks_and_a_contact_of_theirs_starts_them(broken):
    await broken.turn(at("2026-11-16 10:00"))
    assert "ask them again by" in await more(broken, "ana", "wait")
    assert "We wait for them since Mon 16 Nov, 10:00" in head(broken)
    await broken.turn(at("2026-11-18 11:00"))
    assert broken.posts("U-chloe", kind="complaint late") == []
    await broken.type("ben", "log Acme Maria emailed us the photos")
    assert "Next, by Wed 18 Nov, 14:00: acknowledge it" in head(broken)
    assert "We wait" not in head(broken)
    await broken.turn(at("2026-11-18 18:00"))
    assert broken.posts("U-chloe", kind="complaint late") == []  # four hours more for managers
    await broken.turn(at("2026-11-19 10:00"))
    assert len(broken.posts("U-chloe", kind="complaint late")) == 1


async def test_taken_back_the_contact_started_nothing(broken):
    await more(broken, "ana", "wait")
    await broken.wait(hours=1)
    await broken.type("ben", "log Acme Maria emailed us the photos")
    assert "We wait" not in head(broken)
    await broken.type("ben", "undo")
    assert "We wait for them" in head(broken)
    await broken.type("ana", "undo")
    assert "Next, by Mon 16 Nov, 13:00: acknowledge it" in head(broken)


async def test_who_does_not_answer_is_asked_again_and_not_forgotten(broken):
    await more(broken, "ana", "wait")
    await broken.turn(at("2026-11-30 12:00"))
    _, asked = broken.post("we wait for their answer")
    await broken.press("ana", buttons(asked)["Asked again"])
    await broken.turn(at("2026-12-15 12:00"))
    again = [each for each in broken.reminders() if "we wait for their answer" in each]
    assert len(again) == 2
    assert "clocks run again" in await more(broken, "ana", "go on")


async def test_what_nobody_has_is_looked_for_within_the_hour_and_told_after_it(world):
    await world.do("ana", customers.add, Newcomer(name="Acme"), owner_id=None)
    await world.type("ben", "complaint Acme it broke")
    assert "Nobody has it yet" in head(world)
    await world.turn(at("2026-11-16 09:59"))
    assert world.posts("U-chloe", kind="complaint of nobody") == []
    await world.turn(at("2026-11-16 10:00"))
    _, told = world.posts("U-chloe", kind="complaint of nobody")[0]
    assert "Nobody has the complaint of Acme yet" in said(told)
    _, asked = world.post("Who puts it right")
    await world.press("ben", buttons(asked)["I have it"])
    assert "👤 Ben Okafor has it" in head(world)
    await world.type("ben", "undo")
    assert "Nobody has it yet" in head(world)


async def test_who_takes_its_step_has_it_and_its_clock_is_theirs(world):
    await world.do("ana", customers.add, Newcomer(name="Acme"), owner_id=None)
    await world.type("ana", "complaint Acme it broke")
    _, asked = world.post("Who puts it right")
    await world.press("ben", buttons(asked)["I'll take it"])
    assert "👤 Ben Okafor has it. Next, by Mon 16 Nov, 18:00: acknowledge it" in head(world)
