"""Whom we have reached, and until when that holds; who turned to us; who has fallen silent.

What they send us is no care of ours: it raises nothing here but *they turned to us*.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from typing import ClassVar

from pydantic import Field, model_validator

from domain.customers import Rung
from domain.facts import Facts
from domain.outside import Outside
from domain.reading import open_ends
from domain.settings import Numbers
from domain.touches import ASKING, Sign, Touch

DAYS = "days of the calendar after which "
REACHED_BY_THEN = "most who buy again have done so by then"


class CareNumbers(Numbers):
    """The care interval of each rung; a suspect has none."""

    group: ClassVar[str] = "care"

    prospect_days: int = Field(
        default=14,
        ge=1,
        le=365,
        title=DAYS + "a prospect should hear from us again",
        description="two weeks: interest cools soon",
    )
    shopper_days: int = Field(
        default=30,
        ge=1,
        le=365,
        title=DAYS + "a shopper should hear from us again",
        description="a month after a first purchase",
    )
    customer_days: int = Field(
        default=60,
        ge=1,
        le=365,
        title=DAYS + "a customer should hear from us again",
        description=REACHED_BY_THEN,
    )
    member_days: int = Field(
        default=60,
        ge=1,
        le=365,
        title=DAYS + "a member should hear from us again",
        description=REACHED_BY_THEN,
    )
    advocate_days: int = Field(
        default=45,
        ge=1,
        le=365,
        title=DAYS + "an advocate should hear from us again",
        description="as often as they are thanked",
    )
    raving_fan_days: int = Field(
        default=30,
        ge=1,
        le=365,
        title=DAYS + "a raving fan should hear from us again",
        description="as often as they are thanked",
    )

    green_percent: int = Field(
        default=90,
        ge=1,
        le=100,
        title="share of customers reached in time, from which on the heart is green",
        description="one in ten may wait while somebody is ill",
    )
    amber_percent: int = Field(
        default=75,
        ge=0,
        le=100,
        title="the share from which on it is amber; below it is red",
        description="where every fourth waits, care has become a matter of luck",
    )

    chase_days: int = Field(
        default=90,
        ge=7,
        le=365,
        title="days of the calendar over which it is told how often customers had to begin",
        description="a quarter: long enough that one busy week does not decide it",
    )

    @model_validator(mode="after")
    def _ordered(self) -> "CareNumbers":
        if self.amber_percent > self.green_percent:
            raise ValueError("amber begins below green")
        return self

    def interval(self, rung: Rung) -> timedelta | None:
        days = {
            Rung.PROSPECT: self.prospect_days,
            Rung.SHOPPER: self.shopper_days,
            Rung.CUSTOMER: self.customer_days,
            Rung.MEMBER: self.member_days,
            Rung.ADVOCATE: self.advocate_days,
            Rung.RAVING_FAN: self.raving_fan_days,
        }.get(rung)
        return timedelta(days=days) if days else None


class SilenceNumbers(Numbers):
    """From when on we write into a void."""

    group: ClassVar[str] = "silence"

    contacts: int = Field(
        default=3,
        ge=2,
        le=10,
        title="contacts of ours in a row without a sign of theirs, after which they are silent",
        description="one goes astray, two are forgotten, three are ignored",
    )
    days: int = Field(
        default=14,
        ge=1,
        le=180,
        title="days of the calendar that these are spread over at least",
        description="nobody is silent who was on holiday for two weeks",
    )
    purchases: int = Field(
        default=3,
        ge=3,
        le=20,
        title="purchases from which on somebody has a rhythm of buying",
        description="two gaps are the fewest that can be compared",
    )
    gaps: int = Field(
        default=2,
        ge=1,
        le=10,
        title="times their usual gap without a purchase, after which they are silent",
        description="twice as long as usual is no chance any more",
    )


BUYERS = frozenset(Rung) - {Rung.SUSPECT, Rung.PROSPECT}
"""Who has bought: with nobody else silence is news."""


@dataclass(frozen=True, kw_only=True)
class Care:
    """What follows from the facts, and is kept beside the customer."""

    reached_at: datetime | None
    turned_at: datetime | None
    cared_until: datetime | None
    outside: Outside | None


def care(facts: Facts) -> Care:
    return Care(
        reached_at=last_reached(facts),
        turned_at=turned_to_us(facts),
        cared_until=cared_until(facts),
        outside=outside(facts),
    )


def last_reached(facts: Facts) -> datetime | None:
    """When they last heard from us. In their silence only who speaks with them has reached them."""
    reach = last_reach(facts)
    return reach.at if reach else None


def reaches(touch: Touch) -> bool:
    """They heard from us by it. A call that none of us took, as its words say, reached nobody."""
    return touch.reaches and not (touch.is_theirs and open_ends.is_missed(touch.words))


def last_reach(facts: Facts) -> Touch | None:
    """By what they did."""
    return _heard(facts).reach


def turned_to_us(facts: Facts) -> datetime | None:
    """When they last began something."""
    return max((touch.at for touch in facts.touches if touch.is_theirs), default=None)


def silent_since(facts: Facts) -> datetime | None:
    """From when on whoever bought from us is silent, until they answer: it may lie ahead, where
    they should have bought again by then.
    """
    return _heard(facts).silent_since if facts.customer.rung in BUYERS else None


def is_silent(facts: Facts, now: datetime) -> bool:
    since = silent_since(facts)
    return since is not None and since <= now


def cared_until(facts: Facts) -> datetime | None:
    """None for whoever stands outside. Who was never reached waits from the beginning."""
    interval = facts.number(CareNumbers).interval(facts.customer.rung)
    if interval is None or outside(facts):
        return None
    reached_at = last_reached(facts)
    return reached_at + interval if reached_at else facts.customer.rung_since


def outside(facts: Facts) -> Outside | None:
    """The one place that says for whom no care interval counts: their rung, their parking, and
    what of the plays' states is such a reason.
    """
    reasons = {*facts.states}
    if facts.customer.rung is Rung.SUSPECT:
        reasons.add(Outside.SUSPECT)
    if is_parked(facts):
        reasons.add(Outside.PARKED)
    return next((each for each in Outside if each in reasons), None)


def is_parked(facts: Facts) -> bool:
    """Any contact logged since brings a parked prospect back, whenever it was."""
    parked_at = facts.customer.parked_at
    contacts = (touch.known_at for touch in facts.touches if touch.is_contact)
    return parked_at is not None and not any(at > parked_at for at in contacts)


class _Heard:
    """What the touches come to, taken in one after the other, oldest first."""

    def __init__(self, numbers: SilenceNumbers, *, may_be_silent: bool) -> None:
        self.reach: Touch | None = None
        self._numbers = numbers
        self._may_be_silent = may_be_silent
        self._unanswered: list[Touch] = []
        self._bought: list[date] = []
        self._ignored_since: datetime | None = None
        self._misses_from: datetime | None = None

    @property
    def silent_since(self) -> datetime | None:
        every = (self._ignored_since, self._misses_from)
        return min((at for at in every if at), default=None)

    def take(self, touch: Touch) -> None:
        if self._may_be_silent:
            self._listen(touch)
        since = self.silent_since
        if reaches(touch) and (since is None or touch.at < since):
            self.reach = touch

    def _listen(self, touch: Touch) -> None:
        if touch.is_answer:
            self._answered(touch)
        elif touch.is_attempt and touch.kind in ASKING:
            self._unanswered.append(touch)
            span = touch.at - self._unanswered[0].at
            is_row = len(self._unanswered) >= self._numbers.contacts
            if is_row and span >= timedelta(days=self._numbers.days):
                self._ignored_since = self._ignored_since or touch.at

    def _answered(self, touch: Touch) -> None:
        self._unanswered, self._ignored_since = [], None
        if self._misses_from and self._misses_from <= touch.at:
            self._misses_from = None
        if Sign.PURCHASE in touch.signs:
            self._bought = sorted({*self._bought, touch.at.date()})
            self._misses_from = self._expected(touch.at)

    def _expected(self, last: datetime) -> datetime | None:
        """By when they should have bought again."""
        if len(self._bought) < self._numbers.purchases:
            return None
        pairs = zip(self._bought, self._bought[1:], strict=False)
        usual = median((after - before).days for before, after in pairs)
        return last + timedelta(days=max(self._numbers.gaps * usual, self._numbers.days))


def _heard(facts: Facts) -> _Heard:
    is_buyer = facts.customer.rung in BUYERS
    heard = _Heard(facts.number(SilenceNumbers), may_be_silent=is_buyer)
    for touch in facts.touches:
        heard.take(touch)
    return heard
