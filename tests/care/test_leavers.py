"""Whoever has left owns nothing, until they are back; nobody does where nobody can have them."""

import pytest

from care import direct_messages, searching, team
from tests.world import at, buttons, said, teammate

LEFT = "obody's customer since Eve Ito left the team"


async def met(world, **more):
    """Eve, of Tokyo, as the platform knows her now."""
    eve = teammate("eve", "Eve Ito", "Asia/Tokyo", **more)
    await world.do_clock(team.introduce, (eve,))


async def leave_nobody(world, **more):
    """There is no manager who could have them."""
    await world.do_clock(team.appoint, ())
    await met(world, **more)
    await world.do_clock(team.appoint, ("chloe",))


@pytest.fixture
async def owned(world):
    """A reminder and a complaint of Acme's stand in the channel; they are Eve's customer."""
    await met(world)
    await world.type("eve", "new Acme suspect")
    await world.type("eve", "log Acme asked about prices")
    await world.turn(at("2026-11-17 09:15"))
    await world.type("ana", "complaint Acme it broke")
    return world


def standing(world):
    return [
        said(message) for kind in ("nudge", "complaint") for _, message in world.posts(kind=kind)
    ]


@pytest.mark.parametrize("more", [{"is_active": False}, {"is_guest": True}])
async def test_their_customers_are_nobodys_wherever_it_is_said_until_they_are_back(owned, more):
    await leave_nobody(owned, **more)
    assert len(standing(owned)) == 3
    assert all(LEFT in each for each in standing(owned))
    assert LEFT in said(await owned.type("ana", "customer acme"))
    await met(owned)
    assert all("Eve Ito's customer" in each for each in standing(owned))
    assert "Eve Ito's customer" in said(await owned.type("ana", "customer acme"))


async def test_a_manager_sees_them_among_those_without_an_owner(owned):
    assert "no owner" not in said(await owned.type("chloe", "home"))
    await leave_nobody(owned, is_active=False)
    tenancy = await owned.type("chloe", "home")
    assert "🫥 1 customer has no owner" in said(tenancy)
    (see,) = [a for fact in tenancy.items for a in fact.actions if a.ref.startswith("nobodys")]
    assert "Acme · Eve Ito left the team · never reached" in said(await owned.press("chloe", see))


async def test_a_late_complaint_names_no_owner_who_has_left(owned):
    await leave_nobody(owned, is_active=False)
    await owned.wait(days=2)
    _, late = owned.post("A complaint is late", "U-chloe")
    assert LEFT in said(late)


async def test_they_are_asked_for_on_the_workspaces_clock_and_found_without_the_leavers_name(world):
    await met(world)
    await world.type("eve", "new Acme raving fan")
    await leave_nobody(world, is_active=False)
    await world.turn(at("2026-12-09 09:00"))
    assert world.reminders() == []
    await world.turn(at("2026-12-09 09:15"))
    assert len(world.reminders()) == 1
    found = await world.heed.ask(found_by, world.caller("ana"))
    assert [each.label for each in found] == ["Acme"]
    asked = said(await world.type("ana", "log Amce called"))
    assert "Acme · raving fan" in asked


def found_by(work, now):
    return searching.search(work, now, "customers", "acme")


async def test_saving_a_form_takes_nothing_from_somebody_who_may_come_back(owned):
    await leave_nobody(owned, is_active=False)
    form = await owned.press("ana", buttons(await owned.type("ana", "customer acme"))["Edit"])
    await owned.fill("ana", form, rung="advocate")
    await met(owned)
    assert "Advocate · Eve Ito's customer" in said(await owned.type("ana", "customer acme"))


async def ben_leaves(world):
    ben = teammate("ben", "Ben Okafor", "America/New_York", is_active=False)
    await world.do_clock(team.appoint, ())
    await world.do_clock(team.introduce, (ben,))


async def test_a_complaint_whose_steps_rest_names_whoever_has_them_now(world):
    await world.type("ben", "new Acme customer")
    await world.type("ben", "complaint Acme it broke")
    await world.turn(at("2026-11-16 14:00"))  # nine in New York
    await world.press("dev", buttons(world.post("Complaint: Acme")[1])["Acknowledged"])
    await ben_leaves(world)
    assert "Dev Patel's customer" in said(world.post("Complaint: Acme")[1])


async def test_whoever_leaves_takes_no_night_along(world):
    """Nine in London is four in New York: nobody waits for that any more."""
    await world.type("ben", "new Acme suspect")
    await world.type("ana", "log Acme asked about prices")
    assert world.reminders() == []
    await ben_leaves(world)
    await world.settle()
    assert "to be done by Mon 16 Nov, 10:00" in world.reminders()[0]


async def test_what_was_to_be_told_to_them_alone_is_told_no_more(owned):
    ids = {mate.user_id: mate.id for mate in await owned.ask(team.members)}
    complaint_id = 1
    for who in ("U-chloe", "U-eve"):
        await owned.do_clock_quietly(direct_messages.tell, ids[who], "complaint late", complaint_id)
    await met(owned, is_guest=True)
    assert len(owned.posts("U-chloe", kind="complaint late")) == 1
    assert owned.posts("U-eve", kind="complaint late") == []
