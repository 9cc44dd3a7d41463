"""When a cell of a table says that something was: as spreadsheets and CRMs write a day."""

import re
from collections.abc import Iterable
from datetime import datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

MONTHS = 12
NOON = time(12)
_NAMES = """
    january jan januar jänner janvier janv enero ene gennaio
    february feb februar février févr fév febrero
    march mar märz mär mrz mars marzo
    april apr avril avr abril abr
    may mai mayo
    june jun juni juin junio
    july jul juli juillet juil julio
    august aug août aout agosto ago
    september sep sept septembre septiembre set
    october oct oktober okt octobre octubre
    november nov novembre noviembre
    december dec dezember dez décembre déc diciembre dic
"""
"""One month a line, as it is called in English, German, French and Spanish."""

_MONTHS = {
    name: number
    for number, line in enumerate(_NAMES.strip().splitlines(), start=1)
    for name in line.split()
}
_TIME = re.compile(
    r"(?:^|[ T,])(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"(?: ?(?P<half>[ap])\.? ?m\.?)?(?: Uhr)?(?: ?(?P<zone>UTC|GMT|Z|[+-]\d{2}:?\d{2}))?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:[ ,]+(?:at|um|à|a las))?[ ,]*$", re.IGNORECASE)
_NUMBERS = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})$")
_YEAR_FIRST = re.compile(r"^(\d{4})[/.\-年](\d{1,2})[/.\-月](\d{1,2})日?$")
_WEEKDAY = re.compile(r"^[^\W\d]+\.?,? (?=\d|[^\W\d]+\.? \d)")
_SAID = (
    re.compile(
        r"^(?P<day>\d{1,2})(?:st|nd|rd|th|er|[.º])?[ /-]*(?:of |de )?(?P<name>[^\W\d]+)"
        r"[., /-]*(?:del? )?(?P<year>\d{4}|\d{2})$"
    ),
    re.compile(
        r"^(?P<name>[^\W\d]+)[. /-]*(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:, ?|[ /-])(?P<year>\d{4})$"
    ),
)
CENTURY = 2000
HALF_A_DAY = 12


class DateOrder(StrEnum):
    """How a column writes the third of November: 3/11, 11/3, or nothing in it tells."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNKNOWN = "unknown"


def date_order(cells: Iterable[str]) -> DateOrder:
    """Told by any number above twelve that stands for a day."""
    for cell in cells:
        if match := _NUMBERS.match(_parted(cell)[0]):
            first, second = int(match.group(1)), int(match.group(2))
            if first > MONTHS or second > MONTHS:
                return DateOrder.DAY_FIRST if first > MONTHS else DateOrder.MONTH_FIRST
    return DateOrder.UNKNOWN


def is_of_either_order(cell: str) -> bool:
    """Whether it would be a date if its column told their order."""
    return _NUMBERS.match(_parted(cell)[0]) is not None


def read(cell: str, order: DateOrder, zone: ZoneInfo) -> datetime:
    """Times without a zone are told by `zone`; a date without a time is its noon.

    Raises ValueError, also where day and month can't be told apart.
    """
    day, clock = _parted(cell)
    year, month, number = _day(day, order)
    at = time.fromisoformat(_clock(clock)) if clock else NOON
    there = datetime(year, month, number, at.hour, at.minute, at.second, tzinfo=at.tzinfo)
    return there if there.tzinfo else there.replace(tzinfo=zone)


def _parted(cell: str) -> tuple[str, re.Match[str] | None]:
    """The day, and the time behind it, if there is one."""
    text = " ".join(cell.split()).replace(" (UTC)", " UTC")
    clock = _TIME.search(text)
    return (_BETWEEN.sub("", text[: clock.start()]) if clock else text), clock


def _clock(match: re.Match[str]) -> str:
    """As ISO has it. Raises ValueError."""
    hour, half = int(match["hour"]), (match["half"] or "").casefold()
    if half:
        if not 1 <= hour <= HALF_A_DAY:
            raise ValueError(match[0])
        hour = hour % HALF_A_DAY + (HALF_A_DAY if half == "p" else 0)
    zone = (match["zone"] or "").upper()
    return f"{hour:02}:{match['minute']}:{match['second'] or '00'}" + (
        "+00:00" if zone in {"UTC", "GMT", "Z"} else zone
    )


def _day(text: str, order: DateOrder) -> tuple[int, int, int]:
    """Year, month and day."""
    if match := _YEAR_FIRST.match(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.match(text):
        first, second = int(match[1]), int(match[2])
        if order is DateOrder.UNKNOWN and first != second:
            raise ValueError(text)
        day, month = (second, first) if order is DateOrder.MONTH_FIRST else (first, second)
        return _year(match[3]), month, day
    for told in (each.match(said) for said in (text, _WEEKDAY.sub("", text)) for each in _SAID):
        if told and (month_said := _MONTHS.get(told["name"].casefold())):
            return _year(told["year"]), month_said, int(told["day"])
    raise ValueError(text)


def _year(written: str) -> int:
    return int(written) + (CENTURY if len(written) == len("26") else 0)
