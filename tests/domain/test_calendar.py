"""Working time on somebody's own clock."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from domain.calendar import NINE_TO_FIVE, Calendar, Shift, moment, monday_of

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
KOLKATA = ZoneInfo("Asia/Kolkata")
IN_LONDON = Calendar(zone=LONDON)


def local(text, zone=LONDON):
    return datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(UTC)


@pytest.mark.parametrize(
    ("at", "hours_later", "then"),
    [
        ("2026-11-16 09:00", 1, "2026-11-16 10:00"),  # a Monday
        ("2026-11-16 16:30", 1, "2026-11-17 09:30"),  # over the night
        ("2026-11-20 16:30", 1, "2026-11-23 09:30"),  # over the weekend
        ("2026-11-21 12:00", 4, "2026-11-23 13:00"),  # from a Saturday
        ("2026-11-16 07:00", 1, "2026-11-16 10:00"),  # before the day begins
        ("2026-11-16 17:00", 1, "2026-11-17 10:00"),  # five o'clock is over
        ("2026-11-16 09:00", 8, "2026-11-16 17:00"),  # a deadline may be five sharp
        ("2026-11-16 09:00", 40, "2026-11-20 17:00"),
        ("2026-11-16 09:00:30", 8, "2026-11-17 09:00:30"),
        ("2026-11-16 09:00:00.5", 8, "2026-11-17 09:00:00.5"),
        ("2026-03-27 16:00", 2, "2026-03-30 10:00"),  # clocks go forward in between
        ("2026-10-23 16:00", 2, "2026-10-26 10:00"),  # and back
    ],
)
def test_working_hours_pass_only_while_the_team_works(at, hours_later, then):
    assert IN_LONDON.after_hours(local(at), hours_later) == local(then)


@pytest.mark.parametrize(
    ("at", "days", "then"),
    [
        ("2026-11-16 14:20", 1, "2026-11-17 14:20"),
        ("2026-11-20 14:20", 1, "2026-11-23 14:20"),
        ("2026-11-16 14:20", 7, "2026-11-25 14:20"),
        ("2026-11-14 14:20", 1, "2026-11-16 17:00"),
    ],
)
def test_a_working_day_later_is_the_same_time_of_day(at, days, then):
    assert IN_LONDON.after_days(local(at), days) == local(then)


@pytest.mark.parametrize(
    ("at", "then"),
    [
        ("2026-11-16 08:00", "2026-11-16 09:15"),
        ("2026-11-16 09:15", "2026-11-16 09:15"),
        ("2026-11-16 09:16", "2026-11-17 09:15"),
        ("2026-11-20 12:00", "2026-11-23 09:15"),
        ("2026-11-22 12:00", "2026-11-23 09:15"),
    ],
)
@pytest.mark.parametrize("zone", [LONDON, NEW_YORK, KOLKATA])
def test_a_morning_is_the_first_quarter_past_nine_from_then_on(at, then, zone):
    assert Calendar(zone=zone).morning(local(at, zone)) == local(then, zone)


def test_the_morning_of_a_day_may_have_passed_already():
    assert IN_LONDON.morning_of(local("2026-11-16 15:00")) == local("2026-11-16 09:15")
    assert IN_LONDON.morning_of(local("2026-11-21 15:00")) == local("2026-11-23 09:15")


def test_monday_in_auckland_is_sunday_in_new_york():
    at = local("2026-11-16 09:30", ZoneInfo("Pacific/Auckland"))
    assert Calendar(zone=ZoneInfo("Pacific/Auckland")).is_working(at)
    assert not Calendar(zone=NEW_YORK).is_working(at)


@pytest.mark.parametrize(
    ("at", "works"),
    [
        ("2026-11-16 08:59", False),
        ("2026-11-16 09:00", True),
        ("2026-11-20 16:59", True),
        ("2026-11-20 17:00", False),
        ("2026-11-21 12:00", False),
    ],
)
def test_the_week_is_monday_to_friday_nine_to_five(at, works):
    assert IN_LONDON.is_working(local(at)) is works


def test_the_end_of_a_day_off_is_the_end_of_the_next_working_day():
    assert IN_LONDON.day_end(local("2026-11-21 12:00")) == local("2026-11-23 17:00")


def test_the_working_day_before_monday_is_friday():
    monday = local("2026-11-16 12:00").date()
    assert IN_LONDON.last_working_day_before(monday).isoformat() == "2026-11-13"


@pytest.mark.parametrize("day", ["2026-11-16", "2026-11-18", "2026-11-22"])
def test_a_week_begins_on_monday(day):
    assert monday_of(local(f"{day} 12:00").date()).isoformat() == "2026-11-16"


def shift(begins, ends):
    hours, minutes = zip(*(map(int, each.split(":")) for each in (begins, ends)), strict=True)
    return Shift(*(60 * h + m for h, m in zip(hours, minutes, strict=True)))


DAY = (shift("9:00", "12:30"), shift("13:30", "17:30"))
SHORT = (shift("9:00", "13:00"),)
SPLIT = Calendar(
    zone=LONDON,
    week=(DAY, DAY, DAY, DAY, SHORT, (), ()),
    holidays=frozenset({date(2026, 11, 18)}),  # a Wednesday
)


@pytest.mark.parametrize(
    ("at", "hours", "then"),
    [
        ("2026-11-16 12:00", 1, "2026-11-16 14:00"),  # over lunch
        ("2026-11-16 13:00", 0.5, "2026-11-16 14:00"),  # from lunch
        ("2026-11-16 09:00", 7.5, "2026-11-16 17:30"),  # a whole day
        ("2026-11-16 17:00", 1, "2026-11-17 09:30"),
        ("2026-11-17 17:00", 1, "2026-11-19 09:30"),  # over the holiday
        ("2026-11-18 10:00", 1, "2026-11-19 10:00"),  # from it
        ("2026-11-20 12:00", 2, "2026-11-23 10:00"),  # over the short day's end
    ],
)
def test_hours_pass_in_shifts_of_any_length_and_on_no_holiday(at, hours, then):
    assert SPLIT.after_hours(local(at), hours) == local(then)


@pytest.mark.parametrize(
    ("at", "days", "then"),
    [
        ("2026-11-16 14:20", 1, "2026-11-17 14:20"),
        ("2026-11-17 14:20", 1, "2026-11-19 14:20"),  # the holiday is no day
        ("2026-11-19 14:20", 1, "2026-11-20 13:00"),  # the short day is over by then
        ("2026-11-19 14:20", 2, "2026-11-23 14:20"),  # and yet it was one
        ("2026-11-20 12:45", 1, "2026-11-23 12:30"),  # somebody's lunch
        ("2026-11-16 09:00", 1, "2026-11-16 17:30"),  # all of that day
        ("2026-11-18 10:00", 2, "2026-11-20 13:00"),
    ],
)
def test_a_working_day_is_as_long_as_it_is(at, days, then):
    assert SPLIT.after_days(local(at), days) == local(then)


@pytest.mark.parametrize(
    ("at", "hours", "then"),
    [
        ("2026-11-19 10:00", 2, "2026-11-17 16:30"),
        ("2026-11-16 14:00", 1, "2026-11-16 12:00"),
        ("2026-11-23 09:00", 4, "2026-11-20 09:00"),
    ],
)
def test_some_working_hours_before_are_counted_backwards(at, hours, then):
    assert SPLIT.before_hours(local(at), hours) == local(then)


def test_routine_is_asked_a_quarter_of_an_hour_after_work_begins():
    late = Calendar(zone=LONDON, week=((shift("11:00", "19:00"),),) * 7)
    assert late.morning(local("2026-11-16 12:00")) == local("2026-11-17 11:15")
    assert late.day_end(local("2026-11-16 12:00")) == local("2026-11-16 19:00")


@pytest.mark.parametrize(
    "week",
    [
        ((),) * 7,
        NINE_TO_FIVE[:6],
        ((shift("13:00", "17:00"), shift("9:00", "12:00")), *NINE_TO_FIVE[1:]),
        ((Shift(540, 1441),), *NINE_TO_FIVE[1:]),
    ],
)
def test_a_week_without_work_or_with_shifts_in_disorder_is_refused(week):
    with pytest.raises(ValueError, match=r"week|shifts"):
        Calendar(zone=LONDON, week=week)


ZONES = [
    "UTC",
    "Europe/London",
    "America/New_York",
    "America/Havana",  # midnight itself is skipped in spring
    "Australia/Lord_Howe",  # half an hour
    "Asia/Kolkata",
    "Pacific/Apia",
    "Africa/Casablanca",
]
DAYS_OF_2026 = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def days(draw):
    edges = sorted(draw(st.sets(st.integers(0, 1440), min_size=0, max_size=6)))
    return tuple(Shift(*pair) for pair in zip(edges[::2], edges[1::2], strict=False))


@st.composite
def calendars(draw):
    week = tuple(draw(st.tuples(*[days()] * 7)))
    assume(any(week))
    zone = ZoneInfo(draw(st.sampled_from(ZONES)))
    holidays = draw(st.frozensets(DAYS_OF_2026, max_size=4))
    return Calendar(zone=zone, week=week, holidays=holidays)


MOMENTS = st.integers(0, 364 * 24 * 60).map(
    lambda minutes: local("2026-01-01 00:00") + timedelta(minutes=minutes)
)
HOURS = st.integers(0, 40 * 60).map(lambda minutes: minutes / 60)


@given(calendars(), MOMENTS, MOMENTS, HOURS, st.integers(0, 9))
def test_what_begins_later_is_never_due_sooner(calendar, one, other, hours, days):
    first, second = sorted((one, other))
    assert calendar.next_working(first) <= calendar.next_working(second)
    assert calendar.after_hours(first, hours) <= calendar.after_hours(second, hours)
    assert calendar.before_hours(first, hours) <= calendar.before_hours(second, hours)
    assert calendar.morning(first) <= calendar.morning(second)
    starts = [calendar.next_working(each).astimezone(calendar.zone) for each in (first, second)]
    if not any(_is_told_twice(each) for each in starts):
        assert calendar.after_days(first, days) <= calendar.after_days(second, days)


def _is_told_twice(local_at):
    return local_at.replace(fold=0).utcoffset() != local_at.replace(fold=1).utcoffset()


SOON_AFTER_MIDNIGHT = Calendar(zone=ZoneInfo("UTC"), week=((),) * 6 + ((Shift(0, 1),),))


@example(SOON_AFTER_MIDNIGHT, local("2026-01-01 00:00"), 0, 0)
@given(calendars(), MOMENTS, HOURS, st.integers(0, 9))
def test_whatever_is_reckoned_is_working_time_or_the_very_end_of_it(calendar, at, hours, days):
    assert calendar.is_working(calendar.next_working(at))
    for then in (
        calendar.after_hours(at, hours),
        calendar.after_days(at, days),
        calendar.day_end(at),
    ):
        last = then if calendar.is_working(then) else then - timedelta(microseconds=1)
        assert calendar.is_working(last)
        assert calendar.is_working_day(calendar.day(last))


@given(calendars(), MOMENTS, HOURS, HOURS)
def test_hours_add_up_and_are_counted_back(calendar, at, some, more):
    step_by_step = calendar.after_hours(calendar.after_hours(at, some), more)
    at_once = calendar.after_hours(at, some + more)
    apart = calendar.next_working(step_by_step) - calendar.next_working(at_once)
    assert abs(apart) < timedelta(milliseconds=1)
    if some:
        back = calendar.before_hours(calendar.after_hours(at, some), some)
        assert abs(back - calendar.next_working(at)) < timedelta(milliseconds=1)


@given(st.sampled_from(ZONES), MOMENTS, st.integers(0, 12))
def test_a_day_of_nine_to_five_is_eight_hours_whatever_the_clocks_do(zone, at, days):
    calendar = Calendar(zone=ZoneInfo(zone))
    assert calendar.after_days(at, days) == calendar.after_hours(at, days * 8)


@given(DAYS_OF_2026, st.sampled_from(ZONES))
def test_work_begins_at_nine_on_the_wall_whatever_the_clocks_do(day, zone):
    calendar = Calendar(zone=ZoneInfo(zone))
    begins = calendar.next_working(moment(day, time(0), calendar.zone)).astimezone(calendar.zone)
    assert begins.time() == time(9)
