"""Calls are asked for while somebody can be reached."""

from tests.world import at, buttons, said


async def cancelled(world):
    told = await world.type("ben", "log Acme cancelled the contract")
    await world.press("ben", buttons(told)["They cancelled"])


async def test_a_call_is_asked_for_within_the_customers_hours_too(world):
    await world.type("ana", "new Acme shopper")
    await world.type("ana", "edit Acme zone America/New_York")
    await world.type("ana", "log Acme called Maria about the boiler")
    await world.turn(at("2026-11-17 09:00"))
    await cancelled(world)
    assert world.reminders() == []
    await world.turn(at("2026-11-17 13:59"))
    assert world.reminders() == []
    await world.turn(at("2026-11-17 14:00"))
    assert "they may leave us" in world.reminders()[-1]


async def test_what_was_promised_for_earlier_is_asked_all_the_same(world):
    await world.type("ana", "new Acme shopper")
    await world.type("ana", "edit Acme hours fri 9:00-10:00")
    await cancelled(world)
    assert "they may leave us" in world.reminders()[-1]
    assert "fri 9:00-10:00" in said(await world.type("ana", "customer Acme"))
