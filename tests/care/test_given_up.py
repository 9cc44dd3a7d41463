"""Neglect never disappears: late until a person acts, given up in plain sight, back in a week."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.errors import Over
from store import tables
from tests.world import at, buttons, said

NEW_YORK = ZoneInfo("America/New_York")


async def late(world):
    told = said(await world.type("chloe", "digest"))
    lines = (line for line in told.splitlines() if line.startswith("⏰ Late"))
    return next(lines, "⏰ Late: nothing")


@pytest.fixture
async def untouched(world):
    """Ana is asked to thank Acme, and nobody does."""
    await world.type("ana", "new Acme raving fan Maria Lopez")
    (asked,) = await nudges(world)
    await world.turn(asked.ask_at)
    return world


async def nudges(world):
    def read(work, _):
        rows = work.connection.execute(tables.Nudge.__table__.select().order_by("id")).all()
        return [row for row in rows if row.play == "thank"]

    return await world.ask(read)


async def give_up(world):
    """Nobody acts until then; what was given up, and what is to come instead."""
    (asked,) = await nudges(world)
    await world.turn(asked.due_at)
    return await nudges(world)


async def test_it_is_given_up_in_place_counted_and_returns_in_a_week(untouched):
    id_, _ = untouched.post("Thank Maria Lopez")
    given_up, next_ = await give_up(untouched)
    assert (given_up.status, next_.status) == ("lapsed", "planned")
    assert next_.key == f"{given_up.key}~{given_up.id}"
    assert next_.ask_at.date() == given_up.dismissed_at.date() + timedelta(days=7)
    told = dict(untouched.posts())[id_]
    assert "🕊️ Nobody got to it. It returns on" in said(told)
    assert list(buttons(told)) == ["I'll take it"]
    assert await late(untouched) == "⏰ Late: 1 customer – Ana Reyes 1; longest Acme"
    digest = await untouched.type("chloe", "digest")
    assert "🕊️ Nobody got to 1 customer" in said(digest)
    line = next(each for each in digest.items if "Nobody got to" in said_line(each))
    assert "Thank Maria Lopez" in said(await untouched.press("chloe", line.actions[0]))


def said_line(item):
    return " ".join(str(part) for part in item.line)


async def test_whoever_comes_by_may_take_it_until_it_returns(untouched):
    id_, _ = untouched.post("Thank Maria Lopez")
    _, next_ = await give_up(untouched)
    take = buttons(dict(untouched.posts())[id_])["I'll take it"]
    assert "It's yours" in said(await untouched.press("ben", take))
    assert "Ben Okafor has it" in said(dict(untouched.posts())[id_])
    assert [each.status for each in await nudges(untouched)] == ["taken"]
    await untouched.type("ben", "undo")
    assert "Nobody got to it" in said(dict(untouched.posts())[id_])
    await untouched.turn(next_.ask_at)
    with pytest.raises(Over):
        await untouched.press("ben", take)


async def test_late_never_falls_without_a_deed(untouched):
    for day in ("2026-12-16", "2027-01-15", "2027-02-15", "2027-03-15"):  # given up twice
        await untouched.leap(at(f"{day} 08:00"))
        await untouched.turn(at(f"{day} 10:00"))
    assert "1 customer" in await late(untouched)
    await untouched.type("ana", "edit Acme alias ACM")
    assert "1 customer" in await late(untouched)
    await untouched.type("ana", "thank Acme sent Maria a card")
    assert await late(untouched) == "⏰ Late: nothing"


async def test_what_a_customer_waits_for_is_never_given_up(world):
    await world.type("ana", "new Acme prospect")
    await world.type("ana", "log Acme asked about prices")
    await world.turn(at("2026-12-18 10:00"))
    await world.leap(at("2027-02-16 10:00"))
    assert "Nobody got to it" not in "".join(world.reminders())


async def test_what_was_held_back_is_not_given_up_as_it_arrives(world):
    await world.type("ana", "new Acme raving fan")
    world.clock.time = at("2027-03-16 08:00")  # for weeks nobody was there
    await world.turn(at("2027-03-16 09:20"))
    (told,) = world.reminders()
    assert "Nobody got to it" not in told
    await world.turn(at("2027-03-26 09:00"))
    assert "Nobody got to it" not in world.reminders()[0]


async def test_taken_is_a_promise_until_the_end_of_the_next_working_day(untouched):
    id_, told = untouched.post("Thank Maria Lopez")
    await untouched.press("ben", buttons(told)["I'll take it"])
    (taken,) = await nudges(untouched)
    end = taken.due_at
    assert end.astimezone(NEW_YORK).hour == 17  # on Ben's clock
    assert timedelta(days=1) < end - taken.taken_at < timedelta(days=4)
    await untouched.turn(end - timedelta(minutes=1))
    assert "Ben Okafor has it" in said(dict(untouched.posts())[id_])
    await untouched.turn(end)
    assert "Ben Okafor has it" not in said(dict(untouched.posts())[id_])
    assert "I'll take it" in buttons(dict(untouched.posts())[id_])
