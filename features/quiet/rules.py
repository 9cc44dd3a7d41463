"""Gone quiet: whoever has bought from us hears from us before their care interval is over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar

from pydantic import Field

from domain import coverage
from domain.coverage import BUYERS, CareNumbers
from domain.customers import Rung
from domain.facts import Facts
from domain.precedence import State
from domain.settings import Numbers
from domain.touches import Touch

NAME = "gone quiet"
RECOMMENDING = frozenset({Rung.ADVOCATE, Rung.RAVING_FAN})
"""Their routine thanks are the word that is asked for here."""

FULL = timedelta(days=7)
FULL_OF_SHORT = timedelta(days=3)
SHORT = timedelta(days=30)
"""What a shorter interval than this leaves of itself, when it has full rank."""


class QuietNumbers(Numbers):
    group: ClassVar[str] = "quiet"

    asked_percent: int = Field(
        default=75,
        ge=10,
        le=100,
        title="share of the care interval after which a light day may bring a word with them",
        description="a quarter is left to find the time",
    )
    star_days: int = Field(
        default=14,
        ge=1,
        le=365,
        title="days of the calendar that the halved interval of one of our best has at least",
        description="more than a word in two weeks would be a bother",
    )
    late_after_days: int = Field(
        default=2,
        ge=1,
        le=30,
        title="days to get to it where the interval is over before it can be asked",
        description="whoever has just been imported is late by nobody's fault",
    )


@dataclass(frozen=True, kw_only=True)
class Clock:
    """From which moment it runs, and for how long; `key` names the fact that set it."""

    since: datetime
    key: str
    interval: timedelta

    @property
    def ends(self) -> datetime:
        """When it is amber."""
        return self.since + self.interval

    @property
    def full_from(self) -> datetime:
        """From when on it has full rank; before, it is for light days."""
        return self.ends - (FULL_OF_SHORT if self.interval < SHORT else FULL)

    @property
    def red_at(self) -> datetime:
        return self.since + 1.5 * self.interval


def clock(facts: Facts) -> Clock | None:
    """None for who has not bought yet. It begins anew when they have heard from us, when somebody
    says that no word is needed, and where nobody got to it.
    """
    every = interval(facts)
    if every is None:
        return None
    reach = coverage.last_reach(facts)
    since, key = (reach.at, f"t{reach.id}") if reach else (facts.customer.rung_since, "start")
    names = [NAME, "thank"] if facts.customer.rung in RECOMMENDING else [NAME]
    rests = [each for name in names for each in facts.dismissals_of(name)]
    last = max(rests, key=lambda each: each.at, default=None)
    if last and last.at > since:
        since, key = last.at, f"n{last.nudge_id}"
    return Clock(since=since, key=key, interval=every)


def interval(facts: Facts) -> timedelta | None:
    """That of their rung; half of it for one of our best, and while they may leave us."""
    if facts.customer.rung not in BUYERS:
        return None
    whole = facts.number(CareNumbers).interval(facts.customer.rung)
    if whole is None:
        return None
    if facts.customer.is_star:
        least = timedelta(days=facts.number(QuietNumbers).star_days)
        return min(whole, max(whole / 2, least))
    return whole / 2 if State.AT_RISK in facts.states else whole


def is_word(touch: Touch) -> bool:
    """Whatever reaches them ends the quiet."""
    return coverage.reaches(touch)
