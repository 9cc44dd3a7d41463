"""Days on which one of the team is not there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

LONGEST_DAYS = 366
"""Whoever is away for longer hands over what is theirs."""


@dataclass(frozen=True, kw_only=True)
class Absence:
    """From the `first` day to the `last`, both of them included. `known_at` is when it was told."""

    id: int
    first: date
    last: date
    known_at: datetime
    stand_in_id: int | None = None

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last

    def meets(self, first: date, last: date) -> bool:
        return self.first <= last and first <= self.last


def on(absences: Iterable[Absence], day: date) -> Absence | None:
    """That which covers the day."""
    return next((each for each in absences if each.covers(day)), None)


def coming(absences: Iterable[Absence], day: date) -> list[Absence]:
    """Those that are not over then, the next first."""
    return sorted((each for each in absences if each.last >= day), key=lambda each: each.first)
