"""Whoever is no manager reads of their own customers, and of nobody else's."""

from datetime import timedelta

import pytest

from care import digests, team
from domain import plain_text
from domain.errors import Gone
from tests.databases import ON_SQLITE
from tests.world import at, buttons, said, teammate


@pytest.fixture
async def tuesday(world):
    """Ana and Ben each have one of everything; it is the next morning at nine."""
    for who, name in (("ana", "Acme"), ("ben", "Globex")):
        await world.type(who, f"new {name} prospect")
        await world.type(who, f"log {name} called them, no answer")  # due the next morning
        await world.type(who, f"new {name} Late prospect")
        await world.type(who, f"log {name} Late asked about prices")
        await world.type(who, f"new {name} Broken customer")
        await world.type(who, f"complaint {name} Broken it broke")
    await world.turn(at("2026-11-17 09:00"))
    return world


async def open_line(world, who, kind, scope="all"):
    return await world.heed.ask(digests.open_line, world.caller(who), kind, scope, "2026-11-17")


async def opened(world, who, kind, scope="all"):
    return said(await open_line(world, who, kind, scope))


async def test_it_counts_ones_own(tuesday):
    assert said(await tuesday.type("ana", "digest")).splitlines() == [
        "☀️ Good morning, Ana",
        "✅ Done yesterday: 1 contact – Ana Reyes 1",
        "📌 Due today: 2 reminders – Ana Reyes 2",
        "⏰ Late: 2 customers – Ana Reyes 2; longest Acme Broken, Acme Late",
        "🔥 Acme Broken: complaint, opened yesterday: “it broke”",
        "❤️ Coverage 0 %: 0 of 3 customers reached in time, 3 wait and were never reached",
    ]


async def test_a_manager_reads_of_everybody(tuesday):
    told = said(await tuesday.type("chloe", "digest"))
    assert "✅ Done yesterday: 2 contacts – Ana Reyes 1, Ben Okafor 1" in told
    assert "⏰ Late: 4 customers – Ana Reyes 2, Ben Okafor 2" in told
    assert "❤️ Coverage 0 %: 0 of 6" in told


@pytest.mark.parametrize("kind", ["done", "due", "late", "complaints"])
async def test_a_line_opens_ones_own_whatever_the_button_says(tuesday, kind):
    mine = await opened(tuesday, "ana", kind)
    assert "Acme" in mine
    assert "Globex" not in mine
    everybodys = await opened(tuesday, "chloe", kind)
    assert "Acme" in everybodys
    assert "Globex" in everybodys


@ON_SQLITE
async def test_a_digest_of_yesterday_opens_what_had_been_done_by_then(tuesday):
    await tuesday.type("ben", "log Globex Late called them")
    await tuesday.wait(days=1)
    done = await opened(tuesday, "chloe", "done")
    assert "Acme" in done
    assert "Globex Late" not in done


@ON_SQLITE
async def test_a_week_opens_what_one_did_since_monday(tuesday):
    week = await opened(tuesday, "ana", "week")
    assert "Acme · " in week
    assert "Globex" not in week
    await tuesday.wait(days=7)
    await tuesday.type("ana", "log Acme Late called them")
    await tuesday.wait(minutes=1)
    week = said(
        await tuesday.heed.ask(
            digests.open_line, tuesday.caller("ana"), "week", "mine", "2026-11-24"
        )
    )
    assert "Acme Late · " in week
    assert "Acme · " not in week


@ON_SQLITE
async def test_customers_without_an_owner_are_the_managers_alone(tuesday):
    with pytest.raises(Gone):
        await opened(tuesday, "ana", "nobodys")
    assert "Without an owner" in await opened(tuesday, "chloe", "nobodys")


async def test_who_waits_too_long_is_ones_own_too(tuesday):
    await tuesday.leap(tuesday.clock.time + timedelta(days=20))
    assert "Globex" not in await opened(tuesday, "ana", "beyond")
    assert "Acme" in await opened(tuesday, "ana", "beyond")
    assert "Globex" in await opened(tuesday, "chloe", "beyond")


