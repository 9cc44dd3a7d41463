"""When a promise is asked about, over zones and working hours: in time, once, never at night."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar, Shift, midnight
from domain.touches import Direction, Kind
from features.promises.rules import Promise, PromiseNumbers, asked_at, deadline

NUMBERS = PromiseNumbers()
LONDON = ZoneInfo("Europe/London")
ZONES = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "Europe/London",
            "America/New_York",
            "Asia/Kolkata",
            "Pacific/Auckland",
            "Pacific/Kiritimati",
            "Australia/Lord_Howe",
        )
    ]
)
WEEKS = st.sampled_from(
    [
        ((Shift(9 * 60, 17 * 60),),) * 5 + ((),) * 2,
        ((Shift(8 * 60, 12 * 60), Shift(13 * 60, 16 * 60)),) * 4 + ((),) * 3,
        ((),) + ((Shift(14 * 60, 22 * 60),),) * 6,
        ((Shift(0, 24 * 60),),) * 7,
    ]
)
CALENDARS = st.builds(Calendar, zone=ZONES, week=WEEKS)
MADE = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
AHEAD = st.timedeltas(timedelta(minutes=1), timedelta(days=30))


def promise(at, made_at, zone=LONDON, **more):
    values = {"has_hour": True, "whose": Direction.OURS, "kind": Kind.CALL, "words": ""} | more
    return Promise(id=1, customer_id=1, at=at, made_at=made_at, zone=zone.key, **values)


def of_day(at, made_at, zone, **more):
    day = midnight(at.astimezone(zone).date(), zone)
    return promise(day, made_at, zone, has_hour=False, **more)


@given(calendar=CALENDARS, made=MADE, ahead=AHEAD)
def test_an_hour_is_asked_for_between_its_promise_and_its_moment(calendar, made, ahead):
    it = promise(made + ahead, made)
    asked = asked_at(it, calendar, NUMBERS)
    assert made <= asked <= it.at == deadline(it, calendar)


@given(calendar=CALENDARS, made=MADE, ahead=AHEAD)
def test_it_is_asked_for_while_the_owner_works_unless_no_work_is_left_before(calendar, made, ahead):
    it = promise(made + ahead, made)
    asked = asked_at(it, calendar, NUMBERS)
    assert (
        calendar.is_working(asked) or calendar.next_working(made) >= it.at or _ends(calendar, asked)
    )


def _ends(calendar, at):
    """A moment's very end of work counts as work."""
    return calendar.is_working(at - timedelta(minutes=1))


@given(calendar=CALENDARS, made=MADE, ahead=AHEAD)
def test_no_more_than_two_working_hours_or_that_morning_are_left(calendar, made, ahead):
    it = promise(made + ahead, made)
    asked = asked_at(it, calendar, NUMBERS)
    is_that_day = calendar.day(asked) == calendar.day(it.at)
    in_time = asked >= calendar.before_hours(it.at, NUMBERS.ahead_hours)
    assert is_that_day or in_time


@given(calendar=CALENDARS, zone=ZONES, made=MADE, ahead=AHEAD)
def test_a_day_is_asked_for_before_it_is_over_for_the_customer(calendar, zone, made, ahead):
    it = of_day(made + ahead, made, zone)
    asked = asked_at(it, calendar, NUMBERS)
    assert made <= asked <= max(deadline(it, calendar), made)
    assert deadline(it, calendar) <= it.ends_at


@given(calendar=CALENDARS, zone=ZONES, made=MADE, ahead=AHEAD, has_hour=st.booleans())
def test_what_is_theirs_is_asked_about_once_it_is_over(calendar, zone, made, ahead, has_hour):
    it = promise(made + ahead, made, zone) if has_hour else of_day(made + ahead, made, zone)
    it = replace(it, whose=Direction.THEIRS)
    asked = asked_at(it, calendar, NUMBERS)
    assert it.at < asked < deadline(it, calendar)
    assert calendar.is_working(asked)


MADE_AT = datetime(2026, 11, 16, 9, 0, tzinfo=LONDON)
EXAMPLES = [  # on a Monday at nine: promised for, asked at
    ("2026-11-19 15:00", "2026-11-19 13:00"),
    ("2026-11-19 11:00", "2026-11-19 09:00"),
    ("2026-11-19 10:59", "2026-11-19 09:00"),
    ("2026-11-19 08:00", "2026-11-18 15:00"),
    ("2026-11-21 10:00", "2026-11-20 15:00"),
    ("2026-11-19 20:00", "2026-11-19 15:00"),
    ("2026-11-16 09:30", "2026-11-16 09:15"),
]


@pytest.mark.parametrize(("at", "asked"), EXAMPLES)
def test_the_moment_of_asking_by_example(at, asked):
    it = promise(datetime.fromisoformat(at).replace(tzinfo=LONDON), MADE_AT)
    told = asked_at(it, Calendar(zone=LONDON), NUMBERS).astimezone(LONDON)
    assert f"{told:%Y-%m-%d %H:%M}" == asked


def test_both_numbers_are_settings():
    it = promise(datetime(2026, 11, 19, 12, 0, tzinfo=LONDON), MADE_AT)
    later = PromiseNumbers(ahead_hours=1)
    noon = PromiseNumbers(morning_until=time(12, 30))
    hours = [
        asked_at(it, Calendar(zone=LONDON), each).astimezone(LONDON).hour for each in (later, noon)
    ]
    assert hours == [11, 9]
