"""Clocks that stand still while somebody else has to act lose no time, and gain none."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.stopped_clocks import Stop, joined, late_at

ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")
FROM, TO = (
    datetime.fromisoformat(day) for day in ("2026-03-20", "2026-04-10")
)  # clocks change on the way
MOMENTS = st.datetimes(FROM, TO).map(lambda at: at.replace(microsecond=0, tzinfo=UTC))
SPANS = st.tuples(MOMENTS, st.integers(0, 100)).map(
    lambda it: Stop(it[0], it[0] + timedelta(hours=it[1]))
)
LONDON = Calendar(zone=ZoneInfo("Europe/London"))


def worked(calendar, began, due, stops):
    """Working time from its beginning until it is due, without what lies within stops."""
    total = calendar.worked_between(began, due)
    for stop in joined(stops):
        since, until = max(stop.since, began), min(stop.until, due)
        total -= calendar.worked_between(since, until)
    return total


@given(st.sampled_from(ZONES), MOMENTS, st.integers(1, 60), st.lists(SPANS, max_size=5))
def test_stopped_and_started_it_has_as_much_working_time_as_ever(zone, began, hours, stops):
    calendar = Calendar(zone=ZoneInfo(zone))
    due = calendar.after_hours(began, hours)
    later = late_at(calendar, began, due, stops)
    assert later >= due
    assert worked(calendar, began, later, stops) == timedelta(hours=hours)


@given(MOMENTS, st.integers(1, 60), st.lists(SPANS, max_size=5), st.randoms())
def test_neither_order_nor_a_stop_in_two_pieces_matters(began, hours, stops, random):
    due = LONDON.after_hours(began, hours)
    halves = [
        piece
        for stop in stops
        for half in [stop.since + (stop.until - stop.since) / 2]
        for piece in (Stop(stop.since, half), Stop(half, stop.until))
    ]
    random.shuffle(halves)
    assert late_at(LONDON, began, due, halves) == late_at(LONDON, began, due, stops)


@given(MOMENTS, st.integers(1, 60), st.lists(SPANS, max_size=3), MOMENTS)
def test_nothing_is_due_while_one_lasts(began, hours, stops, since):
    due = LONDON.after_hours(began, hours)
    assert late_at(LONDON, began, due, [*stops, Stop(since, None)]) is None


@pytest.mark.parametrize(
    ("stop", "then"),
    [
        (("2026-11-16 10:00", "2026-11-16 12:00"), "2026-11-16 15:00"),
        (("2026-11-16 10:00", "2026-11-16 20:00"), "2026-11-17 12:00"),
        (("2026-11-16 08:00", "2026-11-16 09:00"), "2026-11-16 13:00"),  # before it began
        (("2026-11-16 14:00", "2026-11-16 15:00"), "2026-11-16 13:00"),  # after it was due
    ],
)
def test_by_how_much_it_is_later(stop, then):
    def at(text):
        return datetime.fromisoformat(text).replace(tzinfo=UTC)

    began = at("2026-11-16 09:00")
    due = LONDON.after_hours(began, 4)
    assert late_at(LONDON, began, due, [Stop(*map(at, stop))]) == at(then)
