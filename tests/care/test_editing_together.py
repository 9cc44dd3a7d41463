"""A form that is open while others change the same customer: only what was changed in it counts."""

import pytest

from care import team
from tests.world import buttons, said, teammate

PEOPLE = "Maria Lopez, maria@acme.com\nBo Berg"


@pytest.fixture
async def opened(world):
    """Ana has the form before her; Ben changes everything meanwhile."""
    await world.type("ana", "new Acme customer")
    card = await world.type("ana", "customer acme")
    form = await world.press("ana", buttons(card)["Edit"])
    await world.fill("ana", form, contacts=PEOPLE, aliases="ACM, The Acmes", zone="Europe/Paris")
    form = await world.press("ana", buttons(card)["Edit"])
    for change in (
        *("rung member", "owner @ben", "alias Ella", "unalias ACM", "zone Europe/Madrid"),
        *("contact Cy Young cy@acme.com", "contact Maria Lopez mia@acme.com +44 20 7946 0000"),
    ):
        await world.type("ben", f"edit Acme {change}")
    return form


async def card(world):
    return said(await world.type("ana", "customer The Acmes"))


async def test_what_others_changed_meanwhile_stays(world, opened):
    before = await card(world)
    told = said(await world.fill("ana", opened, name="Acme International"))
    assert told.startswith("✏️ Saved: Acme International\nChanged: name")
    assert (await card(world)).replace("Acme International", "Acme") == before


async def test_a_form_left_as_it_was_changes_nothing(world, opened):
    before = await card(world)
    assert "nothing was different" in said(await world.fill("ana", opened))
    assert await card(world) == before


async def test_who_is_added_or_taken_out_there_leaves_the_others_alone(world, opened):
    people = "Maria Lopez, maria@acme.com\nDi Dahl"
    told = await world.fill("ana", opened, contacts=people, aliases="The Acmes, Acmeo")
    assert "Changed: other names, people there" in said(told)
    shown = await card(world)
    for who in (
        "Cy Young · cy@acme.com",
        "Maria Lopez · mia@acme.com · +44 20 7946 0000",
        "Di Dahl",
    ):
        assert f"👤 {who}\n" in shown
    assert "Bo Berg" not in shown
    assert "Also known as The Acmes, Acmeo, Ella" in shown


async def test_what_both_have_changed_is_as_the_last_one_says(world, opened):
    told = await world.fill("ana", opened, rung="advocate", owner="dev", zone="")
    assert "Changed: owner, rung, time zone" in said(told)
    assert "Advocate · Dev Patel's customer\n" in await card(world)
    await world.press("ana", buttons(told)["Undo"])
    assert "Member · Ben Okafor's customer · Europe/Madrid" in await card(world)


async def test_an_owner_who_left_meanwhile_hinders_nobody(world, opened):
    await world.do_clock(
        team.introduce, (teammate("ana", "Ana Reyes", "Europe/London", is_active=False),)
    )
    told = said(await world.fill("dev", opened, rung="advocate"))
    assert "Changed: rung" in told


async def test_somebody_taken_out_who_has_another_number_since_is_kept(world, opened):
    await world.fill("ana", opened, contacts="Bo Berg")
    assert "👤 Maria Lopez · mia@acme.com · +44 20 7946 0000" in await card(world)
