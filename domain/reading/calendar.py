"""How days and hours look in words, from `words/calendar.txt`, and the hour that a clock shows."""

import re
from datetime import datetime, time

from domain.reading.tables import WORDS, patterns

NOON = 12
MORNING = 7
"""The first hour that means the morning, when somebody says "at 7" and no more."""

_PATTERNS = patterns(WORDS / "calendar.txt")


def pattern(name: str) -> re.Pattern[str]:
    return re.compile(_PATTERNS[name])


def clock_in(said: re.Match[str]) -> time | None:
    """Of whichever hour, minute and half of the day it holds, in this order."""
    groups = said.groups()
    first = next(spot for spot, each in enumerate(groups) if each)
    hour, minute, half = (str(it or "") for it in (*groups[first:], None, None)[:3])
    return clock_at(hour, minute, half)


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
