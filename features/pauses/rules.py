"""Until when somebody is left alone, in the words of whoever says so."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain import reading, typed_days
from domain.typed_days import MONTH, in_year, month_of

OVER = "pause over"
"""The alarm at which one ends by itself."""

LONGEST = timedelta(days=2 * 366)
"""Whoever is silent for longer is lost rather than paused."""

_LEAD = re.compile(r"^(?:until|till?|to|for|up to)\s+(?:the\s+)?", re.IGNORECASE)
_WHY = re.compile(r"^[\s,;:.–—-]*(?:because(?:\s+of)?\s+|since\s+|as\s+)?", re.IGNORECASE)
_MONTH = re.compile(rf"{MONTH}(?:\s+(\d{{4}}))?\b", re.IGNORECASE)
_LENGTH = re.compile(
    r"(\d{1,3}|an?|one|two|three|four|five|six)\s+(day|week|month|year)s?\b", re.IGNORECASE
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_YEAR = 12


class Until(NamedTuple):
    """The day on which reminders come again."""

    day: date
    why: str


def until(words: str, now: datetime, zone: ZoneInfo, *, month_first: bool = False) -> Until | None:
    """None where they name no day to come."""
    text = _LEAD.sub("", words.strip())
    today = now.astimezone(zone).date()
    for day, end in _days(text, today, month_first=month_first):
        return Until(day, why(text[end:])) if today < day <= today + LONGEST else None
    read = reading.errand(text, now, zone, month_first=month_first)
    if read.then is None or not today < read.then.at.date() <= today + LONGEST:
        return None
    return Until(read.then.at.date(), why(read.words))


def why(words: str) -> str:
    """Without what only leads to it."""
    return _WHY.sub("", words).strip()


def _days(text: str, today: date, *, month_first: bool) -> Iterator[tuple[date, int]]:
    """What the words begin with, and where it ends."""
    typed = typed_days.find(text, month_first=month_first)
    if typed and typed.span[0] == 0:
        yield typed.coming(today), typed.span[1]
    elif said := _LENGTH.match(text):
        yield _later(today, _NUMBERS.get(said[1].lower()) or int(said[1]), said[2]), said.end()
    elif said := _MONTH.match(text):
        yield _first_of(said[1], said[2], today), said.end()


def _later(today: date, count: int, unit: str) -> date:
    match unit.lower():
        case "day":
            return today + timedelta(days=count)
        case "week":
            return today + timedelta(weeks=count)
        case unit:
            at = today.year * _YEAR + today.month - 1 + count * (_YEAR if unit == "year" else 1)
            return in_year(at % _YEAR + 1, today.day, at // _YEAR)


def _first_of(name: str, year: str | None, today: date) -> date:
    """Of the next month that is called so."""
    month = month_of(name)
    later = today.year + (month <= today.month)
    return date(int(year) if year else later, month, 1)
