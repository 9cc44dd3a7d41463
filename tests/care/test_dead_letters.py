"""What could not be handled is kept for a while, and never floods the database."""

from care import dead_letters
from domain.dead_letters import DeadLetter


async def keep(world, *keys):
    for key in keys:
        letter = DeadLetter(about="message", key=key, body={"text": "hello"}, trace="boom")
        await world.do_clock(dead_letters.keep, letter)


async def kept(world):
    return [letter.key for letter in await world.ask(dead_letters.everything)]


async def test_only_the_newest_are_kept(world):
    await keep(world, *map(str, range(dead_letters.MOST + 3)))
    assert await kept(world) == [str(number) for number in range(3, dead_letters.MOST + 3)]


async def test_they_are_forgotten_after_two_weeks(world):
    await keep(world, "old")
    await world.wait(days=13)
    await keep(world, "new")
    await world.heartbeat.sweep()
    assert await kept(world) == ["old", "new"]
    await world.wait(days=2)
    await world.heartbeat.sweep()
    assert await kept(world) == ["new"]


async def test_they_are_forgotten_when_they_have_been_looked_at(world):
    await keep(world, "a", "b")
    assert await world.do_clock(dead_letters.forget) == 2
    assert await kept(world) == []
