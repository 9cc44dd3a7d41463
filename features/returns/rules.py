"""Which contacts of theirs wait for an answer, by when, and what answers them."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import ClassVar

from pydantic import Field

from domain.customers import Rung
from domain.facts import Facts
from domain.reading import open_ends
from domain.settings import Numbers
from domain.touches import IMPORTED, Direction, Kind, Sign, Touch
from features.complaints.rules import KIND as COMPLAINT
from features.complaints.rules import Complaint

NAME = "return"

ASKING = frozenset({Sign.ENQUIRY, Sign.ASKED_FOR_PERSON})
_ENOUGH_SAID = frozenset({Sign.PRAISE, Sign.REFERRAL, Sign.PURCHASE, Sign.JOINED})
"""Said without a question, these wait for no answer: thanks and a welcome see to them."""

_SPOKEN = frozenset({Kind.CALL, Kind.MEETING})
_WRITTEN = frozenset({Kind.MAIL, Kind.MESSAGE})
_RAISED_A_HAND = frozenset({Rung.SUSPECT, Rung.PROSPECT})

OWNERS_SHARE = 0.75
"""Of its clock, after which an owner who has logged it is asked: most answer by themselves."""

BEFORE_THE_END = 0.25
"""Hours of work that are left of the day when it is asked at the latest."""


class ReturnNumbers(Numbers):
    group: ClassVar[str] = "return"

    enquiry_hours: int = Field(
        default=1,
        ge=1,
        le=40,
        title="hours within which the enquiry of a suspect or prospect is answered",
        description="who answers within the hour talks to them seven times as often (HBR, 2011)",
    )
    call_hours: int = Field(
        default=1,
        ge=1,
        le=40,
        title="hours within which a call is returned that nobody took, or that was for somebody",
        description="they are at their phone now, and wanted to hear a voice",
    )
    contact_hours: int = Field(
        default=4,
        ge=1,
        le=40,
        title="hours within which any other contact of theirs is answered",
        description="half of those who write to a company expect to hear within four hours",
    )
    again_days: int = Field(
        default=1,
        ge=1,
        le=30,
        title="days after an attempt in vain to answer a customer, when to try again",
        description="they have asked for it, so it is no bother",
    )
    managers_hours: int = Field(
        default=4,
        ge=1,
        le=80,
        title="hours after which their managers are told that somebody waits for an answer",
        description="half a day: early enough to answer on the same one",
    )
    since: date = Field(
        default=date(1970, 1, 1),
        title="day of the calendar before which no contact of theirs is asked about",
        description="an upgrade asks about the last two weeks; older ones have found an answer",
    )


def is_tried(touch: Touch) -> bool:
    """They heard from us, or we tried to reach them."""
    in_vain = touch.is_attempt and Sign.NO_ANSWER in touch.signs
    return in_vain or is_answered(touch)


def is_answered(touch: Touch) -> bool:
    """They heard from us, or spoke with us and left nothing open: neither a card nor a gift answers
    a question, nor does a complaint's step.
    """
    spoke = _is_theirs(touch) and touch.kind in _SPOKEN and not opens(touch)
    return touch.subject is None and (touch.is_talk or spoke)


def unanswered(
    facts: Facts, ends: Callable[[Touch], bool], rested_at: datetime | None
) -> tuple[Touch, ...]:
    """Theirs that no contact has ended, and nobody has waved off, since; the oldest first. What was
    told before anybody was asked about it is over.
    """
    began = facts.number(ReturnNumbers).since
    complaints = _complaints(facts)
    contacts = [touch for touch in facts.touches if touch.is_contact]
    waiting: list[Touch] = []
    for touch in contacts:
        if ends(touch):
            waiting = []
        is_recent = facts.calendar.day(touch.at) >= began
        if is_recent and touch.id not in complaints and opens(touch):
            waiting.append(touch)
    return tuple(each for each in waiting if rested_at is None or each.known_at > rested_at)


def opens(touch: Touch) -> bool:
    """Whether it asks for an answer; a complaint's thread has its own steps."""
    if touch.subject is not None or touch.words == IMPORTED:
        return False
    if asks(touch):
        return not (touch.kind in _SPOKEN and open_ends.is_answered(touch.words))
    if not _is_theirs(touch):
        return False
    if touch.kind in _SPOKEN:
        return is_missed(touch)
    if touch.kind is Kind.NOTE:
        return open_ends.is_form(touch.words)
    said_enough = bool(touch.signs & _ENOUGH_SAID) or open_ends.is_thanks(touch.words)
    return touch.kind in _WRITTEN and not said_enough


