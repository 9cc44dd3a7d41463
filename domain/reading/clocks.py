"""The hour that words name, on a clock."""

import re
from datetime import datetime, time
from zoneinfo import ZoneInfo

from domain.reading.ahead import Ahead

NOON, MORNING = 12, 7

CLOCK = re.compile(
    r"\b(?:at|around|about) (\d{1,2})(?:[:.](\d\d))?(?: ?([ap]m))?\b"
    r"|\b(\d{1,2})(?:[:.](\d\d))? ?([ap]m)\b|\b(\d{1,2}):(\d\d)\b"
)
_DATED = re.compile(
    r"\d[/.-]\d{1,2}[/.-]|\b\d{1,2}/\d|\b(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|apr|jun|jul|aug|sep|oct"
    r"|nov|dec)|\b(?:march|may|week|month|\d+(?:st|[nr]d|th))\b"
)
"""A day is named, though it is none that is to come."""


def clock_of_today(text: str, now: datetime, zone: ZoneInfo) -> Ahead | None:
    """An hour and no day, as in "3pm" and "today at 3": the next that is of today."""
    found = None if _DATED.search(text) else CLOCK.search(text)
    clock = clock_at(*parts(found)) if found else None
    at = on_day(now.astimezone(zone), clock) if clock else None
    if found is None or at is None or at <= now:
        return None
    return Ahead(at=at, has_hour=True, span=found.span())


def parts(said: re.Match[str]) -> tuple[str, str, str]:
    groups = said.groups()
    first = next(spot for spot, each in enumerate(groups) if each)
    hour, minute, half = (str(it or "") for it in (*groups[first:], None, None)[:3])
    return hour, minute, half


def clock_at(hour: str, minute: str, half: str) -> time | None:
    number = int(hour)
    is_late = half == "pm" or (not half and number < MORNING)
    number += NOON if is_late and number < NOON else 0
    number = 0 if half == "am" and number == NOON else number
    try:
        return time(number, int(minute or 0))
    except ValueError:
        return None


def on_day(day: datetime, clock: time) -> datetime:
    return datetime.combine(day.date(), clock, day.tzinfo)
