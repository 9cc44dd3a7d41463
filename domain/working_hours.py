"""When a team works, as somebody writes it: “mon-thu 9:00-17:30, fri 9-13”."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Annotated, Any, ClassVar, cast
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, PlainSerializer

from domain.calendar import MINUTES_A_DAY, NINE_TO_FIVE, Away, Calendar, Shift, Week
from domain.public_holidays import read_country, tell_country
from domain.settings import Numbers

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EXAMPLE = "mon-thu 9:00-12:30 13:30-17:30, fri 9:00-13:00"
PART = re.compile(r"[^\s,;]+")
AROUND_DASH = re.compile(r"\s*[-–—]\s*|\s+to\s+")
CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?([ap]m)?", re.IGNORECASE)
SHORTEST = 30
"""Minutes of a shift: a shorter one leaves no time for what is asked when it begins."""


def read_week(typed: object) -> object:
    """Days, then the shifts that hold for them; a day that is not named is a day off.

    Raises ValueError, with what to write instead.
    """
    if not isinstance(typed, str):
        return typed
    week: list[list[Shift]] = [[] for _ in DAYS]
    named: list[int] = []
    has_shifts = False
    for part in PART.findall(AROUND_DASH.sub("-", typed.casefold())):
        if part[0].isdigit():
            has_shifts = bool(named)
            for day in named:
                week[day].append(_shift(part))
        else:
            named, has_shifts = ([] if has_shifts else named) + _days(part), False
    if not has_shifts:
        raise ValueError(f"write days and then their hours, like {EXAMPLE}")
    return tuple(_in_order(shifts) for shifts in week)


def _in_order(shifts: list[Shift]) -> tuple[Shift, ...]:
    ordered = sorted(set(shifts))
    for earlier, later in pairwise(ordered):
        if later.begins < earlier.ends:
            told = f"{_clock(later.begins)} lies within {_span(earlier)}"
            raise ValueError(f"two shifts of a day overlap: {told}")
    return tuple(ordered)


def _days(part: str) -> list[int]:
    first, _, last = part.partition("-")
    begins = _day(first)
    many = (_day(last) - begins) % len(DAYS) if last else 0
    return [(begins + day) % len(DAYS) for day in range(many + 1)]


def _day(word: str) -> int:
    known = (number for number, name in enumerate(NAMES) if len(word) > 1 and name.startswith(word))
    day = next(known, None)
    if day is None:
        raise ValueError(f"“{word}” is no day of the week: write {', '.join(DAYS)}")
    return day


def _shift(part: str) -> Shift:
    first, _, last = part.partition("-")
    shift = Shift(_minutes(first), _minutes(last))
    if shift.ends <= shift.begins:
        both = f"{_clock(shift.begins)}-24:00 one day, and 0:00-{_clock(shift.ends)} the next"
        raise ValueError(f"a shift over midnight is written as two: {both}")
    if shift.ends - shift.begins < SHORTEST:
        raise ValueError(f"{part} is short: a shift has at least {SHORTEST} minutes")
    return shift


def _minutes(clock: str) -> int:
    found = CLOCK.fullmatch(clock)
    if not found:
        raise ValueError(f"write hours like 9:00-17:30, not “{clock}”")
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if minute > 59 or hour * 60 + minute > MINUTES_A_DAY:  # noqa: PLR2004 - minutes of an hour
        raise ValueError(f"“{clock}” is no time of the day")
    return hour * 60 + minute


def tell_week(week: Week) -> str:
    """As it may be typed."""
    days = [(day, shifts) for day, shifts in zip(DAYS, week, strict=True)]
    runs = [(shifts, list(run)) for shifts, run in groupby(days, lambda pair: pair[1]) if shifts]
    return ", ".join(f"{_run(run)} {' '.join(map(_span, shifts))}" for shifts, run in runs)


def _run(days: list[tuple[str, Any]]) -> str:
    first, last = days[0][0], days[-1][0]
    return first if first == last else f"{first}-{last}"


def _span(shift: Shift) -> str:
    return f"{_clock(shift.begins)}-{_clock(shift.ends)}"


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02}"


def read_time(typed: object) -> object:
    """Raises ValueError."""
    if not isinstance(typed, str):
        return typed
    minutes = _minutes(typed.casefold().replace(" ", "")) % MINUTES_A_DAY
    return time(*divmod(minutes, 60))


def tell_time(at: time) -> str:
    return _clock(at.hour * 60 + at.minute)


def read_days(typed: object) -> object:
    """Dates, in any order; “none” for no day at all. Raises ValueError."""
    if not isinstance(typed, str):
        return typed
    words = [word for word in PART.findall(typed) if word.casefold() != "none"]
    return frozenset(_dates(words))


def _dates(words: Iterable[str]) -> Iterator[date]:
    for word in words:
        try:
            yield date.fromisoformat(word)
        except ValueError:
            raise ValueError(f"“{word}” is no date: write days like 2026-12-25") from None


def tell_days(days: Iterable[date]) -> str:
    return ", ".join(day.isoformat() for day in sorted(days)) or "none"


class WorkingHours(Numbers):
    group: ClassVar[str] = "hours"

    week: Annotated[Week, BeforeValidator(read_week), PlainSerializer(tell_week)] = Field(
        default=NINE_TO_FIVE,
        title="working hours of each day, on everybody's own clock",
        description="what most offices keep",
    )
    holidays: Annotated[frozenset[date], BeforeValidator(read_days), PlainSerializer(tell_days)] = (
        Field(
            default=frozenset(),
            max_length=500,
            title="days on which nobody works",
            description="none are known: each country has its own",
        )
    )
    country: Annotated[str, BeforeValidator(read_country), PlainSerializer(tell_country)] = Field(
        default="",
        title="country whose public holidays are days off, for whoever has said none of their own",
        description="none is guessed: a zone does not say it",
    )
    reminders_after_minutes: int = Field(
        default=15,
        ge=0,
        le=SHORTEST - 5,
        title="minutes after the day's work begins, when routine reminders come",
        description="after the first look at the mail: 9:15 where work begins at nine",
    )

    def calendar(
        self,
        zone: ZoneInfo,
        week: Week | None = None,
        country: str | None = None,
        away: Away = (),
    ) -> Calendar:
        """For somebody whose clock shows that zone's time, with what they have said themselves."""
        return _calendar(self, zone, week, country, away)


@lru_cache(maxsize=1000)
def _calendar(
    hours: WorkingHours, zone: ZoneInfo, week: Week | None, country: str | None, away: Away
) -> Calendar:
    return Calendar(
        zone=zone,
        week=week or hours.week,
        holidays=hours.holidays,
        country=hours.country if country is None else country,
        away=away,
        settling=timedelta(minutes=hours.reminders_after_minutes),
    )


@lru_cache(maxsize=1000)
def week_of(kept: str) -> Week:
    """As it was kept: the way it may be typed."""
    return cast("Week", read_week(kept))
