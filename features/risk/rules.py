"""Who may leave us: a mark beside the rung, with its reason and evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from domain import coverage
from domain.coverage import BUYERS
from domain.facts import Facts
from domain.precedence import State
from domain.satisfaction import Level
from domain.settings import Numbers
from domain.touches import Kind, Sign, Touch
from features.satisfaction import rules as satisfaction

KIND = "risk_over"
NAME = "at risk"
PASSES = "risk passes"
"""The alarm at which complaints have become too few again."""


class Reason(StrEnum):
    CANCELLED = "cancelled"
    COMPETITOR = "competitor"
    CONTACT_LEFT = "contact left"
    COMPLAINTS = "complaints"
    SILENT = "silent"
    DISSATISFIED = "dissatisfied"


SIGNS = {
    Reason.CANCELLED: Sign.CANCELLED,
    Reason.COMPETITOR: Sign.COMPETITOR,
    Reason.CONTACT_LEFT: Sign.CONTACT_LEFT,
    Reason.COMPLAINTS: Sign.COMPLAINT,
}


class RiskNumbers(Numbers):
    group: ClassVar[str] = "risk"

    complaints: int = Field(
        default=3,
        ge=2,
        le=20,
        title="complaints that together put a customer at risk",
        description="one is an accident, two are bad luck, three are how we work",
    )
    complaint_days: int = Field(
        default=60,
        ge=7,
        le=365,
        title="days of the calendar within which they come; without one for so long it passes",
        description="two months: whoever is put off twice remembers the first",
    )
    call_days: int = Field(
        default=1,
        ge=1,
        le=10,
        title="days within which somebody who may leave is called",
        description="while they have not decided yet",
    )
    win_back_days: int = Field(
        default=60,
        ge=14,
        le=365,
        title="days of the calendar of their silence, after which to try to win them back",
        description="two months: nobody is that busy",
    )


@dataclass(frozen=True, kw_only=True)
class Telling:
    """A contact that tells of a risk, or of a purchase that ends one, however long ago it was."""

    touch: Touch


@dataclass(frozen=True, kw_only=True)
class Over:
    """Somebody says that all is well, or the clock does of one reason alone."""

    at: datetime
    reason: Reason | None = None


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """`at` is when it was, and may lie ahead where they should have bought again by then;
    `known_at`, since when we know of it.
    """

    reason: Reason
    at: datetime
    known_at: datetime
    touch_id: int = 0
    rating_id: int = 0
    words: str = ""

    @property
    def key(self) -> str:
        return f"{self.reason}:{self.rating_id or self.touch_id or self.at.date()}"


@dataclass(frozen=True, kw_only=True)
class Risk:
    """Every reason that stands, the oldest first."""

    evidence: tuple[Evidence, ...]

    @property
    def since(self) -> datetime:
        return self.evidence[0].at

    @property
    def newest(self) -> Evidence:
        return self.evidence[-1]

    @property
    def silence(self) -> Evidence | None:
        return next((each for each in self.evidence if each.reason is Reason.SILENT), None)

    @property
    def told(self) -> Evidence | None:
        """The newest that they have told us of."""
        others = [each for each in self.evidence if each.reason is not Reason.SILENT]
        return others[-1] if others else None

    def as_of(self, now: datetime) -> "Risk | None":
        there = tuple(each for each in self.evidence if each.at <= now)
        return Risk(evidence=there) if there else None


def risk(facts: Facts) -> Risk | None:
    """A purchase ends it, and so does a person's word, or what they say of us later. With nobody
    who has not bought yet it is news, unless they say that they are dissatisfied.
    """
    every = _every(facts) if facts.customer.rung in BUYERS else _said(facts)
    standing = [each for each in every if _stands(facts, each)]
    standing.sort(key=lambda each: (each.at, each.touch_id))
    return Risk(evidence=tuple(standing)) if standing else None


def _every(facts: Facts) -> Iterator[Evidence]:
    for reason, sign in SIGNS.items():
        touches = [each for each in _touches(facts) if sign in each.signs]
        if reason is Reason.COMPLAINTS:
            touches = [*_too_many(facts, touches)]
        if touches:
            yield _told(reason, touches[-1])
    yield from _said(facts)
    if since := coverage.silent_since(facts):
        yield Evidence(reason=Reason.SILENT, at=since, known_at=since)


def _touches(facts: Facts) -> list[Touch]:
    """The latest, and before them what tells of it; oldest first."""
    known = {each.touch.id: each.touch for each in facts.of(Telling)}
    known |= {each.id: each for each in facts.touches}
    return sorted(known.values(), key=lambda each: (each.at, each.id))


def _said(facts: Facts) -> Iterator[Evidence]:
    """Of what they say of us the last counts, as long as it does."""
    last = satisfaction.standing(facts)
    if last and last.level is Level.DISSATISFIED:
        yield Evidence(
            reason=Reason.DISSATISFIED,
            at=last.at,
            known_at=last.at,
            rating_id=last.id,
            words=last.words,
        )


def _told(reason: Reason, touch: Touch) -> Evidence:
    return Evidence(
        reason=reason,
        at=touch.at,
        known_at=touch.known_at,
        touch_id=touch.id,
        words=touch.words,
    )


def _too_many(facts: Facts, touches: Sequence[Touch]) -> Sequence[Touch]:
    """As they are within the days, told on different ones: the same may be told twice a day."""
    numbers = facts.number(RiskNumbers)
    ends = touches[-1].at if touches else None
    within = timedelta(days=numbers.complaint_days)
    near = [each for each in touches if each.subject is None and ends and ends - each.at <= within]
    days = {facts.calendar.day(each.at) for each in near}
    return near if len(days) >= numbers.complaints else ()


def passes_at(facts: Facts) -> datetime | None:
    """When their complaints are no longer a reason, unless another one comes."""
    days = timedelta(days=facts.number(RiskNumbers).complaint_days)
    there = risk(facts)
    found = [it for it in there.evidence if it.reason is Reason.COMPLAINTS] if there else []
    return found[0].at + days if found else None


def _stands(facts: Facts, evidence: Evidence) -> bool:
    words = [it for it in facts.of(Over) if it.reason in {None, evidence.reason}]
    bought = (touch for touch in _touches(facts) if Sign.PURCHASE in touch.signs)
    has_bought = any((it.at, it.id) > (evidence.at, evidence.touch_id) for it in bought)
    return not has_bought and all(it.at < evidence.known_at for it in words)


def states(facts: Facts) -> Iterator[State]:
    """As far as what is known of them tells: that they have not bought lately shows by the clock
    alone.
    """
    there = risk(facts)
    known = [each.known_at for each in facts.touches]
    known += [each.at for each in satisfaction.ratings(facts)]
    if there and known and there.as_of(max(known)):
        yield State.AT_RISK


def is_call(touch: Touch) -> bool:
    """They were spoken to."""
    return touch.kind in {Kind.CALL, Kind.MEETING} and touch.is_heard


def was_called(facts: Facts, evidence: Evidence) -> bool:
    """Since it was known."""
    known = (evidence.known_at, evidence.touch_id)
    return any(is_call(each) and (each.known_at, each.id) > known for each in facts.touches)
