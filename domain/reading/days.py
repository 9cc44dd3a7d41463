"""What a phrase like "Friday at 3" means, said at a certain moment in a certain zone."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

import dateparser

from domain.reading.ahead import MONTH_NAMES
from domain.reading.calendar import MORNING, NOON
from domain.reading.tables import WORDS, rows

MONTHS = 12
MIDDLE = 15
"""The day that stands for a whole month, until somebody says which it was."""

DAWN = 6
"""Until this hour "last night" goes on: it began on the day that it is called by."""

LIKELY = timedelta(days=92)
"""A day written in figures is as far back as that only where nothing else can be meant."""

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
_HOURS = {word: str(number) for number, word in enumerate(_NUMBERS.split(), 1)}
_REPHRASED = [
    (re.compile(said.removesuffix(" ")), meant.strip().replace(r"\s", " "))
    for said, _, meant in (it.partition("=>") for it in rows(WORDS / "rephrased.txt")["rephrased"])
]
_NIGHTS = {"night": range(1, DAWN), "evening": range(0)}

_CLOCK = re.compile(r"(?P<hour>\d{1,2}?)(?:[:.]?(?P<minute>\d\d))?(?!\d) ?(?P<half>[ap]m)?")
_PART = re.compile(r" (morning|afternoon|evening|night)$")
_FIGURES = re.compile(r"^(\d{1,2})([/.])(\d{1,2})(?:[/.](\d{4}|\d\d))?$")
_MONTH = re.compile(r"^(?:back )?in (?:early |mid |late )?([a-z]{3})[a-z]*(?: (\d{4}))?$")
_NTH = re.compile(r"^([a-z]+day )?(\d{1,2}) ?(?:st|[nr]d|th)$")


def before(phrase: str, now: datetime) -> datetime | None:
    """So long before `now`, which is aware: "two hours ago"."""
    return _parse(_rephrase(phrase), now.astimezone(UTC))


class Told(NamedTuple):
    """`other` is what the same words may mean besides."""

    at: datetime
    other: datetime | None = None


def on(
    day: str, clock: str, now: datetime, zone: ZoneInfo, *, month_first: bool = False
) -> Told | None:
    """Aware; None for what is no moment (30 February, 27:15). Of the days that a phrase may mean
    ("on the 12th") it is the latest that is past; of two that figures may mean ("3/11") the one
    that the order calls for, unless it is long past. A month alone asks back.

    Without a clock it is noon, or what a morning or an evening usually means; without a day the
    last time that the clock showed that.
    """
    here, plain = now.astimezone(zone), _rephrase(day)
    if month := _MONTH.match(day):
        then = _latest(_of_month(month, here.date()), clock, now, here)
        return Told(then, here) if then else None
    if figures := _FIGURES.match(plain):
        return _in_order(figures, clock, now, here, month_first=month_first)
    then = _latest(_days(plain, here.date()), clock, now, here)
    return Told(then) if then else None


def _latest(plain: list[str], clock: str, now: datetime, here: datetime) -> datetime | None:
    may_be = (_on(each, clock, here) for each in plain)
    return max((then for then in may_be if then and then <= now), default=None)


def _in_order(
    figures: re.Match[str], clock: str, now: datetime, here: datetime, *, month_first: bool
) -> Told | None:
    one, mark, two, year = figures.groups()
    years = [2000 + int(year) % 100] if year else [here.year, here.year - 1]
    orders = [(int(one), int(two)), (int(two), int(one))]
    if month_first and mark == "/":
        orders.reverse()
    each = (
        [f"{year}-{month:02}-{day:02}" for year in years if month <= MONTHS]
        for day, month in (orders if orders[0] != orders[1] else orders[:1])
    )
    read = [then for plain in each if (then := _latest(plain, clock, now, here))]
    if len(read) > 1 and now - read[0] > LIKELY:
        read.sort(reverse=True)
    return Told(read[0], read[1] if len(read) > 1 else None) if read else None


def _of_month(month: re.Match[str], today: date) -> list[str]:
    number = MONTH_NAMES.index(month[1]) + 1
    years = [int(month[2])] if month[2] else [today.year, today.year - 1]
    days = (f"{year}-{number:02}-{MIDDLE}" for year in years)
    return [day for day in days if day[:7] < f"{today:%Y-%m}"]


def _on(plain: str, clock: str, here: datetime) -> datetime | None:
    part = _PART.search(plain)
    is_today = _PART.sub("", plain) in {"today", f"{here:%A}".lower(), f"on {here:%A}".lower()}
    if is_today and (then := _today(clock, part[1] if part else "", here)) and then <= here:
        return then
    if clock:
        time = _time(clock, part[1] if part else "")
        then = _parse(f"{_PART.sub('', plain)} {time}".strip(), here) if time else None
        return _after_midnight(then, part[1], clock) if then and part else then
    then = _parse(plain, here)
    return then if part or not then else then.replace(hour=NOON, minute=0, second=0, microsecond=0)


def _today(clock: str, part: str, here: datetime) -> datetime | None:
    """A weekday's name typed on that very day means today, as far as it has come."""
    if clock:
        time = _time(clock, part)
        return _parse(f"today {time}", here) if time else None
    return _parse(f"today {part}", here) if part else here


