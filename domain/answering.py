"""Who answers for a customer now, and for what: their owner, or whoever stands in meanwhile.

Nobody's customer becomes another's by an absence. A nudge that can't wait is asked of somebody
else; all others wait until their owner is back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from domain.absences import Absence
from domain.attention import red_at
from domain.calendar import ONE_DAY, Calendar, midnight
from domain.nudges import Nudge, Plain, Planned
from domain.precedence import Need

CANT_WAIT = frozenset(
    {Need.COMPLAINT, Need.CHECK_BACK, Need.RETURN, Need.PROMISE, Need.RISK, Need.PRAISE}
)
"""What a customer waits for, or may leave for, whoever is away."""

SHORT_DAYS = 10
"""Working days: whoever is away for longer leaves everything to whoever stands in."""

AHEAD_DAYS = 5
"""Working days before an absence in which is asked what would turn amber during it."""


def needs_stand_in(nudge: Nudge, need: Need, absence: Absence, owners: Calendar) -> bool:
    """Whether it can't wait until its owner is back. `owners` is their working time without the
    absence.
    """
    if need in CANT_WAIT or is_long(absence, owners):
        return True
    return red_at(nudge, need) < back_at(absence, owners)


def back_at(absence: Absence, owners: Calendar) -> datetime:
    return owners.next_working(midnight(absence.last + ONE_DAY, owners.zone))


def is_long(absence: Absence, owners: Calendar) -> bool:
    days = (absence.last - absence.first).days + 1
    worked = sum(owners.is_working_day(absence.first + timedelta(days=day)) for day in range(days))
    return worked > SHORT_DAYS


def keeper(steps: Iterable[Nudge], owner_id: int) -> int | None:
    """Who has a subject since its owner was away, by its nudges: one voice until it is over, unless
    the owner has taken it back since.
    """
    every = tuple(steps)
    handed = [(each.stand_in_at, each.stand_in_id) for each in every if each.stand_in_at]
    if not handed:
        return None
    since, stand_in_id = max(handed, key=lambda pair: pair[0])
    deeds = [(each.taken_by_id, each.taken_at) for each in every]
    deeds += [(each.ended_by_id, each.ended_at) for each in every]
    is_back = any(whose == owner_id and at and at >= since for whose, at in deeds)
    return None if is_back else stand_in_id


def asked_before(
    call: Planned, need: Need, absences: Iterable[Absence], owners: Calendar
) -> Planned:
    """A word with whoever would turn amber in an absence known before: with full rank in the days
    before it.
    """
    if need is not Need.QUIET:
        return call
    day = owners.day(call.late_at)
    met = next((each for each in absences if each.covers(day)), None)
    if met is None or owners.day(met.known_at) >= met.first:
        return call
    early = _ahead_of(met, owners)
    about: dict[str, Plain] = {**call.about, "ahead_from": early.isoformat()}
    return replace(call, ask_at=min(call.ask_at, early), about=about)


def _ahead_of(absence: Absence, owners: Calendar) -> datetime:
    day = absence.first
    for _ in range(AHEAD_DAYS):
        day = owners.last_working_day_before(day)
    return owners.morning_of(midnight(day, owners.zone))


def asked_before_all(
    calls: Mapping[str, Planned],
    needs: Mapping[str, Need],
    absences: Iterable[Absence],
    owners: Calendar,
) -> dict[str, Planned]:
    """The same of all that is called for of one customer."""
    known = tuple(absences)
    return {key: asked_before(call, needs[key], known, owners) for key, call in calls.items()}
