"""What stands in `due` before it is asked for, and what does though it is not asked for."""

from tests.databases import ON_SQLITE
from tests.world import at, said


async def due(world, who="ana", words="due"):
    return said(await world.type(who, words)).splitlines()


async def test_what_its_owner_logged_and_a_customer_waits_for_stands_there_before_it_is_asked(
    world,
):
    await world.type("ana", "new Lily suspect")
    await world.type("ana", "log Lily emailed us, she asked about prices")
    told = await due(world)
    assert told[0] == "📌 1 thing waits for you"
    assert told[1].startswith("📩 Answer Lily · I ask for it Mon 16 Nov, 09:45")
    assert len(told) == 2  # it is no reminder that will come besides
    assert "Answer Lily" in "\n".join(await due(world, "chloe", "due all"))
    await world.turn(at("2026-11-16 09:45"))
    assert "Answer Lily · due Mon 16 Nov, 10:00" in (await due(world))[1]


@ON_SQLITE
async def test_what_was_logged_at_the_weekend_stands_there_on_monday_before_work(world):
    await world.turn(at("2026-11-21 10:00"))
    await world.type("ana", "new Lily suspect")
    await world.type("ana", "log Lily asked for a quote")
    for moment in ("2026-11-21 11:00", "2026-11-23 08:00"):
        await world.turn(at(moment))
        assert "Answer Lily · I ask for it Mon 23 Nov, 09:45" in (await due(world))[1]


@ON_SQLITE
async def test_how_much_will_come_today_is_said_of_what_comes_within_a_week(world):
    await world.type("ana", "new Acme advocate Maria Lopez")
    await world.type("ben", "log Acme called Maria, she was happy")  # at a quarter past nine
    assert "1 more reminder will come within a week, 1 of them today." in await due(world)


async def test_who_is_late_and_not_asked_for_now_is_told_by_name(asked):
    await asked.turn(at("2026-11-23 17:00"))  # given up
    told = await due(asked)
    assert told[0] == "🌿 Nothing is asked of you."
    assert "⏰ Late, though I don't ask for it now: Acme." in told
