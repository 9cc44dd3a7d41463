"""What follows from a first purchase: each step takes the place of the one before it."""

from collections.abc import Sequence
from datetime import datetime

from care import actions, loading, planning
from care.loading import Loaded
from care.plans import Cause
from domain.nudges import Nudge, Status
from domain.touches import Sign
from features.first_days.play import asked_at
from features.first_days.rules import NAME, NEXT, Course, course
from store import alarms, nudges
from store.work import Change, Work

ACTION = "take its place"
WHY = "the next step has come"


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """A purchase that is new, put right or taken back, or has come from another customer."""
    if any(change.table == "touch" and _may_be_first(change) for change in changes):
        _set_alarm(work, now, loading.lately(work, customer_id))


def _may_be_first(change: Change) -> bool:
    """Whether it makes a purchase the first one, or no more."""
    if change.before is None:
        return Sign.PURCHASE in (change.after.get("signs") or ())
    if "signs" in change.before:
        signs = (change.before["signs"] or (), change.after["signs"] or ())
        return any(Sign.PURCHASE in each for each in signs)
    return bool({"at", "gone", "customer_id"} & change.before.keys())


def take_over(work: Work, now: datetime, customer_id: int) -> None:
    """The newest step is asked for instead of one that nobody got to."""
    found = loading.hold(work, (customer_id,)).get(customer_id)
    made = _course(found)
    if found is None or made is None:
        return
    newest = made.newest(found.facts.calendar.day(now))
    for nudge in found.waiting:
        if nudge.play == NAME and int(nudge.about.get("day") or 0) < newest:
            _pass(work, now, nudge)
    _set_alarm(work, now, found)


def _course(found: Loaded | None) -> Course | None:
    return course(found.facts) if found and not found.is_gone else None


def _pass(work: Work, now: datetime, nudge: Nudge) -> None:
    nudges.change(work, nudge.id, dismissed_as=Status.SUPERSEDED, dismissed_at=now, reason=WHY)
    planning.refresh(work, nudge.id)
    cause = Cause(nudge_id=nudge.id, why=WHY)
    actions.record(work, now, ACTION, nudge.customer_id, cause)


def _set_alarm(work: Work, now: datetime, found: Loaded | None) -> None:
    made = _course(found)
    if found is None:
        return
    day = made.after(made.newest(found.facts.calendar.day(now))) if made else None
    if made and day:
        alarms.put(work, NEXT, found.customer.id, asked_at(found.facts, made, day))
    else:
        alarms.clear(work, NEXT, found.customer.id)
