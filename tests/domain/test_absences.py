"""When somebody is away, as it is said; and what counts of the days on which nobody is there."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar, midnight
from features.absences.rules import read, wrong

TODAY = date(2026, 11, 16)  # a Monday


@pytest.mark.parametrize(
    ("words", "first", "last", "who"),
    [
        ("20 Dec - 3 Jan @ana", "2026-12-20", "2027-01-03", "@ana"),
        ("@ana 20 Dec – 3 Jan 2027", "2026-12-20", "2027-01-03", "@ana"),
        ("20-24 Dec", "2026-12-20", "2026-12-24", ""),
        ("Ana Reyes from 20 Dec until 24 Dec", "2026-12-20", "2026-12-24", "Ana Reyes"),
        ("until 3 Jan", "2026-11-16", "2027-01-03", ""),
        ("tomorrow", "2026-11-17", "2026-11-17", ""),
        ("today until friday", "2026-11-16", "2026-11-20", ""),
        ("Thu - Fri because of a trip", "2026-11-19", "2026-11-20", ""),
        ("Fri. to Tues", "2026-11-20", "2026-11-24", ""),
        ("@sun from weds until Sat", "2026-11-18", "2026-11-21", "@sun"),
        ("thurs", "2026-11-19", "2026-11-19", ""),
        ("2 Nov - 20 Nov", "2026-11-02", "2026-11-20", ""),
        ("2027-02-01 to 2027-02-05", "2027-02-01", "2027-02-05", ""),
        ("5 Mar", "2027-03-05", "2027-03-05", ""),
    ],
)
def test_days_are_read_as_people_write_them(words, first, last, who):
    found = read(words, TODAY)
    assert (str(found.first), str(found.last), found.who) == (first, last, who)


def test_the_reason_and_who_stands_in_are_read_and_so_is_coming_back():
    said = read("20 Dec - 3 Jan @ana stand-in @ben because of 2 weddings", TODAY)
    assert (said.who, said.stand_in, said.why) == ("@ana", "@ben", "2 weddings")
    assert read("off", TODAY).are_back
    assert read("@ana off", TODAY).who == "@ana"
    assert read("at last", TODAY).first is None


def test_no_absence_ends_before_it_begins_or_lies_in_the_past_or_never_ends():
    assert wrong(date(2026, 12, 3), date(2026, 12, 1), TODAY)
    assert wrong(date(2026, 11, 1), date(2026, 11, 15), TODAY)
    assert wrong(date(2026, 12, 1), date(2028, 1, 1), TODAY)
    assert not wrong(date(2026, 11, 1), TODAY, TODAY)


@given(
    zone=st.sampled_from(["Europe/London", "America/New_York", "Pacific/Auckland", "UTC"]),
    begins=st.integers(0, 400),
    length=st.integers(0, 60),
    day=st.integers(0, 400),
    days=st.integers(1, 12),
)
def test_no_working_day_passes_while_somebody_is_away(zone, begins, length, day, days):
    first = date(2026, 1, 1) + timedelta(days=begins)
    last = first + timedelta(days=length)
    theirs = Calendar(zone=ZoneInfo(zone), away=((first, last),))
    at = midnight(date(2026, 1, 1) + timedelta(days=day), theirs.zone)
    begun, ended = theirs.day(theirs.next_working(at)), theirs.day(theirs.after_days(at, days))
    assert not any(first <= each <= last for each in (begun, ended))
    worked = (begun + timedelta(days=number) for number in range((ended - begun).days + 1))
    assert sum(each.weekday() < 5 and not first <= each <= last for each in worked) == days