async def test_it_greets_by_the_hour_of_whoever_reads_it(tuesday):
    await tuesday.wait(hours=8)
    assert said(await tuesday.type("ana", "digest")).startswith("☀️ Good afternoon, Ana")


@pytest.mark.parametrize(
    ("kind", "days", "noun"), [("late", 2, "reminders"), ("beyond", 20, "customers")]
)
async def test_a_line_opens_to_the_end_page_by_page(world, kind, days, noun):
    for number in range(12):
        await world.type("ana", f"new Prospect{number:02} suspect")
        await world.type("ben", f"log Prospect{number:02} asked about prices")
    await world.leap(world.clock.time + timedelta(days=days))
    await world.type("ana", "new Fine")
    await world.type("ana", "log Fine called them about prices")  # neither late nor beyond
    first = await open_line(world, "chloe", kind)
    assert said(first).splitlines()[-1] == f"1 to 10 of 12 {noun}"
    assert set(buttons(first)) == {"Open", "More"}
    second = await world.press("chloe", buttons(first)["More"])
    assert said(second).splitlines()[-1] == f"11 to 12 of 12 {noun}"
    assert set(buttons(second)) == {"Open", "Back"}
    rows = [line for page in (first, second) for line in said(page).splitlines()[1:-1]]
    assert len(set(rows)) == 12
    assert said(await world.press("chloe", buttons(second)["Back"])) == said(first)


async def test_of_more_than_four_people_the_rest_is_summed_up(world):
    await world.do_clock(team.introduce, (teammate("eve", "Eve Ito", "Europe/Oslo"),))
    for who in ("ana", "ben", "chloe", "dev", "eve"):
        await world.type(who, f"new {who}co customer")
        await world.type(who, f"log {who}co called them")
    await world.turn(at("2026-11-17 09:00"))
    told = plain_text.spoken((await digest(world)).items[0].line, "")
    assert told.startswith("✅ Done yesterday: 5 contacts – ")
    assert told.endswith(" and 1 other")


async def digest(world):
    return await world.type("chloe", "digest")


async def test_a_manager_who_has_left_gets_none(world):
    gone = teammate("chloe", "Chloe Martin", "Europe/Paris", is_active=False)
    await world.do_clock(team.introduce, (gone,))
    await world.wait(days=2)
    assert world.posts("U-chloe", kind="digest") == []


@pytest.mark.parametrize("time", ["16:00", "16:30"])  # five and half past five for Chloe
async def test_a_day_that_is_over_gets_no_digest_in_the_evening(world, time):
    world.clock.time = at(f"2026-11-17 {time}")
    await world.settle()
    assert world.posts("U-chloe", kind="digest") == []


async def test_a_button_that_no_digest_has_says_so(world):
    with pytest.raises(Exception, match="no longer there"):
        await opened(world, "chloe", "sales")


async def test_a_number_that_is_nothing_has_nothing_to_open(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    message = await digest(world)
    labels = [plain_text.spoken(fact.line, "") for fact in message.items if not fact.actions]
    assert "✅ Done since Friday: nothing" in labels
    assert "Open" in buttons(message)


@ON_SQLITE
async def test_yesterday_is_the_readers_own(world):
    await world.turn(at("2026-11-16 10:00"))
    await world.type("dev", "new Acme customer")
    await world.type("dev", "log Acme called them")
    await world.turn(at("2026-11-16 19:00"))  # half past midnight for Dev
    assert "✅ Done yesterday: 1 contact" in said(await world.type("dev", "digest"))


@ON_SQLITE
async def test_what_is_done_today_is_told_tomorrow(tuesday):
    await tuesday.type("ana", "log Acme Late called them")
    await tuesday.wait(minutes=5)
    told = said(await tuesday.type("ana", "digest"))
    assert "✅ Done yesterday: 1 contact – Ana Reyes 1" in told