def _after_midnight(then: datetime, part: str, clock: str) -> datetime:
    """As "yesterday evening at 12", which is no noon, and "last night at 1"."""
    hour = then.hour % NOON
    if part not in _NIGHTS or not (hour == 0 or hour in _NIGHTS[part]) or "noon" in clock:
        return then
    return then.replace(hour=hour) + timedelta(days=1)


def _rephrase(phrase: str) -> str:
    for said, meant in _REPHRASED:
        phrase = said.sub(meant, phrase)
    return phrase


def _days(plain: str, today: date) -> list[str]:
    """The days that it may mean, each as dateparser knows it."""
    if found := _NTH.match(plain):
        first = [today.year * MONTHS + today.month - 1 - back for back in range(3)]
        days = [f"{at // MONTHS}-{at % MONTHS + 1:02}-{int(found[2]):02}" for at in first]
        return [day for day in days if not found[1] or _is_weekday(day, found[1])]
    return [plain]


def _is_weekday(day: str, name: str) -> bool:
    try:
        return f"{date.fromisoformat(day):%A} ".lower() == name
    except ValueError:
        return False


def _time(clock: str, part: str) -> str | None:
    """As 24 hours: "at 3" is in the afternoon, and so is 3 in the evening."""
    found = _CLOCK.search(_in_figures(clock))
    if not found:
        return "12:00"
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    late = found["half"] == "pm" or part in {"afternoon", "evening", "night"}
    guessed = not (found["half"] or part) and 0 < hour < MORNING and found["hour"][0] != "0"
    if (late or guessed) and hour < NOON:
        hour += NOON
    elif found["half"] == "am" and hour == NOON:
        hour = 0
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None  # noqa: PLR2004 - a day


def _in_figures(clock: str) -> str:
    """As "9:30" for "half nine"."""
    text = " ".join(_HOURS.get(word, word) for word in clock.split())
    text = re.sub(r"half(?: past)? (\d+)", r"\1:30", text)
    text = re.sub(r"quarter past (\d+)", r"\1:15", text)
    return re.sub(r"quarter to (\d+)", lambda found: f"{int(found[1]) - 1 or 12}:45", text)


def _parse(phrase: str, base: datetime) -> datetime | None:
    """On the wall clock of the base's zone, whatever its clocks skip or repeat."""
    settings = {
        "RELATIVE_BASE": base.replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        "TIMEZONE": "UTC",
        "PARSERS": ["relative-time", "absolute-time"],
    }
    then = dateparser.parse(phrase, languages=["en"], settings=settings)
    return then.replace(tzinfo=base.tzinfo) if then else None
