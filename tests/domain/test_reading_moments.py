import random
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain.reading import read
from tests.growth import growth

LONDON, KOLKATA, AUCKLAND, NEW_YORK, LORD_HOWE = (
    ZoneInfo(name)
    for name in (
        "Europe/London",
        "Asia/Kolkata",
        "Pacific/Auckland",
        "America/New_York",
        "Australia/Lord_Howe",
    )
)


def at(zone: ZoneInfo, moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=zone)


TO_COME = """
cb mon
appt 2pm Mon
out til thurs
WBP 12/15
demo set for tue 24th 10am
delivery slot 18th
the invoice of 12.11 is open
gave us 10/11 on the survey
""".strip().split("\n")


@pytest.mark.parametrize("words", TO_COME)
def test_what_is_to_come_or_no_date_is_not_the_day_of_the_contact(words):
    assert when(words, FRIDAY, LONDON) == FRIDAY


BOTH = [  # as typed, month first, as taken, the other
    ("met 12/11", False, "2026-11-12", "2025-12-11"),
    ("met 11/12", True, "2026-11-12", "2025-12-11"),
    ("met on 3/11", False, "2026-11-03", "2026-03-11"),
    ("met 13/11", False, "2026-11-13", None),
    ("met 11/11", False, "2026-11-11", None),
    ("met in March", False, "2026-03-15", "2026-11-20"),
]


@pytest.mark.parametrize(("words", "month_first", "taken", "other"), BOTH)
def test_a_day_that_may_be_another_says_so(words, month_first, taken, other):
    told = read(words, FRIDAY, LONDON, month_first=month_first)
    assert f"{told.at.astimezone(LONDON):%Y-%m-%d}" == taken
    assert (f"{told.other_day.astimezone(LONDON):%Y-%m-%d}" if told.other_day else None) == other


def when(words: str, now: datetime, zone: ZoneInfo) -> datetime:
    return read(words, now, zone).at


FRIDAY = at(LONDON, "2026-11-20 14:00")

