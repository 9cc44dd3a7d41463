"""The days after a first purchase on which they hear from us: which comes, and what ends it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field, model_validator

from domain.currency import MoneyNumbers
from domain.customers import Rung
from domain.facts import Facts
from domain.settings import Numbers, read_numbers
from domain.touches import ASKING, Sign, Touch
from features.complaints.rules import Complaint
from features.ladder.rules import Move
from features.purchases.rules import Purchase

NAME = "first days"
NEXT = "next first day"
"""The alarm at which a step takes the place of the one before it."""

_NOT_YET = frozenset({Rung.SUSPECT, Rung.PROSPECT})


class FirstDaysNumbers(Numbers):
    group: ClassVar[str] = "first_days"

    days: Annotated[
        tuple[Annotated[int, Field(ge=1, le=365)], ...], BeforeValidator(read_numbers)
    ] = Field(
        default=(1, 7, 30, 60, 100),
        min_length=1,
        max_length=10,
        title="days of the calendar after a first purchase, on which they hear from us",
        description="most of what they will ever think of us is settled by then",
    )
    late_after_days: int = Field(
        default=2,
        ge=1,
        le=30,
        title="days after which such a word is late",
        description="a question about the first day is a strange one in the second week",
    )

    least_worth: int = Field(
        default=0,
        ge=0,
        le=1_000_000,
        title="worth a year, in the workspace's currency, below which there are no first days",
        description="as it comes, everybody hears from us; where worth is not known, what they paid"
        " counts, and where that is not known either, they do",
    )

    @model_validator(mode="after")
    def _ordered(self) -> "FirstDaysNumbers":
        if list(self.days) != sorted(set(self.days)):
            raise ValueError("write the days in their order, each of them once")
        return self


@dataclass(frozen=True, kw_only=True)
class FirstPurchase:
    """The first that is known of them, however long ago."""

    touch_id: int
    at: datetime
    known_at: datetime
    words: str = ""
    contact_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Course:
    """Where somebody stands: the `over` first of the days are behind them."""

    purchase: FirstPurchase
    bought_on: date
    days: tuple[int, ...]
    over: int

    @property
    def step(self) -> int:
        """The day of the step that comes, or is due."""
        return self.days[self.over]

    def on(self, day: int) -> date:
        return self.bought_on + timedelta(days=day)

    def newest(self, today: date) -> int:
        """The day of the last step that has begun by then; 0 before the first."""
        return max((day for day in self.days if self.on(day) <= today), default=0)

    def after(self, day: int) -> int | None:
        """The day of the step that follows it."""
        return next((each for each in self.days if each > day), None)


def course(facts: Facts) -> Course | None:
    """Of whoever has bought for the first time, until the last step is over."""
    purchase = _first(facts)
    if purchase is None or _is_small(facts, purchase) or _had_bought(facts, purchase):
        return None
    made = Course(
        purchase=purchase,
        bought_on=facts.calendar.day(purchase.at),
        days=facts.number(FirstDaysNumbers).days,
        over=0,
    )
    behind = _behind(facts, made)
    over = len([day for day in made.days if made.on(day) <= behind])
    over = max([over, *_passed(facts, made)])
    if over == len(made.days):
        return None
    return replace(made, over=over)


def reached_them(touch: Touch) -> bool:
    """We told them something and they heard it, or they called and one of us spoke with them."""
    return touch.reaches and touch.kind in ASKING


def _is_small(facts: Facts, first: FirstPurchase) -> bool:
    """By what they are worth a year; where that is not known, by what they paid for it."""
    own = facts.number(MoneyNumbers).currency
    paid = (it for it in facts.of(Purchase) if it.touch_id == first.touch_id and it.is_in(own))
    known = facts.customer.worth
    worth = known if known is not None else next((it.amount for it in paid), None)
    return worth is not None and worth < facts.number(FirstDaysNumbers).least_worth


def _first(facts: Facts) -> FirstPurchase | None:
    """Of what is loaded, and of what has just been told."""
    told = [_purchase(each) for each in facts.touches if Sign.PURCHASE in each.signs]
    every = [*facts.of(FirstPurchase), *told]
    return min(every, key=lambda each: (each.at, each.touch_id), default=None)


def _purchase(touch: Touch) -> FirstPurchase:
    return FirstPurchase(
        touch_id=touch.id,
        at=touch.at,
        known_at=touch.known_at,
        words=touch.words,
        contact_id=touch.contact_id,
    )


def _had_bought(facts: Facts, purchase: FirstPurchase) -> bool:
    """They came to us as somebody who buys: before that day, or as one who buys again."""
    rung, since = _standing(facts, purchase.known_at)
    if rung in _NOT_YET or since > purchase.known_at:
        return False
    is_that_day = facts.calendar.day(since) == facts.calendar.day(purchase.known_at)
    return rung is not Rung.SHOPPER or not is_that_day


def _standing(facts: Facts, at: datetime) -> tuple[Rung, datetime]:
    """On which rung, and since when, before what they have moved on for since."""
    moved = (it for it in facts.of(Move) if it.at >= at)
    stood = ((it.from_rung, it.since_before) for it in moved)
    return next(stood, (facts.customer.rung, facts.customer.rung_since))


def _behind(facts: Facts, made: Course) -> date:
    """The day until which every step is over: one of us has spoken with them since, or a complaint
    was put right by then, which was talk enough.
    """
    told = [facts.calendar.day(each.at) for each in facts.touches if reached_them(each)]
    told += [facts.calendar.day(each) for each in _put_right(facts)]
    return max([made.bought_on, *told])


def _put_right(facts: Facts) -> Iterable[datetime]:
    return (each.resolved_at for each in facts.of(Complaint) if each.resolved_at)


def _passed(facts: Facts, made: Course) -> Iterable[int]:
    """How many steps went by otherwise: waved off, given up, or gone before we knew of it."""
    known_on = facts.calendar.day(made.purchase.known_at)
    yield max(0, len([day for day in made.days if made.on(day) <= known_on]) - 1)
    if made.on(_end(made.days)) <= known_on:
        yield len(made.days)
    for rest in facts.dismissals_of(NAME):
        ended_on, step = facts.calendar.day(rest.at), int(rest.about.get("day") or 0)
        yield len([day for day in made.days if day <= step or made.on(day) < ended_on])


def _end(days: tuple[int, ...]) -> int:
    """The last step may be late by as much as lies between it and the one before."""
    return days[-1] * 2 - (days[-2] if len(days) > 1 else 0)
