"""Dates that matter: asked about in time, each year, and until somebody had a word."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.calendar import Calendar
from domain.customers import Contact, Customer, Rung
from domain.errors import NotUnderstood, Over
from domain.facts import Facts
from domain.nudges import Dismissal
from domain.touches import Direction, Kind, Touch
from features.dates.actions import read
from features.dates.play import NAME, plans
from features.dates.rules import Dated, Sort
from tests.world import at, buttons, said

NOW = datetime(2026, 11, 16, 9, tzinfo=UTC)
ACME = Customer(id=1, name="Acme", rung=Rung.CUSTOMER, rung_since=NOW, eased_until=NOW)
ROSA = Contact(id=7, name="Rosa Diaz")


def dated(sort=Sort.BIRTHDAY, day=(12, 6), **more):
    return Dated(id=3, customer_id=1, sort=sort, day=day[0], month=day[1], added_at=NOW, **more)


def asked(*dates, zone=None, ours="Europe/London", touches=(), dismissals=()):
    facts = Facts(
        customer=Customer(**{**vars(ACME), "zone": zone}),
        calendar=Calendar(zone=ZoneInfo(ours)),
        touches=touches,
        dismissals=dismissals,
        rows={Dated: dates},
    )
    return [call.ask_at.astimezone(ZoneInfo(ours)) for call in plans(facts)]


def touch(moment, kind=Kind.CALL, direction=Direction.OURS):
    return Touch(id=1, at=moment, kind=kind, direction=direction)


@pytest.mark.parametrize(
    ("what", "ask"),
    [
        (dated(day=(14, 6)), "2027-06-14 09:15"),  # a Monday
        (dated(day=(12, 6)), "2027-06-11 09:15"),  # a Saturday: on the Friday before
        (dated(day=(29, 2)), "2027-02-26 09:15"),  # in a common year the 28th, a Sunday
        (dated(day=(12, 6), year=1980), "2027-06-11 09:15"),
        (dated(Sort.RENEWAL, (3, 5)), "2027-03-04 09:15"),  # sixty days before
        (dated(Sort.RENEWAL, (1, 12)), "2026-11-16 09:15"),  # nearer than that: at once
        (dated(Sort.REVIEW, (3, 5), year=2027), "2027-04-19 09:15"),
        (dated(Sort.OTHER, (3, 5), called="contract ends"), "2027-05-03 09:15"),
    ],
)
def test_each_is_asked_about_as_early_as_it_needs(what, ask):
    assert asked(what) == [at(ask)]


def test_the_day_is_the_customers_own():
    monday = dated(day=(14, 6))
    assert asked(monday, zone="Asia/Tokyo", ours="America/Los_Angeles") == [
        at("2027-06-11 09:15", ZoneInfo("America/Los_Angeles"))
    ]
    assert asked(monday, zone="Pacific/Honolulu", ours="Asia/Tokyo") == [
        at("2027-06-15 09:15", ZoneInfo("Asia/Tokyo"))
    ]


def test_a_word_on_the_day_is_enough_for_a_year_and_what_is_once_comes_no_more():
    word = touch(at("2027-06-14 10:00"))
    assert asked(dated(day=(14, 6)), touches=(word,)) == [at("2028-06-14 09:15")]
    assert asked(dated(Sort.REVIEW, (20, 6), year=2027), touches=(word,)) == []
    theirs = touch(at("2027-06-14 10:00"), Kind.MAIL, Direction.THEIRS)
    assert asked(dated(day=(14, 6)), touches=(theirs,)) == [at("2027-06-14 09:15")]
    early = touch(at("2027-06-10 10:00"))
    assert asked(dated(day=(14, 6)), touches=(early,)) == [at("2027-06-14 09:15")]


def test_what_is_not_needed_is_asked_again_a_year_later():
    about = {"date": 3, "day": "2027-06-14"}
    rest = Dismissal(nudge_id=1, play=NAME, at=NOW + timedelta(days=200), about=about)
    assert asked(dated(day=(14, 6)), dismissals=(rest,)) == [at("2028-06-14 09:15")]


@pytest.mark.parametrize(
    ("words", "sort", "called", "day"),
    [
        ("renewal 3 May", Sort.RENEWAL, "", (3, 5, None)),
        ("birthday Rosa 12 June", Sort.BIRTHDAY, "Rosa Diaz", (12, 6, None)),
        ("Rosa's birthday is on June 12th, 1980", Sort.BIRTHDAY, "Rosa Diaz", (12, 6, 1980)),
        ("12.6. birthday of Cy", Sort.BIRTHDAY, "Cy", (12, 6, None)),
        ("quarterly review 2027-01-12", Sort.REVIEW, "", (12, 1, 2027)),
        ("anniversary 1 Sept 2019", Sort.ANNIVERSARY, "", (1, 9, 2019)),
        ("contract renewal 3/5 of the boilers", Sort.RENEWAL, "the boilers", (3, 5, None)),
        ("shop opens 3 May 2027", Sort.OTHER, "shop opens", (3, 5, 2027)),
    ],
)
def test_what_it_is_and_whose_is_read_from_the_line(words, sort, called, day):
    found = read(words, ACME, (ROSA,), NOW)
    assert (found.sort, found.called) == (sort, called)
    assert (found.day, found.month, found.year) == day


@pytest.mark.parametrize("words", ["renewal", "3 May", "birthday 31 June", "renewal soon"])
def test_without_a_day_or_a_name_it_asks_for_them(words):
    with pytest.raises(NotUnderstood, match="Say what it is, and its day"):
        read(words, ACME, (ROSA,), NOW)


async def test_a_birthday_is_noted_shown_wished_and_comes_again(world):
    await world.type("ana", "new Acme suspect Rosa Diaz")
    told = await world.type("ana", "date Acme birthday Rosa 20 Nov")
    assert "🎂 Noted: Acme, Birthday of Rosa Diaz, on Fri 20 Nov" in said(told)
    assert "each year" in said(told)
    with pytest.raises(Over):
        await world.type("ana", "date Acme birthday Rosa Diaz 20.11.")
    await world.turn(at("2026-11-20 09:15"))
    _, post = world.post("Wish")
    assert "🎂 Wish Rosa Diaz at Acme a happy birthday, on Fri 20 Nov" in said(post)
    await world.press("ana", buttons(post)["Wished"])
    card = await world.type("ana", "customer Acme")
    assert "🎂 Birthday of Rosa Diaz, on Fri 20 Nov" in said(card)
    assert "Next: 🎂 Wish Rosa Diaz at Acme a happy birthday, on Sat 20 Nov 2027" in said(card)
    gone = await world.press("ana", buttons(card)["Remove"])
    assert "🎂" not in said(await world.type("ana", "customer Acme"))
    await world.press("ana", buttons(gone)["Undo"])
    assert "🎂 Birthday of Rosa Diaz" in said(await world.type("ana", "customer Acme"))
    with pytest.raises(NotUnderstood, match="is past"):
        await world.type("ana", "date Acme review 3 May 2024")


async def beside_old_praise(world):
    """Thanks for words that nobody got to come along with the birthday; what the two say."""
    await world.type("ana", "new Acme member Maria Santos")
    await world.type("ana", "date Acme birthday Maria 8 Dec")
    await world.turn(at("2026-11-23 10:00"))
    await world.type("ben", "log Acme they said Maria loves us, best service ever")
    await world.turn(at("2026-12-07 10:00"))
    assert "Nobody got to it" in world.reminders()[-1]
    await world.turn(at("2026-12-08 12:00"))
    return world.reminders()[-1]


async def test_thanks_for_words_given_up_are_a_line_beneath_what_is_asked_next(world):
    post = await beside_old_praise(world)
    assert post.startswith("🎂 Wish Maria Santos at Acme a happy birthday")
    assert "Also: 🎁 Thank Maria Santos at Acme" in post


async def test_the_thanks_beside_a_birthday_keep_their_deadline_when_it_is_over(world):
    await beside_old_praise(world)
    await world.type("ana", "log acme meeting w maria")
    post = world.reminders()[-1]
    assert post.startswith("🎁 Thank Maria Santos at Acme")
    assert "Over: 🎂 Wish Maria Santos at Acme a happy birthday" in post
    assert "✅" not in post
    assert post.splitlines()[-1].endswith("to be done by Tue 8 Dec, 17:00")


async def test_a_wish_that_nobody_got_to_is_missed_two_days_later_and_counted(world):
    await world.type("ana", "new Acme suspect Rosa Diaz")
    await world.type("ana", "date Acme birthday Rosa 8 Dec")
    await world.turn(at("2026-12-10 17:00"))
    _, post = world.post("Wish Rosa")
    assert "Nobody got to it" not in said(post)
    await world.turn(at("2026-12-11 08:00"))
    _, post = world.post("Wish Rosa")
    assert "🕊️ Nobody got to it: its day is over" in said(post)
    assert not buttons(post)
    assert "Nobody got to 1 customer" in said(await world.type("chloe", "digest"))
    await world.turn(at("2027-01-15 12:00"))
    assert "Wish Rosa" not in said(await world.type("ana", "due"))
    assert len(world.posts(kind="nudge")) == 1
    card = said(await world.type("ana", "customer Acme"))
    assert "Next: 🎂 Wish Rosa Diaz at Acme a happy birthday, on Wed 8 Dec" in card


async def test_a_wish_that_could_not_be_asked_in_time_is_never_asked(world):
    await world.type("ana", "new Acme suspect Rosa Diaz")
    await world.type("ana", "date Acme birthday Rosa 8 Dec")
    await world.type("ana", "date Acme renewal 20 Dec")
    await world.leap(at("2026-12-22 10:00"))
    assert not world.reminders()
    assert "Nobody got to 1 customer" in said(await world.type("chloe", "digest"))
