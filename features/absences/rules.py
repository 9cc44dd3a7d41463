"""When somebody is away, in the words of whoever says so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from domain import typed_days
from domain.absences import LONGEST_DAYS
from domain.typed_days import MONTH, TypedDay

BEGINS, ENDS = "absence begins", "absence ends"
"""The alarms at midnight before the first day, and after the last."""

TOLD = "stand-in told"
"""The alarm, and the post, by which whoever stands in hears of it."""

ASKED = "away asked"
"""The post that asks whether a status means that reminders are to be held."""

_BECAUSE = re.compile(r"[\s,;–—-]*\b(?:because(?:\s+of)?)\s+(.*)$", re.IGNORECASE | re.DOTALL)
_STAND_IN = re.compile(r"[\s,;]*\bstand-?in:?\s+(.*)$", re.IGNORECASE)
_OFF = re.compile(r"\b(?:off|over|ended?|back)\b", re.IGNORECASE)
_OPEN = re.compile(r"^(?:until|till?|to|up to)\b", re.IGNORECASE)
_LEADS = re.compile(r"\b(?:from|on|until|till?|to|the|for|is|am)\b|[-–—,;:]", re.IGNORECASE)
_DAYS = re.compile(
    rf"\b(\d{{1,2}})\.?\s*[-–—]\s*(?=\d{{1,2}}\.?\s*{MONTH}((?:,?\s+\d{{4}})?))", re.IGNORECASE
)
"""Of two days the month stands but once: 20-24 Dec."""

_NEAR = {"today": 0, "tomorrow": 1}
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WORD = re.compile(
    rf"(?<![@\w])({'|'.join(_NEAR)}|(?:mon|tues?|wed(?:nes|s)?|thu(?:r?s?)?|fri|sat(?:ur)?|sun)(?:day)?)\b"
    r"\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Said:
    """`who` and `stand_in` as they are called; empty for whoever says it, and for nobody named.
    Without days where they `are_back`, or where none could be read.
    """

    first: date | None = None
    last: date | None = None
    who: str = ""
    stand_in: str = ""
    why: str = ""
    are_back: bool = False


def read(words: str, today: date, *, month_first: bool = False) -> Said:
    text, why = _parted(words.strip(), _BECAUSE)
    text, stand_in = _parted(text, _STAND_IN)
    text = _DAYS.sub(lambda found: f"{found[1]} {found[2]}{found[3]} - ", text)
    text = _dated(text, today)
    days = list(_typed(text, month_first=month_first))
    rest = _without(text, days)
    if not days:
        are_back = bool(_OFF.search(rest))
        return Said(who=_name(_OFF.sub(" ", rest)), are_back=are_back)
    first, last = _from_to(text, days, today)
    return Said(first=first, last=last, who=_name(rest), stand_in=_name(stand_in), why=why.strip())


def wrong(first: date, last: date, today: date) -> str:
    """Why nobody is away so; empty where it can be."""
    if last < first:
        return "it ends before it begins"
    if last < today:
        return "that is over already"
    if (last - first).days >= LONGEST_DAYS:
        return "whoever is away for more than a year hands their customers over"
    return ""


def _parted(text: str, by: re.Pattern[str]) -> tuple[str, str]:
    found = by.search(text)
    return (text[: found.start()], found[1]) if found else (text, "")


def _dated(text: str, today: date) -> str:
    """With weekdays as dates; each is the next one after the one before it."""
    parts, end, day = list[str](), 0, today
    for found in _WORD.finditer(text):
        day = _day_of(found[1].lower(), today, day)
        parts += [text[end : found.start()], day.isoformat()]
        end = found.end()
    return "".join([*parts, text[end:]])


def _day_of(word: str, today: date, after: date) -> date:
    if word in _NEAR:
        return today + timedelta(days=_NEAR[word])
    return after + timedelta(days=(_WEEKDAYS.index(word[:3]) - after.weekday()) % 7)


def _typed(text: str, *, month_first: bool) -> Iterator[TypedDay]:
    """The first two, as they stand there."""
    begins = 0
    for _ in range(2):
        found = typed_days.find(text[begins:], month_first=month_first)
        if found is None:
            return
        at = (begins + found.span[0], begins + found.span[1])
        yield TypedDay(day=found.day, month=found.month, year=found.year, span=at)
        begins = at[1]


def _from_to(text: str, days: list[TypedDay], today: date) -> tuple[date, date]:
    if len(days) == 1:
        day = days[0].coming(today)
        return (today if _OPEN.match(text) else day), day
    first, last = days
    begins = first.coming(today)
    if first.year is None and begins > today and _is_under_way(first, last, today):
        begins = typed_days.in_year(first.month, first.day, today.year)
    if last.year is None:
        return begins, last.next(begins)
    return begins, last.coming(begins)


def _is_under_way(first: TypedDay, last: TypedDay, today: date) -> bool:
    """It began this year, and is not over: nobody speaks of what begins in a year."""
    began = typed_days.in_year(first.month, first.day, today.year)
    return began < today <= last.next(began) and (today - began).days < LONGEST_DAYS // 2


def _without(text: str, days: list[TypedDay]) -> str:
    for each in reversed(days):
        text = f"{text[: each.span[0]]} {text[each.span[1] :]}"
    return text


def _name(text: str) -> str:
    return " ".join(_LEADS.sub(" ", f" {text} ").split())
