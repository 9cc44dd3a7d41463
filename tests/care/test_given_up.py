"""Neglect never disappears: late until a person acts, given up in plain sight, back in a week."""

from datetime import timedelta

import pytest

from domain.errors import Over
from store import tables
from tests.world import at, buttons, said


async def late(world):
    told = said(await world.type("chloe", "digest"))
    lines = (line for line in told.splitlines() if line.startswith("⏰ Late"))
    return next(lines, "⏰ Late: nothing")


@pytest.fixture
async def untouched(world):
    """Ana is asked to thank Acme on 16 December, and nobody does."""
    await world.type("ana", "new Acme raving fan Maria Lopez")
    await world.turn(at("2026-12-16 09:15"))
    return world


async def nudges(world):
    def read(work, _):
        rows = work.connection.execute(tables.Nudge.__table__.select().order_by("id")).all()
        return [(row.key, row.status, row.ask_at) for row in rows]

    return await world.ask(read)


async def test_it_is_given_up_in_place_counted_and_returns_in_a_week(untouched):
    id_, _ = untouched.post("Thank Maria Lopez")
    await untouched.turn(at("2027-01-06 16:00"))
    assert "⏰ Late: 1 customer – Ana Reyes 1" in await late(untouched)
    (begun,) = [each for each in await nudges(untouched) if each[1] == "lapsed"]
    told = dict(untouched.posts())[id_]
    assert "🕊️ Nobody got to it. It returns on Wed 13 Jan." in said(told)
    assert list(buttons(told)) == ["I'll take it"]
    assert await late(untouched) == "⏰ Late: 1 customer – Ana Reyes 1; longest Acme"
    digest = await untouched.type("chloe", "digest")
    assert "🕊️ Nobody got to 1 customer" in said(digest)
    given_up = next(each for each in digest.items if "Nobody got to" in said_line(each))
    assert "Thank Maria Lopez" in said(await untouched.press("chloe", given_up.actions[0]))
    (next_,) = [each for each in await nudges(untouched) if each[1] == "planned"]
    assert next_[0].startswith(f"{begun[0]}~")
    assert next_[2] == at("2027-01-13 09:15")


def said_line(item):
    return " ".join(str(part) for part in item.line)


async def test_whoever_comes_by_may_take_it_until_it_returns(untouched):
    id_, _ = untouched.post("Thank Maria Lopez")
    await untouched.turn(at("2027-01-07 10:00"))
    take = buttons(dict(untouched.posts())[id_])["I'll take it"]
    assert "It's yours" in said(await untouched.press("ben", take))
    assert "Ben Okafor has it" in said(dict(untouched.posts())[id_])
    assert [each[1] for each in await nudges(untouched)] == ["taken"]
    await untouched.type("ben", "undo")
    assert "Nobody got to it" in said(dict(untouched.posts())[id_])
    await untouched.turn(at("2027-01-13 10:00"))
    with pytest.raises(Over):
        await untouched.press("ben", take)


async def test_late_never_falls_without_a_deed(untouched):
    await untouched.turn(at("2027-03-16 10:00"))  # given up twice
    assert "1 customer" in await late(untouched)
    await untouched.type("ana", "edit Acme alias ACM")
    assert "1 customer" in await late(untouched)
    await untouched.type("ana", "thank Acme sent Maria a card")
    assert await late(untouched) == "⏰ Late: nothing"


async def test_what_a_customer_waits_for_is_never_given_up(world):
    await world.type("ana", "new Acme prospect")
    await world.type("ana", "log Acme asked about prices")
    await world.turn(at("2027-02-16 10:00"))
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
    end = at("2026-12-17 17:00") + timedelta(hours=5)  # in New York
    await untouched.turn(end - timedelta(minutes=1))
    assert "Ben Okafor has it" in said(dict(untouched.posts())[id_])
    await untouched.turn(end)
    assert "Ben Okafor has it" not in said(dict(untouched.posts())[id_])
    assert "I'll take it" in buttons(dict(untouched.posts())[id_])
