"""How satisfied a customer is: what they said last, for how long it counts, and who moved."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from pydantic import Field

from domain.customers import Rung
from domain.facts import Facts
from domain.satisfaction import BEST, Level, Source, Verdict, level_of
from domain.settings import Numbers

NAME = "satisfaction"
TABLE = "satisfaction"
PULSE = "pulse"
"""The command, and its action."""

EXCELLENCE = "make it excellent"
"""The play that asks what would."""

IMPROVEMENT = "improvement"

EXPIRES = "satisfaction expires"
"""The alarm at which what they said has become too old, and its action."""

LEVELS = (Level.DISSATISFIED, Level.SATISFIED, Level.HIGH)
"""Lowest first."""

UP, DOWN = "up", "down"

_SCORE = re.compile(r"(\d{1,3})(?:\s*(?:/|of|out of)\s*10)?(?![\w%€$£]|[.,]\d)[\s,:;.!–—-]*")
_CLASSES = f"{Level.HIGH}|{Level.DISSATISFIED}|{Level.SATISFIED}"
_NAMED = re.compile(rf"({_CLASSES})\b[\s,:;.–—-]*", re.IGNORECASE)


class SatisfactionNumbers(Numbers):
    group: ClassVar[str] = "satisfaction"

    counts_days: int = Field(
        default=180,
        ge=30,
        le=730,
        title="days of the calendar for which it counts that a customer is satisfied",
        description="half a year: by then it is a memory",
    )
    extreme_counts_days: int = Field(
        default=90,
        ge=14,
        le=730,
        title="days of the calendar for which it counts that they are highly satisfied, or not",
        description="a quarter: neither joy nor anger lasts",
    )

    excellence_days: int = Field(
        default=182,
        ge=30,
        le=730,
        title="days of the calendar from asking what would make it excellent to asking again",
        description="twice a year at most: who is asked often and hears nothing stops telling",
    )
    late_after_days: int = Field(
        default=10,
        ge=1,
        le=60,
        title="days after which that is late",
        description="nobody waits for it",
    )

    def days(self, level: Level) -> timedelta:
        is_between = level is Level.SATISFIED
        return timedelta(days=self.counts_days if is_between else self.extreme_counts_days)


@dataclass(frozen=True, kw_only=True)
class Rating:
    """What a customer said of us. `expired_at` is when it had become too old to count."""

    id: int
    customer_id: int
    level: Level
    at: datetime
    words: str = ""
    score: int | None = None
    source: Source = Source.ASKED
    by_id: int | None = None
    expired_at: datetime | None = None

    def ends_at(self, numbers: SatisfactionNumbers) -> datetime:
        return self.at + numbers.days(self.level)


@dataclass(frozen=True, kw_only=True)
class Improvement:
    """When they were asked what would make it excellent, what they said, and what came of it."""

    id: int
    customer_id: int
    at: datetime
    words: str = ""
    came: str = ""
    by_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Moved:
    """From one class to another; `before` is what they had said last."""

    rating: Rating
    before: Level

    @property
    def is_up(self) -> bool:
        return LEVELS.index(self.rating.level) > LEVELS.index(self.before)

    @property
    def way(self) -> str:
        return UP if self.is_up else DOWN


def ratings(facts: Facts) -> Sequence[Rating]:
    """The latest, oldest first."""
    return sorted(facts.of(Rating), key=lambda each: (each.at, each.id))


def standing(facts: Facts) -> Rating | None:
    """What they said last, as long as it counts by what the clock has noted."""
    every = ratings(facts)
    return every[-1] if every and every[-1].expired_at is None else None


def before(facts: Facts) -> Level | None:
    """Which class they were in before that."""
    every = ratings(facts)
    return every[-2].level if len(every) > 1 else None


def gladness(facts: Facts) -> Rating | None:
    """That they have become highly satisfied, as long as they are."""
    there = standing(facts)
    return (
        there if there and there.level is Level.HIGH and before(facts) is not Level.HIGH else None
    )


def by_rung(every: Iterable[tuple[Level, Rung]]) -> Mapping[Rung, Mapping[Level, int]]:
    """How many are in each class, the highest rung first; without rungs of which nobody says."""
    counted = Counter(every)
    rows = {
        rung: {level: counted[level, rung] for level in Level if counted[level, rung]}
        for rung in reversed(Rung)
    }
    return {rung: row for rung, row in rows.items() if row}


def read(words: str) -> Verdict | None:
    """A score from 0 to 10, or a class, and what is said besides; None where neither begins it."""
    typed = words.strip()
    if found := _SCORE.match(typed):
        score = int(found[1])
        if score > BEST:
            return None
        return Verdict(level=level_of(score), score=score, words=typed[found.end() :])
    if found := _NAMED.match(typed):
        return Verdict(level=Level(found[1].lower()), words=typed[found.end() :])
    return None
