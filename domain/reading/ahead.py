"""When something is to be: the first moment to come that words name, as in "next Tuesday at 2"."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.reading.calendar import NOON, clock_at, pattern

FAR = timedelta(days=300)
"""A day of the calendar further ahead than this, whose year is not said, is one that is past."""

_NUMBER = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER |= {"couple": 2, "few": 3}
_UNITS = {"minute": "minutes", "min": "minutes", "hour": "hours", "hr": "hours"}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PARTS = {"morning": 9, "afternoon": 14, "lunch": 14, "evening": 17, "noon": NOON}
_PART = re.compile(rf"\b({'|'.join(_PARTS)})\b")
_HOUR, _ISO, _FIGURES = pattern("at_an_hour"), pattern("iso"), pattern("day_and_month")
_WEEK = 7


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """`at` is aware; midnight of that day where no hour is named. `span` is where it stands."""

    at: datetime
    has_hour: bool
    span: tuple[int, int]


def ahead(words: str, now: datetime, zone: ZoneInfo) -> Ahead | None:
    """`words` are written small, with one blank between."""
    here = now.astimezone(zone)
    for each, find in _FINDERS:
        found = each.search(words)
        then = find(found, here) if found else None
        if found and isinstance(then, datetime):
            return Ahead(at=then, has_hour=True, span=found.span())
        if found and then:
            return _with_hour(then, words, found.span(), here)
    return None


def of_calendar(text: str, zone: ZoneInfo) -> Ahead | None:
    """A whole date, as in 2026-11-30."""
    found = _ISO.search(text)
    day = _day(int(found[1]), int(found[2]), int(found[3])) if found else None
    return _midnight(day, found, zone) if found and day else None


def in_figures(text: str, now: datetime, zone: ZoneInfo, *, month_first: bool) -> Ahead | None:
    """A day to come that is written in figures."""
    found = _FIGURES.search(text)
    if found is None:
        return None
    today, pair = now.astimezone(zone).date(), (int(found[1]), int(found[2]))
    orders = [pair[::-1], pair] if month_first else [pair, pair[::-1]]
    for day_of, month in [pair] if "." in found[0] else orders:
        for year in (today.year, today.year + 1):
            then = _day(year, month, day_of)
            if then and today < then <= today + FAR:
                return _midnight(then, found, zone)
    return None


def _midnight(day: date, found: re.Match[str], zone: ZoneInfo) -> Ahead:
    return Ahead(at=datetime.combine(day, time(), zone), has_hour=False, span=found.span())


def _with_hour(day: date, words: str, span: tuple[int, int], here: datetime) -> Ahead | None:
    hour, end = _hour(words, span[0])
    at = datetime.combine(day, hour or time(), here.tzinfo)
    if at < here and hour:
        return None
    return Ahead(at=at, has_hour=hour is not None, span=(span[0], max(span[1], end)))


def _hour(words: str, start: int) -> tuple[time | None, int]:
    part = _PART.search(words, start)
    found = _HOUR.search(words, start)
    if found and not (part and part[1] == "noon" and part.start() < found.start()):
        hour, minute = found["at"] or found["on"], found["past"] or found["min"]
        clock = clock_at(hour, minute or "", found["half"] or "")
        return clock, found.end() if clock else 0
    return (time(_PARTS[part[1]]), part.end()) if part else (None, 0)


def _in(found: re.Match[str], here: datetime) -> date | datetime | None:
    count, unit = found["count"], found["unit"]
    number = int(count) if count.isdigit() else _NUMBER[count]
    if unit in _UNITS:
        return here + timedelta(**{_UNITS[unit]: number})
    if unit == "month":
        return _month(here.date(), number, here.day)
    days = {"day": 1, "fortnight": 2 * _WEEK}.get(unit, _WEEK)
    return here.date() + timedelta(days=number * days)


def _weekday(found: re.Match[str], here: datetime) -> date:
    """The next one after today; "after Monday" is the day after it."""
    wanted = _WEEKDAYS.index(found["weekday"][:3])
    days = (wanted - here.weekday() - 1) % _WEEK + 1
    return here.date() + timedelta(days=days + bool(found["after"]))


def _dated(found: re.Match[str], here: datetime) -> date | None:
    """The next one of that date; "after the 12th" is the day after it."""
    day = int(found["day"] or found["last"])
    name = found["month"] or found["first"]
    today = here.date()
    if name:
        month = MONTH_NAMES.index(name[:3]) + 1
        there = (_day(today.year + each, month, day) for each in (0, 1))
    else:
        there = (_month(today, each, day) for each in range(3))
    then = next((each for each in there if each and each >= today), None)
    return then + timedelta(days=1) if then and found["after"] else then


def _month(today: date, later: int, day: int) -> date | None:
    year, month = divmod(today.year * len(MONTH_NAMES) + today.month - 1 + later, len(MONTH_NAMES))
    return _day(year, month + 1, min(day, monthrange(year, month + 1)[1]))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _end_of(found: re.Match[str], here: datetime) -> date | None:
    if (found["whole"] or found["last"]) in {"week", None}:
        return here.date() + timedelta(days=(4 - here.weekday()) % _WEEK)
    return _month(here.date(), 0, 31)


_Find = Callable[[re.Match[str], datetime], date | datetime | None]
_FINDS: dict[str, _Find] = {
    "dated": _dated,
    "nth_ahead": _dated,
    "tomorrow": lambda _, here: here.date() + timedelta(days=1),
    "next_week": lambda _, here: here.date() + timedelta(days=_WEEK - here.weekday()),
    "next_weekday": _weekday,
    "within": _in,
    "for": _in,
    "next_month": lambda _, here: _month(here.date(), 1, 1),
    "christmas": lambda _, here: date(here.year, 12, 25),
    "new_year": lambda _, here: date(here.year + 1, 1, 2),
    "end": _end_of,
    "later_today": lambda found, here: (
        here + timedelta(hours=2) if "later" in found[0] else here.date()
    ),
}
_FINDERS = [(pattern(name), find) for name, find in _FINDS.items()]
"""The first that fits, and is there, counts."""