SAID = [
    ("called yesterday", "2026-11-19 12:00"),
    ("called yday afternoon", "2026-11-19 15:00"),
    ("called yesterday afternoon at 4", "2026-11-19 16:00"),
    ("called at 8 yesterday evening", "2026-11-19 20:00"),
    ("yesterday, 3pm: spoke to Tom", "2026-11-19 15:00"),
    ("called the day before yesterday", "2026-11-18 12:00"),
    ("met on Friday", "2026-11-20 14:00"),  # which is today, as far as it has come
    ("met Friday at 10", "2026-11-20 10:00"),
    ("met Friday at 4pm", "2026-11-13 16:00"),
    ("met last Friday", "2026-11-13 12:00"),
    ("called y'day", "2026-11-19 12:00"),
    ("rang last nite", "2026-11-19 20:00"),
    ("met 13/11", "2026-11-13 12:00"),
    ("17.11.: called Maria", "2026-11-17 12:00"),
    ("11/18 called Maria", "2026-11-18 12:00"),
    ("called 18th", "2026-11-18 12:00"),
    ("site visit 16/11 with Ben", "2026-11-16 12:00"),
    ("saw her night before last", "2026-11-18 12:00"),
    ("wed 18th met Tom", "2026-11-18 12:00"),
    ("called sat", "2026-11-14 12:00"),
    ("rang thur re invoice", "2026-11-19 12:00"),  # codespell:ignore thur
    ("met yesterday evening at 12", "2026-11-20 00:00"),
    ("drinks last night until late, left last night at 1", "2026-11-20 01:00"),
    ("called Mon", "2026-11-16 12:00"),
    ("called weds", "2026-11-18 12:00"),
    ("called wed", "2026-11-18 12:00"),
    ("met last sat", "2026-11-14 12:00"),
    ("met sat morning", "2026-11-14 09:00"),
    ("called tuesday pm", "2026-11-17 15:00"),
    ("called Mon, Tue and Wed", "2026-11-18 12:00"),
    ("met over the weekend", "2026-11-14 12:00"),
    ("dinner last night", "2026-11-19 20:00"),
    ("dinner last night at 9", "2026-11-19 21:00"),
    ("met this morning", "2026-11-20 09:00"),
    ("met this morning at 11", "2026-11-20 11:00"),
    ("called at 9", "2026-11-20 09:00"),
    ("called at 5", "2026-11-19 17:00"),
    ("called at 03:30", "2026-11-20 03:30"),
    ("called at 9.30am", "2026-11-20 09:30"),
    ("called at 12am", "2026-11-20 00:00"),
    ("called at 12 p.m.", "2026-11-20 12:00"),
    ("called at noon", "2026-11-20 12:00"),
    ("called around noon yesterday", "2026-11-19 12:00"),
    ("called at 4 o'clock yesterday", "2026-11-19 16:00"),
    ("called today at 1pm", "2026-11-20 13:00"),
    ("called @ 10.30", "2026-11-20 10:30"),
    ("called @3pm yday", "2026-11-19 15:00"),
    ("called at 10.30 re invoice", "2026-11-20 10:30"),
    ("rang me at 9 about the invoice", "2026-11-20 09:00"),
    ("called at nine", "2026-11-20 09:00"),
    ("called at half nine", "2026-11-20 09:30"),
    ("called at half past nine", "2026-11-20 09:30"),
    ("at half 10 spoke to Tom", "2026-11-20 10:30"),
    ("met at 9 with Tom", "2026-11-20 09:00"),
    ("the customer we met on Tuesday", "2026-11-17 12:00"),
    ("called at quarter past 10", "2026-11-20 10:15"),
    ("called at quarter to one", "2026-11-20 12:45"),
    ("called around 11ish", "2026-11-20 11:00"),
    ("called 1130am", "2026-11-20 11:30"),
    ("called 930am", "2026-11-20 09:30"),
    ("called 1315hrs", "2026-11-20 13:15"),
    ("called yday arvo", "2026-11-19 15:00"),
    ("called wed arvo", "2026-11-18 15:00"),
    ("called this morn", "2026-11-20 09:00"),
    ("called 3 days back", "2026-11-17 12:00"),
    ("called couple of days back", "2026-11-18 12:00"),
    ("called 2 hrs back", "2026-11-20 12:00"),
    ("called 20 mins ago", "2026-11-20 13:40"),
    ("called half an hour ago", "2026-11-20 13:30"),
    ("called 3h ago", "2026-11-20 11:00"),
    ("called a couple of days ago", "2026-11-18 12:00"),
    ("called a few weeks ago", "2026-10-30 12:00"),
    ("called a fortnight ago", "2026-11-06 12:00"),
    ("called 2 wks ago", "2026-11-06 12:00"),
    ("called 10 days ago at 4pm", "2026-11-10 16:00"),
    ("called last week", "2026-11-13 12:00"),
    ("called last month", "2026-10-20 12:00"),
    ("met on Nov 3rd", "2026-11-03 12:00"),
    ("met on the 3rd of November, 2025", "2025-11-03 12:00"),
    ("met 3 Nov 10:15", "2026-11-03 10:15"),
    ("met Mon, 16 Nov", "2026-11-16 12:00"),
    ("met on May 3", "2026-05-03 12:00"),
    ("met may 3rd", "2026-05-03 12:00"),
    ("met on 31 December", "2025-12-31 12:00"),
    ("met on 29 Feb", "2024-02-29 12:00"),
    ("met 2026-11-13 10:30", "2026-11-13 10:30"),
    ("met on 13/11", "2026-11-13 12:00"),
    ("met on 11/13", "2026-11-13 12:00"),
    ("met on 3.11.2026", "2026-11-03 12:00"),
    ("yesterday's demo went well", "2026-11-19 12:00"),
    ("called back on Monday", "2026-11-16 12:00"),
    ("met on 3/11", "2026-11-03 12:00"),
    ("met on 11/3", "2026-11-03 12:00"),
    ("met on 12/10", "2026-10-12 12:00"),
    ("called on the 3rd", "2026-11-03 12:00"),
    ("called on the 12th about the invoice", "2026-11-12 12:00"),
    ("met on the 2nd at 3pm", "2026-11-02 15:00"),
    ("met on the 30th", "2026-10-30 12:00"),
    ("met on the 20th", "2026-11-20 12:00"),
    ("met on the 31st", "2026-10-31 12:00"),
    ("met Tuesday the 17th", "2026-11-17 12:00"),
    ("meeting with Tom on Tuesday", "2026-11-17 12:00"),
    ("was playing golf with him on Tuesday", "2026-11-17 12:00"),
    ("emailed yesterday, will call Friday", "2026-11-19 12:00"),
    ("met on Monday, they promised to pay on Wednesday", "2026-11-16 12:00"),
    ("she will decide and I called her on Tuesday", "2026-11-17 12:00"),
    ("no answer on Tuesday", "2026-11-17 12:00"),
    ("ordered 20 on Tuesday", "2026-11-17 12:00"),
]

UNSAID = """
called
called today
called earlier today
called just now
called this afternoon
called tonight
called this Friday
called friday week
called tomorrow's contact
will decide by Friday
will decide by end of last week
quote due Monday
called, needs it before Monday
called until 3pm
called since Monday
called for Friday
called re Monday's demo
Friday's order left, called
called about Friday's order
called about Monday
called from Monday to Wednesday
called to book a demo for Friday
called, she is back on Monday
called, she's out on Thursday
asked me to call on Monday
promised to pay on Monday
booked a demo on Monday
agreed a meeting on Monday
wants to meet on Monday
they might sign on Monday
they have a board meeting on Monday
didn't call on Monday
called, happy Friday!
called Maria, she ordered on Tuesday
the pump we repaired last month is leaking again
the printer they bought last year is broken
the part we sent on Tuesday never came
appointment made for 20/11 at 1pm
called, needs 3 at 9.50 each
called, sold at two of their sites
called @tom
called, the order of 3 Nov came broken on Tuesday
called, available 24/7
called, 50/50 chance
called, 5/5
met on 30 Feb
met at 25:00
met at 3 of their sites
called about 2 of them
called, needs 3 at 20 each
called, version 2.30 at 3:1
called +44 20 7946 0958
called re order 4711
called, uses Monday.com
called, they may march on
called, sat down for a second
called, the sun was out
called 5 times ago
called a minute
called the other day
called about the 3rd
called on the 3rd floor
the fitting is on the 3rd
playing golf with him friday
we are seeing the buyer Monday at 10
meeting them Tuesday to go through numbers
happy to meet on the 4th
policy lapses 1st Jan
they close at 3pm on Fridays
""".strip().splitlines()


