"""One customer, one reminder: of what waits one nudge speaks, the others are lines beneath it."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from care import reactions, replies
from care.feature import Reply
from domain.nudges import Status
from domain.reactions import Meaning, signed
from store import tables
from tests.world import PLACE, at, buttons, said

pytestmark = pytest.mark.both_databases

GOES_ON = "It goes on below"
MORNING = at("2026-12-31 09:20")


@pytest.fixture
async def fan(world):
    """Acme's routine thanks stand in the channel, and Maria is promised a call that afternoon."""
    await world.type("ana", "new Acme advocate Maria Lopez")
    await world.type("ana", "promise Acme 31 Dec 3pm call Maria")
    await world.leap(MORNING - timedelta(days=1))
    await world.turn(MORNING)
    assert [head(each) for each in world.reminders()] == ["🎁 Thank Maria Lopez at Acme"]
    return world


def head(text):
    return text.splitlines()[0]


def reminder(world, words):
    """The one whose headline begins so, and which goes on where it stands."""
    there = [(id_, it) for id_, it in world.posts(kind="nudge") if GOES_ON not in said(it)]
    found = [(id_, it) for id_, it in there if head(said(it)).startswith(words)]
    assert len(found) == 1, world.reminders()
    return found[0]


async def test_what_cannot_wait_takes_its_place_and_shows_it_beneath(fan):
    await fan.turn(at("2026-12-31 13:00"))
    (_, old), (_, new) = fan.posts(kind="nudge")
    assert head(said(new)).startswith("🤝 We promised Acme a call")
    assert "Also: 🎁 Thank Maria Lopez at Acme" in said(new)
    assert GOES_ON in said(old)
    assert old.actions == ()


async def test_taking_holds_for_the_whole_and_undo_for_all_of_it(fan):
    await fan.turn(at("2026-12-31 13:00"))
    _, new = reminder(fan, "🤝")
    told = await fan.press("ana", buttons(new)["I'll take it"])
    assert "Ana Reyes has it" in said(reminder(fan, "🤝")[1])
    assert await taken(fan) == 2
    await fan.press("ana", buttons(told)["Undo"])
    assert await taken(fan) == 0


async def test_done_logs_what_speaks_and_the_other_speaks_next_where_it_stands(fan):
    await fan.turn(at("2026-12-31 13:00"))
    id_, new = reminder(fan, "🤝")
    told = await fan.press("ana", buttons(new)["Kept"])
    same, left = dict(fan.posts(kind="nudge")).popitem()
    assert same == id_
    assert head(said(left)) == "🎁 Thank Maria Lopez at Acme"
    assert "Over: 🤝 We promised Acme a call" in said(left)
    assert "· done: Ana Reyes" in said(left)
    await fan.press("ana", buttons(told)["Undo"])
    assert reminder(fan, "🤝")[0] == id_


async def test_reactions_and_replies_mean_the_one_that_speaks(fan):
    await fan.turn(at("2026-12-31 13:00"))
    id_, _ = reminder(fan, "🤝")
    await fan.do("ana", reactions.came, PLACE, id_, signed(Meaning.DONE, "tick"), "1")
    assert reminder(fan, "🎁")[0] == id_
    await fan.do("ana", replies.heard, Reply(PLACE, id_, "r1", "done"))
    assert not any("I'll take it" in buttons(each) for _, each in fan.posts(kind="nudge"))


async def test_what_is_routine_joins_the_reminder_of_that_day_by_an_edit(fan):
    before = len(fan.posts(kind="nudge"))
    await fan.type("ana", "log Acme wrote a five-star review yesterday, loved the demo")
    await fan.wait(minutes=30)
    assert len(fan.posts(kind="nudge")) == before


async def test_one_routine_reminder_a_day_the_next_one_comes_tomorrow(world):
    await world.type("ana", "new Acme customer Maria Lopez")
    await world.type("ana", "log Acme recommended us to Oak Dental")
    await world.turn(at("2026-11-17 09:20"))
    _, first = world.post("Thank Maria Lopez")
    await world.press("ana", buttons(first)["Thanked"])
    await world.wait(minutes=5)
    await world.type("ana", "log Acme recommended us to Elm Dental")
    await world.turn(at("2026-11-17 17:00"))
    assert len(world.reminders()) == 1
    await world.turn(at("2026-11-18 09:20"))
    assert len(world.reminders()) == 2


TAKEN = select(func.count()).where(tables.Nudge.status == Status.TAKEN)


async def taken(world):
    return await world.do_clock_quietly(lambda work, _: work.all(TAKEN)[0][0])
