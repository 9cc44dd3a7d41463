"""Nobody is without an owner unless somebody is asked, and no team without a manager unknown."""

import pytest

from care import no_managers, team
from domain.errors import Over
from domain.messages import Button
from handlers.console import checking
from tests.world import at, buttons, open_world, said, teammate

pytestmark = pytest.mark.both_databases


async def leaves(world, who, name):
    await world.do_clock(team.introduce, (teammate(who, name, "UTC", is_active=False),))


async def edited(world, name):
    await world.type_quietly("ana", f"new {name} customer")
    card = await world.type("ana", f"customer {name}")
    await world.fill("ana", await world.press("ana", buttons(card)["Edit"]), owner=())


def asked(world, address="C-care"):
    return [message for _, message in world.posts(address, "without owner")]


@pytest.fixture
async def unowned(world):
    """Three customers whom Ana has given up, of whom one waits for an answer."""
    for name in ("Acme", "Borg", "Globex"):
        await edited(world, name)
    await world.type("ben", "log Globex asked about prices")
    return world


async def test_the_team_is_asked_the_next_morning_and_once(unowned):
    assert asked(unowned) == []
    await unowned.turn(at("2026-11-17 10:30"))
    (question,) = asked(unowned)
    told = said(question).splitlines()
    assert told[0] == "🫥 3 customers have nobody to care for them."
    assert told[1] == "Globex · customer"
    await unowned.turn(at("2026-11-19 10:30"))
    assert len(asked(unowned)) == 1
    await edited(unowned, "Hooli")
    await unowned.turn(at("2026-11-20 10:30"))
    assert said(asked(unowned)[1]).splitlines()[:2] == [
        "🫥 1 customer has nobody to care for them.",
        "Hooli · customer",
    ]


async def test_whoever_takes_one_has_them_until_that_is_undone(unowned):
    await unowned.turn(at("2026-11-17 10:30"))
    take = asked(unowned)[0].items[0].actions[0]
    told = await unowned.press("dev", take)
    assert "Globex is your customer now" in said(told)
    assert "2 customers have nobody" in said(asked(unowned)[0])
    with pytest.raises(Over, match="Dev Patel has Globex already"):
        await unowned.press("ben", take)
    await unowned.press("dev", buttons(told)["Undo"])
    assert "3 customers have nobody" in said(asked(unowned)[0])


async def test_without_a_channel_the_manager_is_asked(database):
    async with open_world(database, place=None) as world:
        await edited(world, "Acme")
        await world.turn(at("2026-11-17 10:30"))
        assert len(asked(world, "U-chloe")) == 1


async def test_whoever_adds_a_customer_by_form_has_them(world):
    form = await world.press("ben", Button(action_id="customer.ask", ref="", label="Add"))
    await world.fill("ben", form, name="Acme", owner=())
    assert "Ben Okafor's customer" in said(await world.type("ana", "customer acme"))


async def test_when_the_last_manager_leaves_whoever_can_be_told_is(world):
    assert await world.ask(no_managers.trouble) is None
    await leaves(world, "chloe", "Chloe Martin")
    told = said(world.post("no manager is there any more")[1])
    assert told.startswith("🧭 Chloe Martin has left: no manager is there any more.")
    assert "set HEED_MANAGERS" in await world.ask(no_managers.trouble)
    found = await checking.appoint(world.heed, world.tenancy, ("chloe",))
    assert (found.is_good, found.told) == (
        False,
        "HEED_MANAGERS names chloe, who has left: name somebody else",
    )


async def test_without_a_channel_each_of_the_team_is_told_that_nobody_manages_it(database):
    async with open_world(database, place=None) as world:
        await leaves(world, "chloe", "Chloe Martin")
        assert [len(world.posts(f"U-{who}", "no manager")) for who in ("ana", "ben", "dev")] == [
            1,
            1,
            1,
        ]


async def test_as_long_as_another_manager_is_there_nobody_is_told(world):
    await world.do_clock(team.appoint, ("chloe", "ben"))
    await leaves(world, "chloe", "Chloe Martin")
    assert not world.posts(kind="no manager")
