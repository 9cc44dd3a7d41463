"""The manager's morning."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from care import digests, team
from domain import plain_text
from tests.databases import ON_SQLITE
from tests.world import at, buttons, open_world, said, teammate

PARIS = ZoneInfo("Europe/Paris")
SUNDAY = at("2026-11-15 12:00")


@pytest.fixture
async def sunday(database):
    async with open_world(database, now=SUNDAY) as world:
        yield world


def mornings(world, who="chloe"):
    return [said(message) for _, message in world.posts(f"U-{who}", kind="digest")]


async def test_it_comes_at_half_past_eight_on_the_managers_own_clock(sunday):
    await sunday.turn(at("2026-11-16 08:29", PARIS))
    assert mornings(sunday) == []
    await sunday.turn(at("2026-11-16 08:30", PARIS))
    assert len(mornings(sunday)) == 1


async def test_a_week_has_five_working_mornings(sunday):
    await sunday.wait(days=7)
    assert len(mornings(sunday)) == 5


async def test_only_managers_get_it(sunday):
    await sunday.wait(days=3)
    assert {delivery.post.address for delivery in sunday.courier.sent} == {"C-care", "U-chloe"}


async def test_nobody_named_means_no_digest_and_help_says_so(database):
    async with open_world(database, now=SUNDAY, managers=()) as world:
        await world.wait(days=3)
        assert mornings(world) == []
        assert "set HEED_MANAGERS" in said(await world.type("ana", "help"))


async def test_an_empty_day_is_one_line(sunday):
    await sunday.wait(days=1)
    quiet = "all is quiet. Nothing is due, nothing is late, everybody heard from us in time."
    assert mornings(sunday) == [f"☀️ Good morning, Chloe: {quiet}"]


async def test_it_says_what_was_done_what_is_due_and_late_and_what_is_open(sunday):
    await sunday.turn(at("2026-11-16 10:00"))
    await sunday.type("ana", "new Acme customer")
    await sunday.type("ana", "log Acme called Maria, all fine")
    await sunday.type("ben", "log Acme emailed Maria")
    await sunday.type("ben", "log Acme texted Maria")
    await sunday.type("ana", "new Globex suspect")
    await sunday.type("ben", "log Globex asked about prices")
    await sunday.type("dev", "new Initech raving fan")
    await sunday.type("dev", "log Initech called us, they love it")
    await sunday.type("ana", "complaint Acme it broke")
    await sunday.turn(at("2026-11-17 08:31", PARIS))
    assert mornings(sunday)[-1].splitlines() == [
        "☀️ Good morning, Chloe",
        "✅ Done yesterday: 3 contacts – Ben Okafor 2, Ana Reyes 1",
        "📌 Due today: 2 reminders – Ana Reyes 1, Dev Patel 1",
        "⏰ Late: 2 customers – Ana Reyes 2; longest Acme, Globex",
        "🔥 Acme: complaint, opened yesterday: “it broke”",
        "❤️ Coverage 67 %: 2 of 3 customers reached in time, 1 waits and was never reached",
    ]


async def test_what_was_done_since_friday_is_told_on_monday(sunday):
    await sunday.turn(at("2026-11-20 10:00"))
    await sunday.type("ana", "new Acme customer")
    await sunday.type("ana", "log Acme called Maria, all fine")
    await sunday.turn(at("2026-11-21 10:00"))
    await sunday.type("ana", "log Acme called Maria, all fine")
    await sunday.turn(at("2026-11-23 09:00"))
    assert "✅ Done since Friday: 2 contacts – Ana Reyes 2" in mornings(sunday)[-1]
    digest = sunday.posts("U-chloe", kind="digest")[-1][1]
    opened = await sunday.press("chloe", digest.items[0].actions[0])
    assert len(opened.items) == 2


async def test_notes_and_what_they_did_are_not_counted_as_done(sunday):
    await sunday.turn(at("2026-11-16 10:00"))
    await sunday.type("ana", "new Acme customer")
    await sunday.type("ana", "log Acme called us, all fine")
    await sunday.type("ana", "log Acme has a new logo")
    await sunday.type("ana", "new Globex suspect")
    await sunday.type("ben", "log Globex asked about prices")
    await sunday.turn(at("2026-11-17 09:00"))
    assert "Done yesterday: nothing" in mornings(sunday)[-1]


async def test_home_and_the_digest_agree_on_what_a_contact_is_and_show_just_those(sunday):
    await sunday.turn(at("2026-11-16 10:00"))
    await sunday.type("ana", "new Acme customer")
    for words in (
        "note: new logo",
        "recommended us to Globex",
        "called Maria",
        "asked about prices",
    ):
        await sunday.type("ana", f"log Acme {words}")
    await sunday.wait(minutes=1)
    tenancy = await sunday.type("ana", "home")
    week = said(tenancy).partition("🌱 ")[2]
    assert week.startswith("Your week: 3 contacts\n2 notes, 1 call")
    opened = said(await sunday.press("ana", tenancy.items[-1].actions[0]))
    assert opened.count("Acme · ") == 3
    assert "new logo" not in opened
    await sunday.turn(at("2026-11-17 09:00"))
    assert "Done yesterday: 1 contact – Ana Reyes 1" in mornings(sunday)[-1]


async def test_of_a_reps_own_contacts_all_are_counted_however_much_others_did(sunday):
    await sunday.turn(at("2026-11-16 10:00"))
    await sunday.type("ana", "new Acme customer")
    for _ in range(12):
        await sunday.type_quietly("ben", "log Acme called Maria")
    for _ in range(2):
        await sunday.type_quietly("ana", "log Acme called Maria")
    await sunday.turn(at("2026-11-17 09:00"))
    mine = await sunday.type("ana", "digest")
    opened = await sunday.press("ana", mine.items[0].actions[0])
    assert len(opened.items) == 2
    digest = sunday.posts("U-chloe", kind="digest")[-1][1]
    assert "1 to 10 of 14 contacts" in said(await sunday.press("chloe", digest.items[0].actions[0]))


async def test_customers_beyond_their_care_interval_are_counted_and_can_be_opened(sunday):
    for name in ("Acme", "Globex", "Initech"):
        await sunday.type("ana", f"new {name} member")
    for name in ("Globex", "Initech"):
        await sunday.type("ana", f"log {name} called Maria")
    await sunday.leap(sunday.clock.time + timedelta(days=59))
    await sunday.type("ana", "log Globex called Maria")
    await sunday.type("ana", "log Initech mailed us, they need a new pump")
    await sunday.wait(days=3)
    digest = sunday.posts("U-chloe", kind="digest")[-1][1]
    line = "❤️ Coverage 33 %: 1 of 3 customers reached in time, 2 wait, 1 of them never reached"
    assert line in said(digest)
    behind = said(await sunday.press("chloe", buttons(digest)["Open"]))
    assert "Acme · never reached" in behind
    assert "Initech · reached 62 days ago · turned to us 3 days ago" in behind
    assert "Globex" not in behind


@pytest.mark.parametrize("label", ["✅", "📌", "⏰"])
async def test_every_number_opens_the_customers_behind_it(sunday, label):
    await sunday.turn(at("2026-11-16 10:00"))
    for number in range(3):
        await sunday.type("ana", f"new Acme{number} prospect")
        await sunday.type("ana", f"log Acme{number} called, no answer")
        await sunday.type("ana", f"new Globex{number} suspect")
        await sunday.type("ben", f"log Globex{number} asked about prices")
    await sunday.turn(at("2026-11-17 09:00"))
    digest = sunday.posts("U-chloe", kind="digest")[-1][1]
    fact = next(each for each in digest.items if label in said_line(each))
    opened = await sunday.press("chloe", fact.actions[0])
    assert f": {len(opened.items)} " in said_line(fact)
    assert len(opened.items) == 3


async def test_what_is_late_is_told_once_with_who_has_it_and_for_how_long(sunday):
    await sunday.type("dev", "new Saffron Kitchens customer")
    await sunday.turn(at("2026-11-16 10:00"))
    for number in range(12):
        await sunday.type("dev", f"complaint Saffron Kitchens it broke {number}")
    await sunday.turn(at("2026-11-20 09:00"))
    digest = sunday.posts("U-chloe", kind="digest")[-1][1]
    fact = next(each for each in digest.items if "⏰" in said_line(each))
    opened = await sunday.press("chloe", fact.actions[0])
    told = "📣 Let Saffron Kitchens know that we heard them: “it broke 0” · Dev Patel · 3 days late"
    assert said_line(opened.items[0]) == told
    assert "⏰ Late: 1 customer – Dev Patel 1; longest Saffron Kitchens" in said_line(fact)
    assert said(opened).splitlines()[-1] == "1 to 10 of 24 reminders"


def said_line(fact):
    return plain_text.spoken(fact.line, "")


async def test_it_never_has_more_than_ten_lines(sunday):
    await sunday.turn(at("2026-11-16 10:00"))
    for number in range(12):
        await sunday.type("ana", f"new Acme{number} customer")
        await sunday.type("ana", f"complaint Acme{number} it broke")
    for who in ("ana", "ben", "chloe", "dev"):
        await sunday.type(who, "log Acme1 called them")
    await sunday.turn(at("2026-11-17 09:00"))
    lines = mornings(sunday)[-1].splitlines()
    assert len(lines) <= 10
    assert "🔥 and 8 more open complaints" in lines


async def test_a_restart_brings_no_second_one(sunday):
    await sunday.turn(at("2026-11-16 08:30", PARIS))
    await sunday.do_clock(team.appoint, ("chloe",))
    await sunday.wait(minutes=10)
    assert len(mornings(sunday)) == 1


@ON_SQLITE
async def test_who_is_named_again_at_the_very_moment_still_gets_it(sunday):
    sunday.clock.time = at("2026-11-16 08:30", PARIS)
    await sunday.do_clock_quietly(team.appoint, ("chloe",))
    await sunday.settle()
    assert len(mornings(sunday)) == 1


@ON_SQLITE
@pytest.mark.both_databases
async def test_two_machines_that_look_at_it_send_it_once_and_none_sends_it_early(sunday):
    today = 1
    await sunday.turn(at("2026-11-16 08:00", PARIS))
    await sunday.do_clock(digests.send, today)
    assert mornings(sunday) == []
    await sunday.turn(at("2026-11-16 08:30", PARIS))
    await sunday.do_clock(digests.send, today)
    assert len(mornings(sunday)) == 1
    assert not [each for each in sunday.courier.edits if each.post.kind == "digest"]


async def test_a_manager_who_moves_west_gets_no_second_one_for_the_date(sunday):
    await sunday.turn(at("2026-11-16 08:30", PARIS))
    moved = teammate("chloe", "Chloe Martin", "America/New_York")
    await sunday.do_clock(team.introduce, (moved,))
    await sunday.do_clock(team.appoint, ("chloe",))
    await sunday.turn(at("2026-11-16 23:00", PARIS))
    assert len(mornings(sunday)) == 1
    await sunday.turn(at("2026-11-17 08:30", ZoneInfo("America/New_York")))
    assert len(mornings(sunday)) == 2


async def test_a_manager_who_moves_gets_the_next_one_on_the_new_clock(sunday):
    moved = teammate("chloe", "Chloe Martin", "Asia/Kolkata")
    await sunday.do_clock(team.introduce, (moved,))
    await sunday.turn(at("2026-11-16 08:30", ZoneInfo("Asia/Kolkata")))
    assert len(mornings(sunday)) == 1


@pytest.mark.parametrize(
    ("zone", "start", "days"),
    [
        ("Europe/Paris", "2026-03-27 12:00", 4),  # forward on Sunday the 29th
        ("Europe/Paris", "2026-10-23 12:00", 4),  # back on Sunday the 25th
        ("America/New_York", "2026-03-06 12:00", 4),
        ("Australia/Lord_Howe", "2026-10-02 12:00", 4),  # by half an hour
    ],
)
async def test_daylight_saving_makes_no_digest_come_twice_or_never(database, zone, start, days):
    clock = ZoneInfo(zone)
    async with open_world(database, now=at(start, clock)) as world:
        await world.do_clock(team.introduce, (teammate("chloe", "Chloe Martin", zone),))
        await world.turn(at(start, clock) + timedelta(days=days))
        assert len(mornings(world)) == 2  # Monday and Tuesday
        last = world.posts("U-chloe", kind="digest")
        assert last


async def test_a_morning_without_heed_is_made_up_for_on_the_same_day(sunday):
    sunday.clock.time = at("2026-11-16 11:00", PARIS)
    await sunday.settle()
    assert len(mornings(sunday)) == 1


@pytest.mark.parametrize("time", ["17:00", "20:00"])
async def test_days_without_heed_are_not_made_up_for(sunday, time):
    sunday.clock.time = at(f"2026-11-19 {time}", PARIS)
    await sunday.settle()
    assert mornings(sunday) == []
    await sunday.turn(at("2026-11-20 09:00", PARIS))
    assert len(mornings(sunday)) == 1


async def test_after_days_without_heed_todays_comes_as_long_as_the_day_lasts(sunday):
    sunday.clock.time = at("2026-11-18 10:00", PARIS)
    await sunday.settle()
    await sunday.do_clock(team.appoint, ("chloe",))
    await sunday.turn(at("2026-11-18 23:00", PARIS))
    assert len(mornings(sunday)) == 1
    await sunday.turn(at("2026-11-19 09:00", PARIS))
    assert len(mornings(sunday)) == 2


async def test_after_days_without_heed_before_half_past_eight_todays_comes_in_its_time(sunday):
    sunday.clock.time = at("2026-11-18 07:00", PARIS)
    await sunday.settle()
    assert mornings(sunday) == []
    await sunday.turn(at("2026-11-18 23:00", PARIS))
    assert len(mornings(sunday)) == 1


async def test_on_a_weekend_nothing_is_made_up_for(sunday):
    sunday.clock.time = at("2026-11-21 10:00", PARIS)
    await sunday.settle()
    assert mornings(sunday) == []


async def test_whoever_is_no_manager_any_more_gets_none(sunday):
    await sunday.do_clock(team.appoint, ("ben",))
    await sunday.wait(days=2)
    assert mornings(sunday) == []
    assert len(mornings(sunday, "ben")) == 1


async def test_a_guest_who_is_named_a_manager_is_told_nothing(database):
    async with open_world(database, now=SUNDAY, managers=("gil",)) as world:
        named = await world.do_clock(team.appoint, ("gil", "zorro"))
        assert (named.known, named.unknown, named.guests) == ((), ("zorro",), ("gil",))
        await late_complaint(world)
        assert world.posts("U-gil") == []
        assert "set HEED_MANAGERS" in said(await world.type("ana", "help"))


async def test_a_manager_who_becomes_a_guest_is_told_nothing_any_more(sunday):
    guest = teammate("chloe", "Chloe Martin", "Europe/Paris", is_guest=True)
    await sunday.do_clock(team.introduce, (guest,))
    await late_complaint(sunday)
    assert sunday.posts("U-chloe") == []


async def late_complaint(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    await world.wait(days=2)


async def test_a_rep_who_asks_reads_of_their_own_customers(sunday):
    await sunday.type("ana", "new Acme customer")
    await sunday.type("ben", "new Globex customer")
    await sunday.type("ben", "complaint Globex it broke")
    assert "Globex" in said(await sunday.type("ben", "digest"))
    mine = await sunday.type("ana", "digest")
    assert "Globex" not in said(mine)


async def test_a_rep_who_opens_a_managers_line_sees_only_their_own(sunday):
    await sunday.type("ben", "new Globex customer")
    await sunday.type("ben", "complaint Globex it broke")
    opened = await sunday.heed.ask(
        digests.open_line, sunday.caller("ana"), "complaints", "all", "2026-11-16"
    )
    assert "Globex" not in said(opened)
