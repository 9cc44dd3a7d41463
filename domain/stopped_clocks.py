"""Clocks that stand still while somebody else has to act, and go on where they stopped."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from domain.calendar import Calendar

HOUR = timedelta(hours=1)


class Stop(NamedTuple):
    """`until` is None while it lasts."""

    since: datetime
    until: datetime | None


def late_at(
    calendar: Calendar, began: datetime, due: datetime, stops: Iterable[Stop]
) -> datetime | None:
    """What began then and was `due`, later by all working time within stops; None while one lasts:
    then nothing is due.
    """
    for stop in joined(stops):
        if stop.until is None:
            return None
        since = max(stop.since, began)
        if began < stop.until and since < due:
            due = calendar.after_hours(stop.until, calendar.worked_between(since, due) / HOUR)
    return due


def joined(stops: Iterable[Stop]) -> Sequence[Stop]:
    """In their order; what overlaps is one."""
    found: list[Stop] = []
    for stop in sorted(stops, key=lambda each: each.since):
        last = found[-1] if found else None
        if last is None or (last.until and last.until < stop.since):
            found.append(stop)
        elif last.until and (stop.until is None or stop.until > last.until):
            found[-1] = Stop(last.since, stop.until)
    return found
