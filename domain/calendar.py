"""Working time: a week of shifts on somebody's own clock, and the days on which nobody works.

Moments are aware and handed back in UTC. Hours are hours of working time, as they pass; a day is a
working day of this calendar, however long it is, and the same time of day on another one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from domain.public_holidays import is_holiday

ONE_DAY = timedelta(days=1)
MINUTES_A_DAY = 24 * 60
KEPT = 1000
"""Days that a calendar remembers."""


class Shift(NamedTuple):
    """From when until when, in minutes of the wall clock since midnight; 1440 is midnight."""

    begins: int
    ends: int


Week = tuple[tuple[Shift, ...], ...]
"""The shifts of each weekday, Monday first, in the order of the day."""

Away = tuple[tuple[date, date], ...]
"""The first and the last day of each absence."""

Worked = tuple[datetime, datetime]
"""The moments at which a shift, or what is asked of it, begins and ends."""

NINE_TO_FIVE: Week = ((Shift(9 * 60, 17 * 60),),) * 5 + ((),) * 2


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """`settling` is how long after work begins routine reminders are asked. `holidays` are the
    house's own, besides those of the `country`; `away` the first and the last days of absences.
    """

    zone: ZoneInfo
    week: Week = NINE_TO_FIVE
    holidays: frozenset[date] = frozenset()
    country: str = ""
    away: Away = ()
    settling: timedelta = timedelta(minutes=15)
    _reckoned: dict[date, list[Worked]] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        edges = [[0, *(edge for shift in shifts for edge in shift)] for shifts in self.week]
        if len(self.week) != len(NINE_TO_FIVE) or not any(self.week):
            raise ValueError("a week has seven days, and somebody works on one of them")
        if any(sorted(each) != each or each[-1] > MINUTES_A_DAY for each in edges):
            raise ValueError("the shifts of a day follow one another")

    def day(self, at: datetime) -> date:
        return at.astimezone(self.zone).date()

    def is_working_day(self, day: date) -> bool:
        return bool(self.week[day.weekday()]) and not self.is_day_off(day)

    def is_day_off(self, day: date) -> bool:
        """Whatever the week says of it."""
        if day in self.holidays or any(first <= day <= last for first, last in self.away):
            return True
        return is_holiday(self.country, day)

    def is_working(self, at: datetime) -> bool:
        return self.next_working(at) == at

    def next_working(self, at: datetime) -> datetime:
        """`at` itself in working time, else the moment at which work begins again."""
        return next(self._from(at))[0]

    def after_hours(self, at: datetime, hours: float) -> datetime:
        """When so much working time has passed since `at`; a deadline may be a shift's very end."""
        left = timedelta(hours=hours)
        for begins, ends in self._from(at):
            if left <= ends - begins:
                return begins + left
            left -= ends - begins
        raise AssertionError  # the shifts have no end

    def before_hours(self, at: datetime, hours: float) -> datetime:
        """From when on so much working time is left until `at`."""
        left = timedelta(hours=hours)
        for begins, ends in self._until(at):
            if left <= ends - begins:
                return ends - left
            left -= ends - begins
        raise AssertionError  # as above

    def worked_between(self, since: datetime, until: datetime) -> timedelta:
        """How much working time lies between the two."""
        total = timedelta()
        for begins, ends in self._from(since) if since < until else ():
            if begins >= until:
                break
            total += min(ends, until) - begins
        return total

    def after_days(self, at: datetime, days: int) -> datetime:
        """The same time of day so many working days later, or the last of the work before it.

        What begins with a working day has had the whole of it by its end.
        """
        start = self.next_working(at)
        day = self.day(start)
        if days and start == self._worked(day)[0][0]:
            return self._worked(self._later(day, days - 1))[-1][1]
        then = self._later(day, days)
        clock = start.astimezone(self.zone).time()
        return self._latest(then, moment(then, clock, self.zone))

    def morning(self, at: datetime) -> datetime:
        """The first morning of a working day at or after `at`."""
        asked = self.morning_of(at)
        return asked if asked >= at else self.next_morning(at)

    def next_morning(self, at: datetime) -> datetime:
        """That of the first working day after today."""
        return self._morning(self._next(self.day(at) + ONE_DAY))

    def morning_of(self, at: datetime) -> datetime:
        """That of the working day on which `at` falls, or of the next one."""
        return self._morning(self._next(self.day(at)))

    def days_later(self, at: datetime, days: int) -> datetime:
        """The morning of the so many-th working day after the date of `at`, however early."""
        return self._morning(self._later(self.day(at), days))

    def day_end(self, at: datetime) -> datetime:
        """The end of the working day on which `at` falls, or of the next one."""
        return self._worked(self._next(self.day(at)))[-1][1]

    def last_working_day_before(self, day: date) -> date:
        day -= ONE_DAY
        while not self.is_working_day(day):
            day -= ONE_DAY
        return day

    def _morning(self, day: date) -> datetime:
        return self._worked(day)[0][0] + self.settling

    def _next(self, day: date) -> date:
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def _later(self, day: date, days: int) -> date:
        for _ in range(days):
            day = self._next(day + ONE_DAY)
        return day

    def _latest(self, day: date, at: datetime) -> datetime:
        """`at` in that day's working time, else the end of the last shift before, if there is."""
        worked = self._worked(day)
        return max((min(at, ends) for begins, ends in worked if begins <= at), default=worked[0][0])

    def _worked(self, day: date) -> list[Worked]:
        """Reckoned once a day: planning asks for the same few days of many customers."""
        worked = self._reckoned.get(day)
        if worked is None:
            if len(self._reckoned) >= KEPT:
                self._reckoned.clear()
            self._reckoned[day] = worked = self._reckon(day)
        return worked

    def _reckon(self, day: date) -> list[Worked]:
        if self.is_day_off(day):
            return []
        return [
            (self._moment(day, shift.begins), self._moment(day, shift.ends))
            for shift in self.week[day.weekday()]
        ]

    def _moment(self, day: date, minutes: int) -> datetime:
        clock = datetime.combine(day, time(0)) + timedelta(minutes=minutes)
        return clock.replace(tzinfo=self.zone).astimezone(UTC)

    def _from(self, at: datetime) -> Iterator[Worked]:
        """All that is worked from then on, first things first."""
        at, day = at.astimezone(UTC), self.day(at)
        while True:
            for begins, ends in self._worked(day):
                if ends > at:
                    yield max(begins, at), ends
                    at = ends
            day += ONE_DAY

    def _until(self, at: datetime) -> Iterator[Worked]:
        """All that has been worked until then, the last first."""
        at, day = at.astimezone(UTC), self.day(at)
        while True:
            for begins, ends in reversed(self._worked(day)):
                if begins < at:
                    yield begins, min(ends, at)
                    at = begins
            day -= ONE_DAY


def midnight(day: date, zone: ZoneInfo) -> datetime:
    return moment(day, time(0), zone)


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """That wall-clock time in UTC; a time which daylight saving skips comes an hour later."""
    return datetime.combine(day, clock, zone).astimezone(UTC)
