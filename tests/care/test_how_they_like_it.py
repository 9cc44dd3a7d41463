"""A reminder says how, and when, whoever is asked about likes to hear from us."""

from tests.world import at, said


async def test_a_reminder_says_how_and_when_they_like_to_hear_from_us(world):
    await world.turn(at("2026-11-16 11:00"))
    await world.type("ana", "new Acme suspect")
    await world.type("ana", "new Globex suspect")
    await world.type("ana", "edit Acme channel mail")
    await world.type("ana", "edit Acme hours mon-fri 9:00-12:00")
    await world.type("ben", "log Acme asked whether we repair lamps")
    await world.type("ben", "log Globex asked whether we repair lamps")
    _, post = world.post("Acme")
    assert "🕐 They prefer mail; best mon-fri 9:00-12:00." in said(post)
    _, post = world.post("Globex")
    assert "🕐" not in said(post)
    await world.type("ana", "edit Acme channel call")
    assert "🕐 They prefer a call; best" in said(world.post("Acme")[1])
