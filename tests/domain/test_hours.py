"""Working time on somebody's own clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from domain import hours

LONDON = ZoneInfo("Europe/London")
NEW_YORK = ZoneInfo("America/New_York")
KOLKATA = ZoneInfo("Asia/Kolkata")


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
    assert hours.after_hours(local(at), hours_later, LONDON) == local(then)


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
    assert hours.after_days(local(at), days, LONDON) == local(then)


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
    assert hours.morning(local(at, zone), zone) == local(then, zone)


def test_the_morning_of_a_day_may_have_passed_already():
    assert hours.morning_of(local("2026-11-16 15:00"), LONDON) == local("2026-11-16 09:15")
    assert hours.morning_of(local("2026-11-21 15:00"), LONDON) == local("2026-11-23 09:15")


def test_monday_in_auckland_is_sunday_in_new_york():
    at = local("2026-11-16 09:30", ZoneInfo("Pacific/Auckland"))
    assert hours.is_working(at, ZoneInfo("Pacific/Auckland"))
    assert not hours.is_working(at, NEW_YORK)


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
    assert hours.is_working(local(at), LONDON) is works


def test_the_end_of_a_day_off_is_the_end_of_the_next_working_day():
    assert hours.day_end(local("2026-11-21 12:00"), LONDON) == local("2026-11-23 17:00")


def test_the_working_day_before_monday_is_friday():
    monday = local("2026-11-16 12:00").date()
    assert hours.last_working_day_before(monday).isoformat() == "2026-11-13"


@pytest.mark.parametrize("day", ["2026-11-16", "2026-11-18", "2026-11-22"])
def test_a_week_begins_on_monday(day):
    assert hours.monday_of(local(f"{day} 12:00").date()).isoformat() == "2026-11-16"
