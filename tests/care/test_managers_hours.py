"""What managers are told of what is late waits for their own hours of work."""

import pytest

from care import settings
from tests.databases import ON_SQLITE
from tests.world import at, said

PARIS_MORNING = at("2026-11-17 08:00")


def told(world, kind):
    return [said(message) for _, message in world.posts("U-chloe", kind=kind)]


async def test_a_manager_hears_in_the_morning_who_waited_while_they_were_at_home(world):
    await world.type("ben", "new Acme member Rosa Silva")
    await world.type("ana", "log Acme Rosa mailed, can we come on Friday?")
    await world.turn(at("2026-11-17 07:59"))  # asked at nine in New York, three o'clock in Paris
    assert told(world, "return late") == []
    await world.turn(PARIS_MORNING)
    assert "Rosa Silva at Acme waits for an answer" in told(world, "return late")[0]
    await world.wait(days=3)
    assert len(told(world, "return late")) == 1


@ON_SQLITE
async def test_nobody_hears_in_the_morning_of_what_was_answered_by_then(world):
    await world.type("ben", "new Acme member Rosa Silva")
    await world.type("ana", "log Acme Rosa mailed, can we come on Friday?")
    await world.turn(at("2026-11-16 21:00"))
    await world.type("ben", "log Acme called Rosa, told her all about it")
    await world.wait(days=3)
    assert told(world, "return late") == []


@pytest.mark.parametrize("at_any_hour", ["no", "yes"])
async def test_so_does_a_complaint_unless_complaints_come_at_any_hour(world, at_any_hour):
    if at_any_hour == "yes":
        await world.do_clock(settings.put, "attention.complaints_at_any_hour", "yes")
    await world.type("ben", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    await world.turn(at("2026-11-17 07:59"))  # late at night in Paris
    assert len(told(world, "complaint late")) == (at_any_hour == "yes")
    await world.turn(PARIS_MORNING)
    assert len(told(world, "complaint late")) == 1
    await world.wait(days=3)
    assert len(told(world, "complaint late")) == 1
