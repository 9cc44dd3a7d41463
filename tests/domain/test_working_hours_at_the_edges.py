"""Hours, minutes and days of the week, as far as they go."""

from datetime import time

import pytest
from pydantic import ValidationError

from domain.pacing import DigestNumbers
from domain.working_hours import WorkingHours, read_time, read_week, tell_time, tell_week


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("mon 0:00-0:30", "mon 0:00-0:30"),
        ("mon 23:30-24:00", "mon 23:30-24:00"),
        ("mon 9:00-9:30", "mon 9:00-9:30"),
        ("mon 8:59-17:59", "mon 8:59-17:59"),
        ("mon 12am-12pm", "mon 0:00-12:00"),
        ("mon 12pm-11pm", "mon 12:00-23:00"),
        ("mon 1am-1PM", "mon 1:00-13:00"),
        ("mo-tu 9.15-17.45", "mon-tue 9:15-17:45"),
        ("sat-mon 9-17", "mon 9:00-17:00, sat-sun 9:00-17:00"),
        ("sun-sat 9-17", "mon-sun 9:00-17:00"),
        ("tue-tue 9-17", "tue 9:00-17:00"),
        ("mon tue 9-12, thu 9-12", "mon-tue 9:00-12:00, thu 9:00-12:00"),
        ("mon 9-12 9-12", "mon 9:00-12:00"),
        ("mon 9-12 12-17", "mon 9:00-12:00 12:00-17:00"),
    ],
)
def test_what_just_fits_is_read(typed, told):
    assert tell_week(read_week(typed)) == told


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("mon 9:00-9:29", "9:00-9:29 is short: a shift has at least 30 minutes"),
        ("mon 9-9", "9:00-24:00 one day, and 0:00-9:00 the next"),
        ("mon 0:00-24:01", "“24:01” is no time of the day"),
        ("mon 9:60-17", "“9:60” is no time of the day"),
        ("m 9-17", "“m” is no day of the week"),
        ("mon 9-17 tue", "write days and then their hours"),
        ("mon 9-12 11:59-17", "11:59 lies within 9:00-12:00"),
    ],
)
def test_what_just_does_not_fit_is_refused(typed, why):
    with pytest.raises(ValidationError, match=why):
        WorkingHours(week=typed)


@pytest.mark.parametrize(
    ("typed", "at"),
    [("0:00", time(0)), ("24:00", time(0)), ("8:05 AM", time(8, 5)), ("23:59", time(23, 59))],
)
def test_a_time_of_the_day_is_read_and_told(typed, at):
    assert read_time(typed) == at
    assert DigestNumbers(at=tell_time(at)).at == at


def test_minutes_are_told_with_two_figures():
    assert [tell_time(time(8, 5)), tell_time(time(0)), tell_time(time(23, 59))] == [
        "8:05",
        "0:00",
        "23:59",
    ]
