"""How often the database is asked for one line, and for many customers."""

import pytest
from sqlalchemy import delete

from care import planning
from store.tables import Nudge
from tests.statements import counted
from tests.world import PLACE, at, open_world

pytestmark = pytest.mark.both_databases

MOST = 10
CLEAR = delete(Nudge)


async def log(world, line):
    """As it comes from a platform: once, and from a place."""
    caller = world.caller("ana", once=f"{line} {world.clock.time}", place=PLACE)
    with counted(world) as asked:
        told = await world.routes.typed(line).put(world.heed, caller)
    await world.settle()
    return asked, told


@pytest.fixture
async def acme(database):
    """Known for three weeks, with a complaint, and reminders that stand in the channel."""
    async with open_world(database) as world:
        await world.type("ana", "new Acme advocate Maria Lopez")
        for day in range(1, 4):
            await world.type("ana", "log Acme called Maria, she was happy")
            await world.wait(days=day)
        await world.type("ben", "complaint Acme the parcel came broken")
        await world.leap(at("2026-11-29 10:15"))
        await world.turn(at("2026-11-30 10:15"))
        assert world.reminders()
        yield world


@pytest.mark.parametrize(
    "line",
    [
        "log Acme called Maria, she was happy",
        "log Acme mailed them an offer",
        "log lunch with Acme about the price",
        "log Acme they enquired about the price",
        "log Acme asked for an offer, call back tomorrow",
        "log Acme called: the lamp is broken again",
        "log Acme signed the contract",
        "thank Acme sent Maria a card",
    ],
)
async def test_a_logged_line_asks_the_database_at_most_ten_times(acme, line):
    for _ in range(2):
        asked, told = await log(acme, line)
        assert told.touch.id
        assert len(asked) <= MOST, asked
        await acme.wait(hours=3)


@pytest.mark.parametrize(
    ("line", "more"),
    [("log Acme bought 12 lamps for 900 €", 3), ("log Acme recommended us to Globex", 1)],
)
async def test_what_changes_more_than_their_contacts_asks_little_more(acme, line, more):
    """What they have bought is kept, too; of whoever is recommended it is asked who they are."""
    asked, told = await log(acme, line)
    assert told.touch.id
    assert len(asked) <= MOST + more, asked


async def test_what_was_posted_ends_within_the_same_ten(acme):
    asked, told = await log(acme, "log Acme called Maria about the parcel")
    assert told.outcome.ended
    assert any(each.startswith("UPDATE post") for each in asked)
    assert len(asked) <= MOST, asked


async def test_many_customers_are_planned_with_as_many_questions_as_one(database):
    async with open_world(database) as world:
        for name in "Acme", "Globex", "Initech", "Umbrella":
            await world.type("ana", f"new {name} advocate")
            await world.type("ana", f"log {name} called, she was happy")
        await world.do_clock_quietly(lambda work, _: work.connection.execute(CLEAR) and None)
        with counted(world) as one:
            await world.do_clock_quietly(planning.replan_all, [1])
        with counted(world) as many:
            await world.do_clock_quietly(planning.replan_all, [2, 3, 4])
        assert len(many) == len(one) <= 4
