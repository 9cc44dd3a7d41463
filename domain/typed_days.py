"""Days as people write them with their month: 3 May, May 3rd 2027, 12.6.1980, 12/6."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

LEAP_YEAR = 2000
YEARS = range(1900, 2101)
_CENTURY = 100
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NTH = r"(\d{1,2})(?:st|[nr]d|th)?\.?"
_YEAR = r"(?:,?\s+(\d{4}))?"
_WRITTEN = (
    re.compile(rf"\b{_NTH}\s*(?:of\s+)?{MONTH}\.?{_YEAR}(?!\w)", re.IGNORECASE),
    re.compile(rf"\b{MONTH}\.?\s*(?:the\s+)?{_NTH}{_YEAR}(?!\w)", re.IGNORECASE),
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_FIGURES = re.compile(r"(?<![\d.,])(\d{1,2})([./])(\d{1,2})(?:\2(\d{4}|\d{2})|\.(?!\d)|(?![\d./]))")


@dataclass(frozen=True, kw_only=True)
class TypedDay:
    """`year` is None where none was written; `span` is where it stands."""

    day: int
    month: int
    year: int | None = None
    span: tuple[int, int] = (0, 0)

    def next(self, today: date) -> date:
        """The next one from today on, whatever its year; of the 29th of February the 28th."""
        this = in_year(self.month, self.day, today.year)
        return this if this >= today else in_year(self.month, self.day, today.year + 1)

    def coming(self, today: date) -> date:
        """The day of its own year, else the next one."""
        return in_year(self.month, self.day, self.year) if self.year else self.next(today)


def month_of(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def in_year(month: int, day: int, year: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def find(text: str, *, month_first: bool = False) -> TypedDay | None:
    """The first that stands in it, if any."""
    found = (_written(text), _iso(text), _figures(text, month_first=month_first))
    return min(filter(None, found), key=lambda each: each.span, default=None)


def _written(text: str) -> TypedDay | None:
    for pattern, (day, name) in zip(_WRITTEN, ((1, 2), (2, 1)), strict=True):
        if said := pattern.search(text):
            return _day(int(said[day]), month_of(said[name]), said[3], said.span())
    return None


def _iso(text: str) -> TypedDay | None:
    said = _ISO.search(text)
    return _day(int(said[3]), int(said[2]), said[1], said.span()) if said else None


def _figures(text: str, *, month_first: bool) -> TypedDay | None:
    """With points the day always comes first."""
    said = _FIGURES.search(text)
    if said is None:
        return None
    day, month = int(said[1]), int(said[3])
    if month_first and said[2] == "/":
        day, month = month, day
    return _day(day, month, said[4], said.span())


def _day(day: int, month: int, year: str | None, span: tuple[int, int]) -> TypedDay | None:
    wrote = int(year) if year else None
    if wrote is not None and wrote < _CENTURY:
        wrote += 2000
    is_month = 0 < month <= len(_MONTHS) and (wrote is None or wrote in YEARS)
    if not is_month or not 0 < day <= monthrange(wrote or LEAP_YEAR, month)[1]:
        return None
    return TypedDay(day=day, month=month, year=wrote, span=span)
