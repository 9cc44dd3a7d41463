"""Turns of phrase at their edges: days, hours, lengths, pages, and pauses."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain import phrases, plain_text
from domain.customers import Contact, Customer, Rung
from domain.messages import Count, Day, line
from domain.retries import Failing, pause
from domain.wording.lists import LISTED, Page, listed

NOW = datetime(2026, 11, 17, 9, tzinfo=UTC)  # a Tuesday
HAVANA = ZoneInfo("America/Havana")  # five hours behind


def spoken(words):
    return plain_text.spoken(words, "")


@pytest.mark.parametrize(
    ("at", "told"),
    [
        ("2026-11-17 00:00", "yesterday"),  # in Havana
        ("2026-11-17 05:00", "today"),
        ("2026-11-16 04:59", "2 days ago"),
        ("2025-11-17 09:00", "365 days ago"),
    ],
)
def test_days_ago_are_counted_on_somebodys_own_calendar(at, told):
    then = datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert spoken(phrases.ago(then, NOW, HAVANA)) == told


def test_what_never_was_is_never():
    assert spoken(phrases.ago(None, NOW, HAVANA)) == "never"


@pytest.mark.parametrize(
    ("clock", "words"),
    [
        ("00:00", "Good morning"),
        ("11:59", "Good morning"),
        ("12:00", "Good afternoon"),
        ("17:59", "Good afternoon"),
        ("18:00", "Good evening"),
        ("23:59", "Good evening"),
    ],
)
def test_a_greeting_goes_by_the_hour_on_the_wall(clock, words):
    now = datetime.fromisoformat(f"2026-11-17 {clock}").replace(tzinfo=HAVANA)
    assert phrases.greeting(now.astimezone(UTC), HAVANA) == words


@pytest.mark.parametrize(("words", "short"), [("12345", "12345"), ("123456", "1234…")])
def test_words_are_shortened_to_just_so_many(words, short):
    assert phrases.shorten(words, 5) == short


def test_words_of_280_characters_are_short_enough_for_a_message():
    assert [len(phrases.shorten("x" * many)) for many in (279, 280, 281)] == [279, 280, 280]
    assert phrases.shorten("x" * 280)[-1] == "x"


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 times"), (1, "once"), (2, "twice"), (3, "3 times")]
)
def test_times_are_counted_as_people_do(number, told):
    assert spoken(phrases.times(number)) == told


@pytest.mark.parametrize(("noun", "told"), [("mail", "a mail"), ("enquiry", "an enquiry")])
def test_an_article_goes_by_the_first_letter(noun, told):
    assert phrases.a(noun) == told


def test_somebody_is_told_with_the_customer_unless_they_are_one():
    assert spoken(phrases.someone("Maria", "Acme")) == "Maria at Acme"
    assert spoken(phrases.someone("Acme", "Acme")) == "Acme"
    assert spoken(phrases.someone(None, "Acme")) == "Acme"
    assert spoken(phrases.contact(Contact(name="Bo", phone="0123456"))) == "Bo · 0123456"


@pytest.mark.parametrize(
    ("day", "called", "standing"),
    [
        (date(2026, 11, 17), "today", "on Tuesday"),
        (date(2026, 11, 16), "yesterday", "on Monday"),
        (date(2026, 11, 18), "tomorrow", "on Wednesday"),
        (date(2026, 11, 19), "on Thursday", "on Thursday"),
        (date(2026, 11, 15), "on Sunday", "on Sunday"),
        (date(2026, 11, 11), "on Wednesday", "on Wednesday"),
        (date(2026, 11, 10), "on 10 Nov", "on 10 Nov"),
        (date(2026, 11, 23), "on Monday", "on Monday"),
        (date(2026, 11, 24), "on 24 Nov", "on 24 Nov"),
        (date(2025, 11, 17), "on 17 Nov 2025", "on 17 Nov 2025"),
    ],
)
def test_a_day_is_called_by_its_weekday_while_that_is_clear(day, called, standing):
    assert Day(day, NOW.date()).called == called
    assert Day(day, NOW.date(), stands=True).called == standing


@pytest.mark.parametrize(("number", "noun"), [(0, "days"), (1, "day"), (2, "days")])
def test_one_thing_is_singular(number, noun):
    assert Count(number, "day").noun == noun


def some(many):
    acme = Customer(id=7, name="Acme", rung=Rung.MEMBER, rung_since=NOW, eased_until=NOW)
    return [(acme, line("x"))] * many


@pytest.mark.parametrize(
    ("many", "page", "shown", "where", "turns"),
    [
        (10, 0, 10, None, []),
        (11, 0, 10, "1 to 10 of 11 customers", [("More", "all:1")]),
        (11, 1, 1, "11 to 11 of 11 customers", [("Back", "all:0")]),
        (20, 1, 10, "11 to 20 of 20 customers", [("Back", "all:0")]),
        (21, 1, 10, "11 to 20 of 21 customers", [("Back", "all:0"), ("More", "all:2")]),
        (20, 9, 10, "11 to 20 of 20 customers", [("Back", "all:0")]),
        (0, 3, 0, None, []),
    ],
)
def test_a_list_is_turned_ten_rows_at_a_time_and_never_beyond_its_end(
    many, page, shown, where, turns
):
    said = listed(line("x"), some(many), Page(ref="all", number=page))
    assert len(said.items) == shown
    assert [spoken(note) for note in said.notes] == ([where] if where else [])
    assert [(each.label, each.ref) for each in said.actions] == turns


def test_a_page_knows_how_many_rows_lead_up_to_its_end():
    assert [Page(ref="all", number=at).most for at in (0, 2)] == [LISTED, 3 * LISTED]
    assert Page(ref="all", number=2).first == 2 * LISTED


@pytest.mark.parametrize(
    ("failures", "minutes"), [(1, 1), (2, 2), (3, 4), (9, 256), (10, 360), (5000, 360)]
)
def test_a_pause_doubles_up_to_six_hours(failures, minutes):
    assert pause(failures) == timedelta(minutes=minutes)


def test_it_is_told_whether_anything_fails():
    nothing = {"nudges": 0, "digests": 0, "alarms": 0, "posts": 0}
    assert not Failing(**nothing)
    assert all(Failing(**nothing | {name: 1}) for name in nothing)
