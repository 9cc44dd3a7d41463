"""Whoever is recommended to us is linked with who did, and a purchase is thanked for again."""

from datetime import UTC, datetime

import pytest

from domain.touches import Direction, Kind, Sign, Touch
from features.referrals.rules import Named, named
from tests.world import at, buttons, open_world, said

LINE = "log Acme recommended us to Dr Chen at Oak Dental"


@pytest.mark.parametrize(
    ("words", "company", "person"),
    [
        ("recommended us to Dr Chen at Oak Dental", "Oak Dental", "Dr Chen"),
        ("she referred us to Bank of Leeds, they need lamps", "Bank of Leeds", ""),
        ("introduced us to Oak Dental today", "Oak Dental", ""),
        ("he told Globex about us", "Globex", ""),
        ("sent Sam from Initech our way", "Initech", "Sam"),
        ("put us in touch with Oak & Sons.", "Oak & Sons", ""),
        ("recommended us to a friend", None, None),
    ],
)
def test_whom_a_line_names_is_read(words, company, person):
    when = datetime(2026, 11, 16, tzinfo=UTC)
    signs = frozenset({Sign.REFERRAL})
    touch = Touch(
        id=1, at=when, kind=Kind.NOTE, direction=Direction.THEIRS, signs=signs, words=words
    )
    expected = Named(company=company, person=person) if company else None
    assert named(touch) == expected


@pytest.fixture
async def acme(database):
    async with open_world(database) as world:
        await world.type("ana", "new Acme customer")
        yield world


async def card(world, name):
    return said(await world.type("ana", f"customer {name}"))


async def thanked(world):
    _, post = world.post("Acme for Oak Dental")
    await world.press("ana", buttons(post)["Thanked"])


@pytest.mark.both_databases
async def test_who_is_recommended_is_added_and_linked_and_thanked_for_when_they_buy(acme):
    told = await acme.type("ana", LINE)
    added = await acme.press("ana", buttons(told)["Add Oak Dental, referred by Acme"])
    assert "Dr Chen" in said(added)
    assert "🔗 Referred by Acme" in said(added)
    assert "🔗 Recommended us to Oak Dental" in await card(acme, "Acme")
    await acme.type("ana", "thank Acme for the recommendation")
    await acme.turn(at("2026-11-18 08:00"))
    bought = await acme.type("ben", "log Oak Dental bought 12 lamps")
    assert "Thank Acme for Oak Dental" in await card(acme, "Acme")
    await acme.press("ben", buttons(bought)["Undo"])
    assert "Thank Acme for Oak Dental" not in await card(acme, "Acme")
    await acme.type("ben", "log Oak Dental bought 12 lamps")
    await acme.turn(at("2026-11-18 10:00"))
    await thanked(acme)
    assert "Thank Acme for Oak Dental" not in await card(acme, "Acme")


@pytest.mark.both_databases
async def test_who_is_there_already_is_linked_and_stays_so_when_the_other_is_merged(acme):
    await acme.type("ben", "new Oak Dental prospect")
    told = await acme.type("ana", LINE)
    linked = await acme.press("ana", buttons(told)["Oak Dental: referred by Acme"])
    assert "Oak Dental was referred by Acme" in said(linked)
    await acme.type("ana", "new Acme Works")
    ask = await acme.type("ana", "merge Acme into Acme Works")
    merged = await acme.press("ana", next(iter(buttons(ask).values())))
    assert "Referred by Acme Works" in await card(acme, "Oak Dental")
    await acme.press("ana", buttons(merged)["Undo"])
    assert "Referred by Acme\n" in await card(acme, "Oak Dental")
    await acme.press("ana", buttons(linked)["Undo"])
    assert "Referred" not in await card(acme, "Oak Dental")
