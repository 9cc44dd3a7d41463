"""Gives and asks: what we have done for somebody unasked, and what we have asked of them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar

from pydantic import Field, model_validator

from domain.customers import Rung
from domain.facts import Facts
from domain.settings import Numbers
from domain.touches import Direction, Sign, Touch
from features.complaints.rules import Complaint
from features.dates.rules import Dated, Sort, asked_on, zone_of
from features.quiet.rules import QuietNumbers, interval
from features.returns.rules import is_answered, opens
from features.satisfaction.rules import gladness
from features.thanks.rules import REMEMBERED, Given, by_itself, given, spoken
from features.welcome.rules import welcomed_by

NAME = "ask"
TABLE = "ask"


class Wanted(StrEnum):
    """What may be asked of somebody; a survey is only logged."""

    REVIEW = "review"
    REFERRAL = "referral"
    TESTIMONIAL = "testimonial"
    SURVEY = "survey"


class AskNumbers(Numbers):
    group: ClassVar[str] = "ask"

    gives: int = Field(
        default=2,
        ge=1,
        le=10,
        title="gives since the last ask that come before the next one",
        description="who only asks is soon not answered",
    )
    a_year: int = Field(
        default=2,
        ge=0,
        le=4,
        title="asks of a customer that are planned within a year",
        description="two that are well timed bring more than many",
    )
    most_a_year: int = Field(
        default=4,
        ge=1,
        le=8,
        title="asks of a customer within a year, surveys included, after which none is planned",
        description="from four to six on people tire of it",
    )
    apart_days: int = Field(
        default=90,
        ge=14,
        le=365,
        title="days of the calendar from one ask to the next",
        description="a quarter, whoever asked",
    )
    moment_days: int = Field(
        default=14,
        ge=1,
        le=90,
        title="days of the calendar for which praise, or a fix that held, is a good moment to ask",
        description="while they remember how glad they were",
    )
    late_after_days: int = Field(
        default=5,
        ge=1,
        le=30,
        title="days after which an ask is late",
        description="a week: nobody waits for it",
    )

    @model_validator(mode="after")
    def _within(self) -> "AskNumbers":
        if self.a_year > self.most_a_year:
            raise ValueError("no more are planned than are asked at most")
        return self


@dataclass(frozen=True, kw_only=True)
class Ask:
    """`touch_id` is the contact in which they were asked."""

    id: int
    customer_id: int
    what: Wanted
    at: datetime
    by_id: int | None = None
    touch_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """Thanks or a gift, also from before what planning looks back on."""

    touch: Touch


@dataclass(frozen=True, kw_only=True)
class Give:
    """Something of ours that nothing had asked for."""

    at: datetime
    kind: Given
    called: str


@dataclass(frozen=True, kw_only=True)
class Moment:
    """They are glad of us: by what they said, or because what we put right has held. `touch` is
    the contact that showed it, and None where they were asked how satisfied they are.
    """

    at: datetime
    words: str
    touch: Touch | None = None
    is_praise: bool = False


@dataclass(frozen=True, kw_only=True)
class Chance:
    """From when on they may be asked, and on the strength of what."""

    at: datetime
    gives: tuple[Give, ...]
    last: Ask | None
    moment: Moment | None


YEAR = timedelta(days=365)
AFTERWARDS = timedelta(days=3)
"""A wish that comes so late is one."""

HELD = timedelta(days=3)
"""After a resolution; sooner nobody can tell whether it held."""

_CHATTY = frozenset({Sign.PRAISE, Sign.REFERRAL, Sign.WISH, Sign.JOINED})
"""What a call may have brought that was not about business."""

_GREETED = frozenset({Sort.BIRTHDAY, Sort.ANNIVERSARY, Sort.OTHER})
_HAVE_BOUGHT = frozenset(Rung) - {Rung.SUSPECT, Rung.PROSPECT}
_ASKED = re.compile(r"\basked\b.*\b(?:review|referral|testimonial|survey)\b", re.IGNORECASE)


def is_ask(touch: Touch) -> bool:
    return touch.direction is Direction.OURS and bool(_ASKED.search(touch.words))


def asks(facts: Facts) -> tuple[Ask, ...]:
    """The latest, oldest first."""
    return tuple(sorted(facts.of(Ask), key=lambda each: (each.at, each.id)))


def gives(facts: Facts) -> tuple[Give, ...]:
    """Oldest first. A call or a note is one only where nothing of theirs asked for it, nor their
    silence.
    """
    return tuple(_gives(facts, _history(facts)))


def chance(facts: Facts) -> Chance | None:
    """Of whoever has bought and had enough from us since the last ask."""
    numbers, asked = facts.number(AskNumbers), asks(facts)
    last = asked[-1] if asked else None
    since = [each for each in gives(facts) if last is None or each.at > last.at]
    enough = len(since) >= numbers.gives and numbers.a_year > 0
    if not enough or facts.customer.rung not in _HAVE_BOUGHT:
        return None
    floor = max([since[numbers.gives - 1].at, *_held_back(facts, numbers, asked)])
    after = [it for it in _moments(facts) if last is None or it.at > last.at]
    near = [it for it in after if it.at + timedelta(days=numbers.moment_days) >= floor]
    moment = near[-1] if near else None
    began = last.at if last else facts.customer.rung_since
    at = max(floor, moment.at if moment else began + YEAR / numbers.a_year)
    return Chance(at=at, gives=tuple(since), last=last, moment=moment)


def wanted(facts: Facts, at: datetime) -> Wanted:
    """What they were asked for longest ago; no referral of somebody who has just made one."""
    referred = [it.at for it in facts.touches if Sign.REFERRAL in it.signs]
    apart = timedelta(days=facts.number(AskNumbers).apart_days)
    fits = [each for each in Wanted if each is not Wanted.SURVEY]
    if any(when + apart > at for when in referred):
        fits.remove(Wanted.REFERRAL)
    when_asked = {each.what: each.at for each in asks(facts)}
    never = facts.customer.rung_since - YEAR * 100
    return min(fits, key=lambda each: when_asked.get(each, never))


def _held_back(facts: Facts, numbers: AskNumbers, asked: Sequence[Ask]) -> Iterator[datetime]:
    """Until when those before keep another one from being asked."""
    apart = timedelta(days=numbers.apart_days)
    yield from (each.at + apart for each in asked[-1:])
    yield from (rest.at + apart for rest in facts.dismissals_of(NAME)[-1:])
    planned = [each for each in asked if each.what is not Wanted.SURVEY]
    for every, most in ((planned, numbers.a_year), (asked, numbers.most_a_year)):
        if len(every) >= most:
            yield every[-most].at + YEAR


def _moments(facts: Facts) -> list[Moment]:
    praise = [
        Moment(at=touch.at, words=touch.words, touch=touch, is_praise=True)
        for touch in facts.touches
        if Sign.PRAISE in touch.signs
    ]
    glad = gladness(facts)
    high = [Moment(at=glad.at, words=glad.words)] if glad else []
    return sorted([*praise, *_held(facts), *high], key=lambda each: each.at)


def _held(facts: Facts) -> Iterator[Moment]:
    """A word after a complaint was put right, in which they did not complain again."""
    for complaint in facts.of(Complaint):
        if complaint.resolved_at and not complaint.is_withdrawn:
            since = complaint.resolved_at + HELD
            told = (it for it in complaint.concerned(facts.touches) if it.at >= since)
            heard = next((it for it in told if it.is_heard), None)
            if heard and Sign.COMPLAINT not in heard.signs:
                yield Moment(at=heard.at, words=heard.words, touch=heard)


def _history(facts: Facts) -> list[Touch]:
    every = [*(each.touch for each in facts.of(Earlier)), *facts.touches]
    return sorted({each.id: each for each in every}.values(), key=lambda it: (it.at, it.id))


def _gives(facts: Facts, touches: Iterable[Touch]) -> Iterator[Give]:
    asked_in = {each.touch_id for each in asks(facts)}
    welcome = welcomed_by(facts)
    every, share = interval(facts), facts.number(QuietNumbers).asked_percent / 100
    quiet = every * share if every else None
    waits, reached_at = False, None
    for touch in touches:
        named = "a welcome" if touch is welcome else _greets(facts, touch)
        kind = given(touch) or (Given.NOTE if named else None)
        if kind and touch.id not in asked_in:
            is_sure = named or touch.is_thanks or by_itself(touch.words) is not None
            is_asked = waits or _was_quiet(touch, reached_at, quiet) or not _is_chatty(touch)
            if is_sure or not is_asked:
                yield Give(at=touch.at, kind=kind, called=named or spoken(touch))
        told = _waits(touch)
        waits = waits if told is None else told
        reached_at = touch.at if touch.reaches else reached_at


def _greets(facts: Facts, touch: Touch) -> str:
    """What a word of ours on one of their days was; empty where it was none. Renewals and reviews
    are business.
    """
    if not facts.of(Dated) or not touch.reaches:
        return ""
    zone = zone_of(facts)
    on = touch.at.astimezone(zone).date()
    for dated in facts.of(Dated):
        day = next(dated.days(on - AFTERWARDS), None)
        if day and dated.sort in _GREETED and dated.added_at <= touch.at:
            begins = asked_on(day, facts.calendar, zone).astimezone(zone).date()
            if begins <= on <= day + AFTERWARDS:
                return "a birthday wish" if dated.sort is Sort.BIRTHDAY else "a word on their day"
    return ""


def _is_chatty(touch: Touch) -> bool:
    return touch.signs <= _CHATTY


def _was_quiet(touch: Touch, reached_at: datetime | None, after: timedelta | None) -> bool:
    """Their silence would have asked for it by then."""
    return after is not None and (reached_at is None or touch.at - reached_at >= after)


@lru_cache(REMEMBERED)
def _waits(touch: Touch) -> bool | None:
    """Whether it asks for a word of ours, or is one; None where it is neither."""
    if opens(touch):
        return True
    return False if is_answered(touch) else None
