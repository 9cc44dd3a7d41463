"""A customer with very many complaints or people: the card and the form still fit."""

import pytest

from handlers.slack.blocks import render
from playground.blocks import check
from tests.databases import ON_SQLITE
from tests.world import buttons, said, shown_values


@ON_SQLITE
@pytest.mark.parametrize("number", [3, 8, 20])
async def test_a_card_with_many_complaints_fits_and_counts_the_rest(world, number):
    await world.type("ana", "new Acme customer")
    for each in range(number):
        await world.type("ana", f"complaint Acme it broke {each}")
    card = await world.type("ana", "customer Acme")
    assert faults(card) == []
    told = said(card)
    assert told.count("🔥 Complaint") == 3
    assert ("and 5 more complaints" in told) == (number == 8)
    labels = [action.label for fact in card.items for action in fact.actions]
    assert labels.count("Acknowledged") == 3


@ON_SQLITE
async def test_a_card_with_many_people_names_ten(world):
    await people(world, 60)
    card = await world.type("ana", "customer Acme")
    assert faults(card) == []
    assert said(card).count("👤") == 11
    assert "👤 and 50 more people" in said(card)


@ON_SQLITE
async def test_more_people_than_a_field_holds_stay_as_they_are(world):
    await people(world, 60)
    card = await world.type("ana", "customer Acme")
    form = await world.press("ana", buttons(card)["Edit"])
    assert "contacts" not in shown_values(form)
    assert "Saved: Apex" in said(await world.fill("ana", form, name="Apex"))
    assert "👤 and 50 more people" in said(await world.type("ana", "customer Apex"))


def faults(message):
    """By the strict rules of a platform; this team's ids are not quite like any platform's."""
    found = check.of_message(render(message).blocks)
    return [fault for fault in found if not fault.at.endswith("/user_id")]


async def people(world, number):
    await world.type("ana", "new Acme customer")
    for each in range(number):
        mail = f"person.number.{each}@a-rather-long-domain.example.com"
        await world.type_quietly("ana", f"edit Acme contact Person {each} {mail}")
    await world.settle()
