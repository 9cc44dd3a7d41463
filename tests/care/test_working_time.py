"""Everybody's own hours and holidays, as they or a manager say."""

import pytest

from domain.commands import ManagersOnly
from domain.errors import NotUnderstood, Over
from tests.world import at, said


async def test_a_reminder_comes_in_its_owners_own_hours(world):
    told = await world.type("chloe", "team @ana hours tue-fri 13:00-17:00 18-20")
    assert "Ana Reyes works tue-fri 13:00-17:00 18:00-20:00 from now on" in said(told)
    assert "Ana Reyes · tue-fri 13:00-17:00 18:00-20:00" in said(await world.type("ben", "team"))
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    await world.turn(at("2026-11-17 12:59"))
    assert world.reminders() == []
    await world.turn(at("2026-11-17 13:00"))
    assert "Acme" in world.reminders()[0]


async def test_what_was_held_back_comes_once_the_hours_are_taken_back(world):
    await world.type("ana", "new Acme suspect")
    await world.type("ana", "team hours tue 9-17")
    await world.type("ben", "log Acme asked about prices")
    assert world.reminders() == []
    await world.type("ana", "undo")
    await world.turn(at("2026-11-16 09:01"))
    assert "Acme" in world.reminders()[0]


async def test_nobody_is_reminded_on_a_public_holiday_of_their_own_country(world):
    await world.type("ana", "team country GB-SCT")
    assert "the public holidays of GB-SCT" in said(await world.type("ben", "team"))
    await world.type("ana", "new Acme suspect")
    await world.turn(at("2026-11-30 08:00"))  # Saint Andrew's
    await world.type("ben", "log Acme asked about prices")
    await world.turn(at("2026-11-30 20:00"))
    assert world.reminders() == []
    await world.turn(at("2026-12-01 09:00"))
    assert "Acme" in world.reminders()[0]


async def test_hours_and_country_are_said_by_oneself_or_a_manager_and_read_with_care(world):
    for command in ("team @ana hours mon 9-17", "team @ana country DE"):
        with pytest.raises(ManagersOnly):
            await world.type("ben", command)
    for wrong in ("hours at night", "hours", "hours mon 17-9", "country Atlantis", "country"):
        with pytest.raises(NotUnderstood):
            await world.type("ana", f"team {wrong}")
    for same in ("hours default", "country default"):
        with pytest.raises(Over):
            await world.type("ana", f"team {same}")
    assert "no public holidays" in said(await world.type("ana", "team country none"))
