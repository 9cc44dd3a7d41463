"""One customer, one reminder: which of their nudges speaks, and which are not called for meanwhile.

A play calls as if it were alone; what stands between plays is decided here, and nowhere else.
"""

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from domain.coverage import CareNumbers
from domain.customers import Customer
from domain.facts import Facts
from domain.nudges import Planned

NEAR = timedelta(days=3)
"""So close to a promise, a step of the first 100 days would be a second word about nothing."""

INTERVALS_AHEAD = 2
"""A date agreed on stands for our care as long as it is no further away than so many intervals."""


class Need(IntEnum):
    """What a nudge asks for; of several that are due, the lowest speaks."""

    COMPLAINT = 1
    CHECK_BACK = 2
    RETURN = 3
    PROMISE = 4
    RISK = 5
    WIN_BACK = 6
    PRAISE = 7
    FIRST_DAYS = 8
    FOLLOW_UP = 9
    DATE = 10
    THANKS = 11
    QUIET = 12
    WHAT_ELSE = 13
    OCCASION = 14
    ASK = 15
    EXCELLENCE = 16


class State(StrEnum):
    """What stands about a customer, whether or not a nudge says so."""

    DIED = "died"
    LOST = "lost"
    PAUSED = "paused"
    DO_NOT_CONTACT = "do not contact"
    COMPLAINT_OPEN = "complaint open"
    AT_RISK = "at risk"


EVERYTHING = frozenset(Need)
THEIRS = frozenset({Need.COMPLAINT, Need.CHECK_BACK, Need.RETURN, Need.PROMISE})
"""What they wait for: nothing but death silences it all."""

ROUTINE = frozenset(
    {Need.THANKS, Need.QUIET, Need.WHAT_ELSE, Need.OCCASION, Need.ASK, Need.EXCELLENCE}
)
_PLEASANTRIES = ROUTINE - {Need.QUIET}

COMPANIONS = frozenset({Need.EXCELLENCE})
"""What never comes alone: it is a line of the first reminder that comes once it is due."""

SILENT_IN: Mapping[State, AbstractSet[Need]] = {
    State.DIED: EVERYTHING,
    State.LOST: EVERYTHING - {Need.RETURN, Need.WIN_BACK},
    State.PAUSED: EVERYTHING - THEIRS,
    State.DO_NOT_CONTACT: EVERYTHING - THEIRS,
    State.COMPLAINT_OPEN: EVERYTHING - THEIRS,
    State.AT_RISK: _PLEASANTRIES,
}

SILENT_BESIDE: Mapping[Need, AbstractSet[Need]] = {
    Need.CHECK_BACK: ROUTINE,
    Need.RETURN: EVERYTHING - THEIRS,
    Need.PROMISE: frozenset({Need.FOLLOW_UP, Need.FIRST_DAYS, Need.QUIET, Need.WHAT_ELSE}),
    Need.RISK: ROUTINE,
    Need.WIN_BACK: ROUTINE,
    Need.PRAISE: frozenset({Need.QUIET, Need.ASK}),
    Need.DATE: frozenset({Need.QUIET}),
    Need.FIRST_DAYS: frozenset({Need.QUIET, Need.WHAT_ELSE}),
    Need.THANKS: frozenset({Need.QUIET}),
}


def of_customer(customer: Customer) -> set[State]:
    """What somebody has said about the customer themselves."""
    told = {
        State.PAUSED: customer.paused_until,
        State.DO_NOT_CONTACT: customer.no_contact_since,
    }
    return {state for state, since in told.items() if since}


@dataclass(frozen=True, kw_only=True)
class Call:
    """What one play calls for, and what for."""

    need: Need
    planned: Planned


def called_for(facts: Facts, calls: Collection[Call]) -> list[Planned]:
    """Without what is silent while something else stands; what is silent itself silences nobody."""
    silent = {need for state in State if state in facts.states for need in SILENT_IN[state]}
    heard = [call for call in calls if call.need not in silent]
    speaking: list[Call] = []
    for call in sorted(heard, key=lambda each: each.need):
        if not _is_silent(facts, call, speaking):
            speaking.append(call)
    return [each for call in heard if call in speaking for each in _timed(call, speaking)]


def _timed(call: Call, speaking: Iterable[Call]) -> Iterable[Planned]:
    """With another that is asked from then on, or not at all; what they wait for has no room."""
    if call.need not in COMPANIONS:
        return (call.planned,)
    due, late_at = call.planned.ask_at, call.planned.late_at
    hosts = [
        each.planned.ask_at
        for each in speaking
        if each.need not in THEIRS | COMPANIONS and each.planned.subject is None
    ]
    asked = min((at for at in hosts if at >= due), default=None)
    return [replace(call.planned, ask_at=asked, late_at=asked + (late_at - due))] if asked else []


def _is_silent(facts: Facts, call: Call, others: Iterable[Call]) -> bool:
    return any(
        call.need in SILENT_BESIDE.get(other.need, ()) and _holds(facts, call, other)
        for other in others
    )


def _holds(facts: Facts, call: Call, other: Call) -> bool:
    """Whether it is silenced by the other as the two are timed: gone quiet is nobody who hears from
    us anyway before their interval is over.
    """
    asked, beside = call.planned.ask_at, other.planned.ask_at
    match other.need, call.need:
        case Need.PROMISE, Need.FIRST_DAYS:
            return abs(beside - asked) <= NEAR
        case Need.PROMISE, _:
            return beside <= _last_contact(facts) + _ahead(facts)
        case Need.RETURN | Need.CHECK_BACK, _:
            return True
        case _, Need.QUIET:
            return beside <= call.planned.late_at
        case ((Need.RISK | Need.WIN_BACK), _):
            return beside <= asked
        case _:
            return True


def _last_contact(facts: Facts) -> datetime:
    spoken = (touch.at for touch in facts.touches if touch.is_contact)
    return max(spoken, default=facts.customer.rung_since)


def _ahead(facts: Facts) -> timedelta:
    interval = facts.number(CareNumbers).interval(facts.customer.rung)
    return (interval or timedelta()) * INTERVALS_AHEAD
