"""When a promise is asked about, over zones and working hours: in time, once, never at night."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar, Shift, midnight
from domain.touches import Direction, Kind
from features.promises.rules import (
    Outcome,
    Promise,
    PromiseNumbers,
    asked_at,
    deadline,
    outcome,
    safer,
    theirs,
)

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


EVERYWHERE = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
HOURS = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1))  # noqa: DTZ001 - on any clock


@given(clock=HOURS, ours=EVERYWHERE, zone=EVERYWHERE)
def test_an_hour_is_the_customers_wherever_both_are_and_whatever_their_clocks_skip(
    clock, ours, zone
):
    """What is typed is what their clock shows; an hour that it skips comes after the gap."""
    typed = clock.replace(tzinfo=ours)
    if typed.astimezone(UTC).astimezone(ours).replace(tzinfo=None) != clock:
        return  # nobody's clock shows what ours skips
    then = theirs(typed, ours, zone)
    shown = then.astimezone(zone).replace(tzinfo=None)
    is_skipped = (
        clock.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) != clock
    )
    assert shown > clock if is_skipped else shown == clock


def over(days, kept_after=None):
    at = MADE_AT + timedelta(days=days)
    it = promise(at, MADE_AT)
    return replace(it, kept_at=MADE_AT + kept_after if kept_after else None, let_go_at=at)


HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("took", "given_", "takes"),
    [
        ([1] * 18 + [30] * 2, 2, None),  # one in ten took longer: it is kept
        ([1] * 17 + [30] * 3, 2, 30),
        ([1, 2, 3, 4, 5], 3, 5),
        ([1, 2, 3, 4], 1, None),  # too few to tell
        ([5] * 5 + [None], 1, None),  # of what was not kept nobody knows how long it takes
        ([5] * 19 + [None], 1, 5),
    ],
)
def test_a_safer_time_is_what_nine_of_ten_took(took, given_, takes):
    before = [over(3, hours * HOUR if hours else None) for hours in took]
    found = safer(given_ * HOUR, before, NUMBERS)
    assert (found.takes if found else None) == (takes * HOUR if takes else None)


@pytest.mark.parametrize(
    ("values", "came"),
    [
        ({}, None),
        ({"kept_at": 2}, Outcome.KEPT),
        ({"kept_at": 4}, Outcome.LATE),
        ({"moves": 1}, Outcome.MOVED),
        ({"moves": 1, "kept_at": 2}, Outcome.MOVED),
        ({"moves": 1, "is_moved_late": True, "kept_at": 2}, Outcome.LATE),
        ({"let_go_at": 2}, Outcome.BROKEN),
    ],
)
def test_what_became_of_a_promise_for_the_third_day(values, came):
    days = {"kept_at", "let_go_at"}
    told = {
        name: MADE_AT + timedelta(days=it) if name in days else it for name, it in values.items()
    }
    it = replace(promise(MADE_AT + timedelta(days=3), MADE_AT), **told)
    assert outcome(it, MADE_AT + timedelta(days=1)) is came
    assert outcome(promise(MADE_AT + HOUR, MADE_AT), MADE_AT + HOUR) is Outcome.LATE
