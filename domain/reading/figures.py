"""Days to come that are written in figures."""

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.reading.ahead import Ahead
from domain.reading.words.calendar import FIGURES

FAR = timedelta(days=300)
"""A day of the calendar further ahead than this, whose year is not said, is one that is past."""

_ISO = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")


def iso(text: str, zone: ZoneInfo) -> Ahead | None:
    found = _ISO.search(text)
    day = _day(int(found[1]), int(found[2]), int(found[3])) if found else None
    if found is None or day is None:
        return None
    return Ahead(at=datetime.combine(day, time(), zone), has_hour=False, span=found.span())


def figures(text: str, now: datetime, zone: ZoneInfo, month_first: bool) -> Ahead | None:  # noqa: FBT001 - handed on
    found = FIGURES.search(text)
    if found is None:
        return None
    today, pair = now.astimezone(zone).date(), (int(found[1]), int(found[2]))
    orders = [pair[::-1], pair] if month_first else [pair, pair[::-1]]
    if "." in found[0]:
        orders = [pair]
    for day, month in orders:
        for year in (today.year, today.year + 1):
            then = _day(year, month, day)
            if then and today < then <= today + FAR:
                at = datetime.combine(then, time(), zone)
                return Ahead(at=at, has_hour=False, span=found.span())
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
