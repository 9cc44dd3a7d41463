"""Of whom each nudge of a customer is asked: decided whenever they are planned."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from care import calendars, managers
from care.loading import Loaded
from care.registry import registry
from domain import answering as rules
from domain.nudges import Nudge, Planned, as_planned
from domain.precedence import Need
from domain.teammates import Teammate
from store import nudges, teammates
from store.work import Work

Handed = Callable[[Nudge], Nudge]

GRACE_HOURS = 1
"""Working hours that whoever stands in has before anybody is told that something is late."""


def stand_in(work: Work, now: datetime, owner: Teammate) -> Teammate | None:
    """Who answers for whoever is away: the stand-in, as long as they are there, else whom the owner
    reports to; None where nobody is there, or nobody is away.
    """
    absence = owner.absence(now)
    if absence is None:
        return None
    named = teammates.by_id(work, absence.stand_in_id)
    if named and named.is_there(now):
        return named
    return above(work, now, owner)


def above(
    work: Work, now: datetime, owner: Teammate, besides: Teammate | None = None
) -> Teammate | None:
    """Whom the owner reports to, else another who leads somebody, and is there."""
    every = (*managers.of_teammate(work, owner), *teammates.leaders(work))
    not_them = {owner.id, besides.id if besides else None}
    return next((each for each in every if each.is_there(now) and each.id not in not_them), None)


def handed(work: Work, now: datetime, loaded: Loaded) -> Handed:
    """What becomes of each nudge of theirs."""
    owner = loaded.owner
    if owner is None or not (owner.is_of_team and owner.absences):
        return lambda nudge: _asked_of(nudge, None, now)
    absence, theirs = owner.absence(now), registry(work).plays
    if absence is None:
        return lambda nudge: _asked_of(nudge, _keeper(work, now, owner, nudge), now)
    there = stand_in(work, now, owner)
    calendar = calendars.of_teammate(work, owner)

    def hand(nudge: Nudge) -> Nudge:
        is_theirs = rules.needs_stand_in(nudge, theirs.need(nudge), absence, calendar)
        return _asked_of(nudge, there.id if there and is_theirs else None, now)

    return hand


def _asked_of(nudge: Nudge, stand_in_id: int | None, now: datetime) -> Nudge:
    if nudge.stand_in_id == stand_in_id:
        return nudge
    return replace(nudge, stand_in_id=stand_in_id, stand_in_at=now if stand_in_id else None)


def _keeper(work: Work, now: datetime, owner: Teammate, nudge: Nudge) -> int | None:
    """A complaint stays with whoever has it until it is over."""
    if nudge.subject is None or registry(work).plays.need(nudge) is not Need.COMPLAINT:
        return None
    steps = nudges.of_subject(work, nudge.subject)
    kept = teammates.by_id(work, rules.keeper(steps, owner.id))
    return kept.id if kept and kept.is_there(now) else None


def asked_before(work: Work, loaded: Loaded, calls: Mapping[str, Planned]) -> Mapping[str, Planned]:
    """With what is asked ahead of their owner's absences."""
    owner = loaded.owner
    if owner is None or not (owner.is_of_team and owner.absences):
        return calls
    plays, calendar = registry(work).plays, loaded.facts.calendar
    needs = {key: plays.need(as_planned(loaded.customer.id, call)) for key, call in calls.items()}
    return rules.asked_before_all(calls, needs, owner.absences, calendar)


def told_from(work: Work, nudge: Nudge) -> datetime | None:
    """Before which nobody is told that it is late: whoever stands in has only just got it."""
    mate = teammates.by_id(work, nudge.stand_in_id)
    if mate is None or nudge.stand_in_at is None:
        return None
    return calendars.presence_of(work, mate).after_hours(nudge.stand_in_at, GRACE_HOURS)