def is_missed(touch: Touch) -> bool:
    """They called, and reached nobody."""
    in_vain = Sign.NO_ANSWER in touch.signs or open_ends.is_missed(touch.words)
    return _is_theirs(touch) and touch.kind in _SPOKEN and in_vain


def is_for_a_voice(touch: Touch) -> bool:
    """They wanted to speak to somebody, and did not."""
    return is_missed(touch) or Sign.ASKED_FOR_PERSON in touch.signs


def rested_at(facts: Facts) -> datetime | None:
    """When it was last said that nothing needs an answer; parking says so, too."""
    moments = [rest.at for rest in facts.dismissals_of(NAME)]
    if facts.customer.parked_at:
        moments.append(facts.customer.parked_at)
    return max(moments, default=None)


def waiting(facts: Facts) -> tuple[Touch, ...]:
    """What is to be answered. A prospect whom we tried in vain is followed up instead."""
    is_followed_up = facts.customer.rung in _RAISED_A_HAND
    return unanswered(facts, is_tried if is_followed_up else is_answered, rested_at(facts))


def tried_since(facts: Facts, first: Touch) -> tuple[Touch, ...]:
    """Our attempts in vain since then."""
    later = [each for each in facts.touches if (each.at, each.id) > (first.at, first.id)]
    return tuple(each for each in later if is_tried(each) and not is_answered(each))


def hours(facts: Facts, touch: Touch) -> float:
    """The clock of it: how long they wait at most."""
    numbers = facts.number(ReturnNumbers)
    if is_for_a_voice(touch):
        return numbers.call_hours
    is_enquiry = facts.customer.rung in _RAISED_A_HAND and asks(touch)
    return numbers.enquiry_hours if is_enquiry else numbers.contact_hours


def asked_at(facts: Facts, touch: Touch) -> datetime:
    """Once: at once where a colleague has logged it; an owner has most of its clock first. Never so
    late that it could not be answered before that day's work ends.
    """
    calendar = facts.calendar
    begins = calendar.next_working(touch.known_at)
    if touch.by_id is None or touch.by_id != facts.customer.owner_id:
        return begins
    share = calendar.after_hours(touch.at, hours(facts, touch) * OWNERS_SHARE)
    last = calendar.before_hours(calendar.day_end(begins), BEFORE_THE_END)
    return max(begins, calendar.next_working(min(share, last)))


def late_at(facts: Facts, touch: Touch, asked: datetime) -> datetime:
    """Its clock runs since they turned to us; whoever learns of it later has the rest of what an
    owner has.
    """
    clock, calendar = hours(facts, touch), facts.calendar
    rest = calendar.after_hours(asked, clock * (1 - OWNERS_SHARE))
    return max(calendar.after_hours(touch.at, clock), rest)


def managers_at(facts: Facts, touches: Iterable[Touch]) -> datetime:
    """When their managers are told of it."""
    first = min(touch.known_at for touch in touches)
    return facts.calendar.after_hours(first, facts.number(ReturnNumbers).managers_hours)


def asks(touch: Touch) -> bool:
    asked = _is_theirs(touch) and open_ends.is_question(touch.words)
    return asked or bool(touch.signs & ASKING)


def _is_theirs(touch: Touch) -> bool:
    return touch.direction is Direction.THEIRS


def _complaints(facts: Facts) -> set[int]:
    """The contacts in which they complained, where it is being put right, or was."""
    known = {each.touch_id for each in facts.of(Complaint) if each.touch_id}
    about = [each for each in facts.touches if each.subject and each.subject.kind == COMPLAINT]
    last = max((each.at for each in about), default=None)
    told = {
        each.id
        for each in facts.touches
        if Sign.COMPLAINT in each.signs and last and each.at <= last
    }
    return known | told