@pytest.mark.parametrize(("words", "then"), SAID)
def test_a_phrase_names_the_latest_past_moment_that_fits(words, then):
    assert when(words, FRIDAY, LONDON) == at(LONDON, then)


@pytest.mark.parametrize("words", UNSAID)
def test_without_a_date_of_the_contact_it_was_now(words):
    assert when(words, FRIDAY, LONDON) == FRIDAY


@pytest.mark.parametrize(
    ("zone", "now", "words", "then"),
    [
        (LONDON, "2026-11-20 10:00", "called at 3pm", "2026-11-19 15:00"),
        (LONDON, "2026-11-20 16:00", "called at 3pm", "2026-11-20 15:00"),
        (LONDON, "2026-11-20 08:00", "called this morning", "2026-11-20 08:00"),
        (LONDON, "2026-11-20 10:00", "called today at 3pm", "2026-11-20 10:00"),
        (KOLKATA, "2026-11-20 01:15", "called yesterday", "2026-11-19 12:00"),
        (KOLKATA, "2026-11-20 01:15", "called at 3pm", "2026-11-19 15:00"),
        (KOLKATA, "2026-11-20 23:50", "called Thursday at 18:30", "2026-11-19 18:30"),
        (AUCKLAND, "2026-11-21 07:00", "called yesterday", "2026-11-20 12:00"),
        (AUCKLAND, "2026-11-21 07:00", "called on Friday", "2026-11-20 12:00"),
        (AUCKLAND, "2026-11-21 07:00", "called last night", "2026-11-20 20:00"),
        (NEW_YORK, "2026-11-20 21:00", "called at noon", "2026-11-20 12:00"),
        (NEW_YORK, "2026-11-20 21:00", "called on 2026-11-20", "2026-11-20 12:00"),
        (LORD_HOWE, "2026-04-05 09:00", "called yesterday", "2026-04-04 12:00"),
        (LONDON, "2026-01-01 09:00", "called yesterday", "2025-12-31 12:00"),
        (LONDON, "2026-03-01 09:00", "called on the 31st", "2026-01-31 12:00"),
        (LONDON, "2026-01-02 09:00", "called on 3/11", "2025-11-03 12:00"),
        (AUCKLAND, "2026-11-21 07:00", "called on the 20th", "2026-11-20 12:00"),
        (NEW_YORK, "2026-11-20 21:00", "called on the 21st", "2026-10-21 12:00"),
        (LONDON, "2026-03-30 09:00", "called yesterday at 9am", "2026-03-29 09:00"),
        (LONDON, "2026-10-26 09:00", "called 2 days ago", "2026-10-24 12:00"),
    ],
)
def test_days_and_hours_are_those_of_the_typer(zone, now, words, then):
    assert when(words, at(zone, now), zone) == at(zone, then)


def test_hours_ago_are_counted_across_a_change_of_the_clocks():
    now = datetime(2026, 10, 25, 2, 30, tzinfo=UTC)
    assert when("called 2 hours ago", now, LONDON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_an_hour_that_the_clocks_repeat_is_the_first_of_the_two():
    now = at(LONDON, "2026-10-25 09:00")
    assert when("called at 1:30am", now, LONDON) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_an_hour_that_the_clocks_skip_is_the_one_after():
    now = at(LONDON, "2026-03-29 09:00")
    assert when("called at 1:30am", now, LONDON) == at(LONDON, "2026-03-29 02:30")


@pytest.mark.parametrize("words", ["called", "called yesterday", "called an hour ago"])
def test_the_moment_is_in_utc(words):
    assert when(words, FRIDAY.astimezone(AUCKLAND), KOLKATA).tzinfo is UTC


def test_the_latest_of_several_moments_counts_whatever_their_order():
    days = ["on Monday", "on Tuesday", "yesterday", "3 weeks ago", "last month"]
    for seed in range(20):
        random.Random(seed).shuffle(days)  # noqa: S311 - no secret is made of it
        said = when(f"called {', called '.join(days)}", FRIDAY, LONDON)
        assert said == at(LONDON, "2026-11-19 12:00")


def test_many_dates_cost_no_more_than_a_few():
    def read_dates(count: int) -> None:
        when("called on Friday " * count, FRIDAY, LONDON)

    assert growth(read_dates, 10, 100) < 20
