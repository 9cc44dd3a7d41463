"""When something is to be: the first moment to come that words name, as in "next Tuesday at 2"."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_NUMBER = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER |= {"couple": 2, "few": 3}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)s?"
)
_DAY_NAME = _WEEKDAY.replace("?P<weekday>", "?:")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_COUNT = rf"(?P<count>\d{{1,2}}|{'|'.join(_NUMBER)})(?: of)?"
_UNIT = r"(?P<unit>minute|min|hour|hr|day|week|wk|month|fortnight)s?"
_HOUR = re.compile(
    r"\b(?:(?:at|around|about) (?P<at>\d{1,2})(?:[:.](?P<past>\d\d))?"
    r"|(?P<on>\d{1,2})(?:[:.](?P<min>\d\d))?(?= ?[ap]m))(?: ?(?P<half>[ap]m))?"
)
_PARTS = {"morning": 9, "afternoon": 14, "lunch": 14, "evening": 17, "noon": 12}
_PART = re.compile(rf"\b({'|'.join(_PARTS)})\b")
_NIGHT_ENDS = 7
_NOON = 12
_WEEK = 7
_YEAR = 12


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """`at` is aware; midnight of that day where no hour is named. `span` is where it stands."""

    at: datetime
    has_hour: bool
    span: tuple[int, int]


def ahead(words: str, now: datetime, zone: ZoneInfo) -> Ahead | None:
    """`words` are written small, with one blank between."""
    here = now.astimezone(zone)
    found = [(match, find) for pattern, find in _PATTERNS if (match := pattern.search(words))]
    for match, find in found:
        then = find(match, here)
        if isinstance(then, datetime):
            return Ahead(at=then, has_hour=True, span=match.span())
        if then:
            return _with_hour(then, words, match.span(), here)
    return None


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
        hour, minute = int(found["at"] or found["on"]), int(found["past"] or found["min"] or 0)
        is_late = found["half"] == "pm" or (not found["half"] and hour < _NIGHT_ENDS)
        hour += _NOON if is_late and hour < _NOON else 0
        is_hour = hour < 24 and minute < 60  # noqa: PLR2004 - a day
        return (time(hour, minute), found.end()) if is_hour else (None, 0)
    return (time(_PARTS[part[1]]), part.end()) if part else (None, 0)


def _in(found: re.Match[str], here: datetime) -> date | datetime | None:
    count = found["count"]
    number = int(count) if count.isdigit() else _NUMBER[count]
    match found["unit"]:
        case "minute" | "min":
            return here + timedelta(minutes=number)
        case "hour" | "hr":
            return here + timedelta(hours=number)
        case "day":
            return here.date() + timedelta(days=number)
        case "month":
            return _month(here.date(), number, here.day)
        case unit:
            weeks = 2 if unit == "fortnight" else 1
            return here.date() + timedelta(weeks=number * weeks)


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
        month = _MONTHS.index(name[:3]) + 1
        there = (_day(today.year + each, month, day) for each in (0, 1))
    else:
        there = (_month(today, each, day) for each in range(3))
    then = next((each for each in there if each and each >= today), None)
    return then + timedelta(days=1) if then and found["after"] else then


def _month(today: date, later: int, day: int) -> date | None:
    at = today.year * _YEAR + today.month - 1 + later
    last = monthrange(at // _YEAR, at % _YEAR + 1)[1]
    return _day(at // _YEAR, at % _YEAR + 1, min(day, last))


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 0 < day <= monthrange(year, month)[1] else None


def _first_of_month(_: re.Match[str], here: datetime) -> date | None:
    return _month(here.date(), 1, 1)


def _end_of(found: re.Match[str], here: datetime) -> date | None:
    match found["whole"] or found["last"]:
        case "week" | None:
            return here.date() + timedelta(days=(4 - here.weekday()) % _WEEK)
        case _:
            return _month(here.date(), 0, 31)


_Find = Callable[[re.Match[str], datetime], date | datetime | None]
_PATTERNS: tuple[tuple[re.Pattern[str], _Find], ...] = (
    (
        re.compile(
            rf"(?P<after>\bafter )?\b(?:{_DAY_NAME} )?(?:on )?(?:the )?(?:(?P<day>\d{{1,2}})"
            rf"(?:st|[nr]d|th)?(?: of)? (?P<month>{_MONTH})\b|(?P<first>{_MONTH}) (?:the )?"
            rf"(?P<last>\d{{1,2}})(?:st|[nr]d|th)?\b)"
        ),
        _dated,
    ),
    (
        re.compile(
            rf"(?P<after>\bafter )?\b(?:{_DAY_NAME} )?(?:the )?(?P<day>\d{{1,2}})(?:st|[nr]d|th)\b"
            r"(?P<month>)?(?P<first>)?(?P<last>)?"
        ),
        _dated,
    ),
    (
        re.compile(r"\b(?:tomorrow|ma\u00f1ana)\b"),
        lambda _, here: here.date() + timedelta(days=1),
    ),
    (
        re.compile(r"\bnext week\b(?! on)(?! (?:mon|tue|wed|thu|fri))"),
        lambda _, here: here.date() + timedelta(days=_WEEK - here.weekday()),
    ),
    (re.compile(rf"(?P<after>\bafter )?\b(?:next |this |coming )?{_WEEKDAY}\b"), _weekday),
    (re.compile(rf"\bin (?:another )?(?:a )?{_COUNT} ?{_UNIT}\b"), _in),
    (re.compile(rf"\b(?:a )?{_COUNT} ?{_UNIT}\b(?! ago| back| late)"), _in),
    (re.compile(r"\bnext month\b"), _first_of_month),
    (
        re.compile(r"(?<=\bat |\bby )christmas\b|(?<=\bfor )christmas$"),
        lambda _, here: date(here.year, 12, 25),
    ),
    (
        re.compile(r"\b(?:after (?:christmas|xmas)|(?:in the )?new year)\b"),
        lambda _, here: date(here.year + 1, 1, 2),
    ),
    (
        re.compile(r"\b(?:end of (?:the |this )?(?P<whole>week|month)|eow|(?P<last>month) end)\b"),
        _end_of,
    ),
    (
        re.compile(r"\b(?:later today|after lunch|this (?:afternoon|evening))\b"),
        lambda found, here: here.date() if "later" not in found[0] else here + timedelta(hours=2),
    ),
)
"""The first that fits, and is there, counts."""
