"""What a phrase like "Friday at 3" means, said at a certain moment in a certain zone."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import dateparser

from domain.reading.words.calendar import HOURS, REPHRASED

NOON = 12
"""The hour of a day of which no hour is named."""

MORNING = 7
"""The first hour that means the morning, when somebody says "at 7" and no more."""

MONTHS = 12

_CLOCK = re.compile(r"(?P<hour>\d{1,2}?)(?:[:.]?(?P<minute>\d\d))?(?!\d) ?(?P<half>[ap]m)?")
_PART = re.compile(r" (morning|afternoon|evening|night)$")
_SLASHES = re.compile(r"^(\d{1,2})/(\d{1,2})\b")


def before(phrase: str, now: datetime) -> datetime | None:
    """So long before `now`, which is aware: "two hours ago"."""
    return _parse(_rephrase(phrase), now.astimezone(UTC))


def on(day: str, clock: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """Aware; None for what is no moment (30 February, 27:15) or might be two (3/11).

    Without a clock it is noon, or what a morning or an evening usually means; without a day the
    last time that the clock showed that.
    """
    here = now.astimezone(zone)
    plain = _rephrase(day)
    part = _PART.search(plain)
    if _is_ambiguous(plain):
        return None
    is_today = _PART.sub("", plain) in {"today", f"{here:%A}".lower(), f"on {here:%A}".lower()}
    if is_today and (then := _today(clock, part[1] if part else "", here)) and then <= now:
        return then
    if clock:
        time = _time(clock, part[1] if part else "")
        return _parse(f"{_PART.sub('', plain)} {time}".strip(), here) if time else None
    then = _parse(plain, here)
    return then if part or not then else then.replace(hour=NOON, minute=0, second=0, microsecond=0)


def _today(clock: str, part: str, here: datetime) -> datetime | None:
    """A weekday's name typed on that very day means today, as far as it has come."""
    if clock:
        time = _time(clock, part)
        return _parse(f"today {time}", here) if time else None
    return _parse(f"today {part}", here) if part else here


def _rephrase(phrase: str) -> str:
    for pattern, words in REPHRASED:
        phrase = re.sub(pattern, words, phrase)
    return phrase


def _is_ambiguous(day: str) -> bool:
    """3/11 is in March or in November, depending on who writes it."""
    found = _SLASHES.match(day)
    first, second = (int(found[1]), int(found[2])) if found else (0, 0)
    return first != second and max(first, second) <= MONTHS


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
    text = " ".join(str(HOURS.get(word, word)) for word in clock.split())
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
