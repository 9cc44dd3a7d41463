"""Promises: kept, moved, not kept and why; and what the clock does when their moment has come."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from care import actions, calendars, finding, numbers, planning, scenes
from care import nudges as care_nudges
from care.heed import allow
from care.plans import Cause
from domain.calendar import ONE_DAY, Calendar
from domain.customers import Customer
from domain.errors import Gone, Misfilled, Over
from domain.forms import Filled, Form
from domain.messages import Message
from domain.nudges import Nudge, Status
from domain.teammates import Permission
from domain.touches import Touch
from domain.wording import receipts
from features.promises import rows, rules
from features.promises import words as wording
from features.promises.play import NAME, key
from features.promises.rules import Promise, PromiseNumbers
from store import alarms, customers, nudges
from store import touches as store_touches
from store.work import Change, Work

KEEP, MOVE, BREAK = "keep promise", "move promise", "break promise"
UNDO = {
    KEEP: "that a promise was kept",
    MOVE: "that a promise was moved",
    BREAK: "that a promise could not be kept",
}
"""How each is called when it is taken back."""


def done(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> Message | None:
    """It was kept: a contact of whoever has kept it."""
    made = rows.by_id(work, int(nudge.about["promise"] or 0))
    if made is None or not made.is_open:
        return None
    nudges.mention(work, nudge.id)
    touch = _kept(work, now, made, nudge.id)
    cause = Cause(by_id=work.person.id, touch=touch, nudge_id=nudge.id)
    told = care_nudges.finish(work, now, nudge, customer, cause)
    return replace(told, items=(*told.items, *wording.early(made, now)))


def _kept(work: Work, now: datetime, made: Promise, nudge_id: int | None = None) -> Touch:
    touch = Touch(
        id=0,
        customer_id=made.customer_id,
        at=now,
        kind=made.kind,
        direction=made.whose,
        words=made.words,
        by_id=work.person.id,
        nudge_id=nudge_id,
    )
    touch = replace(touch, id=store_touches.add(work, touch, now))
    rows.keep(work, made.id, now, work.person.id, touch.id)
    return touch


def keep(work: Work, now: datetime, promise_id: int) -> Message:
    """Kept, whether or not it was asked about yet. Raises Gone, Over."""
    made, customer = _held(work, promise_id)
    touch = _kept(work, now, made)
    cause = Cause(by_id=work.person.id, touch=touch)
    closed = actions.record(work, now, KEEP, customer.id, cause)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    told = wording.done(customer, after, closed.action_id)
    return replace(told, items=(*told.items, *wording.early(made, now)))


def ask_move(work: Work, now: datetime, promise_id: int) -> Form:
    """Raises Gone, Over."""
    del now
    allow(work, Permission.ACT)
    made = _open(work, promise_id)
    return wording.move_form(made, work.person.clock)


def move(work: Work, now: datetime, promise_id: int, filled: Filled) -> Message:
    """Before its old moment has passed it counts as moved in time. Raises Gone, Over, Misfilled."""
    at = _later(work, now, filled.one("when"))
    made, customer = _held(work, promise_id)
    rows.move(work, made, at, is_late=now >= made.ends_at)
    when = wording.moved_to(made, at)
    for nudge in nudges.under_keys(work, customer.id, [key(made)]).values():
        if nudge.is_waiting:
            _put_away(work, now, nudge, when)
    closed = actions.record(work, now, MOVE, customer.id)
    after = tuple(receipts.changes(closed.outcome, scenes.mine(work, now, customer)))
    there = replace(made, at=at, has_hour=True)
    told = wording.noted(customer, there, after, work.person.clock, now)
    is_in_time = now < made.ends_at
    return replace(
        told,
        items=(*told.items, wording.in_time(is_in_time=is_in_time)),
        actions=(receipts.undo(closed.action_id),),
    )


def _later(work: Work, now: datetime, typed: str) -> datetime:
    try:
        at = datetime.fromisoformat(typed)
    except ValueError:
        raise Misfilled({"when": "Choose a day and a time."}) from None
    at = (at if at.tzinfo else at.replace(tzinfo=work.person.clock)).astimezone(UTC)
    if at <= now:
        raise Misfilled({"when": "That is past: choose a moment to come."})
    return at


def _put_away(work: Work, now: datetime, nudge: Nudge, why: str) -> None:
    """What stands says where it went; what was not asked yet is asked at its new time."""
    nudges.change(
        work,
        nudge.id,
        dismissed_as=Status.NOT_NEEDED,
        dismissed_at=now,
        dismissed_by_id=work.person.id,
        reason=why,
    )
    planning.refresh(work, nudge.id)


def ask_why(work: Work, now: datetime, promise_id: int) -> Form:
    """Raises Gone, Over."""
    del now
    allow(work, Permission.ACT)
    return wording.why_form(_open(work, promise_id))


def could_not(work: Work, now: datetime, promise_id: int, filled: Filled) -> Message:
    """It is not kept, and why. Raises Gone, Over, Misfilled."""
    why = filled.one("why")
    if not why:
        raise Misfilled({"why": "Say in a few words why."})
    made, customer = _held(work, promise_id)
    rows.let_go(work, made.id, now, why)
    closed = actions.record(work, now, BREAK, customer.id, Cause(why=why))
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    return wording.not_kept(customer, why, after, closed.action_id)


def _held(work: Work, promise_id: int) -> tuple[Promise, Customer]:
    """Still open, its customer locked."""
    allow(work, Permission.ACT)
    customer = finding.hold(work, _open(work, promise_id).customer_id)
    return _open(work, promise_id), customer


def _open(work: Work, promise_id: int) -> Promise:
    made = rows.by_id(work, promise_id)
    if made is None or made.is_withdrawn:
        raise Gone
    if not made.is_open:
        raise Over("That promise is over already.")
    return made


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """A contact that is put right or taken back may not have kept it after all; what isn't needed
    is let go.
    """
    del customer_id
    for change in changes:
        if change.table == "touch" and change.before is not None:
            _open_again(work, change.id)
        elif change.table == "nudge" and (change.after or {}).get("dismissed_as"):
            _let_go(work, now, change.id)
    for each in sorted({it.id for it in [*changes, *work.changes] if it.table == rules.KIND}):
        _set_alarm(work, each)


def _open_again(work: Work, touch_id: int) -> None:
    """Unless *Done* says so: then its own undo does."""
    touch = store_touches.by_id(work, touch_id)
    for each in rows.kept_by(work, touch_id) if touch is None or not touch.nudge_id else ():
        rows.keep(work, each.id, None, None, None)


def _calendar(work: Work, made: Promise) -> Calendar:
    customer = customers.ever(work, made.customer_id)
    return (
        calendars.of(work, customer) if customer else calendars.in_zone(work, ZoneInfo(made.zone))
    )


def _let_go(work: Work, now: datetime, nudge_id: int) -> None:
    nudge = nudges.by_id(work, nudge_id)
    made = _of(work, nudge) if nudge and nudge.play == NAME else None
    if nudge and made and made.is_open and nudge.key == key(made):
        rows.let_go(work, made.id, now, nudge.reason)


def _of(work: Work, nudge: Nudge) -> Promise | None:
    return rows.by_id(work, int(nudge.about.get("promise") or 0))


def _set_alarm(work: Work, promise_id: int) -> None:
    """At which its reminder says that it is late."""
    made = rows.by_id(work, promise_id)
    if made and made.is_open:
        alarms.put(work, rules.OVER, promise_id, _deadline(work, made))
    else:
        alarms.clear(work, rules.OVER, promise_id)


def _deadline(work: Work, made: Promise) -> datetime:
    return rules.deadline(made, _calendar(work, made))


def pass_(work: Work, now: datetime, promise_id: int) -> None:
    """Its reminder says that it is late where it stands. That a contact has kept it is noted, for
    planning looks back only so far; else it is looked at again.
    """
    made = rows.by_id(work, promise_id)
    if made is None or not made.is_open or customers.by_id(work, made.customer_id) is None:
        return
    told = store_touches.latest(work, made.customer_id)
    calendar, every = _calendar(work, made), rows.open_of(work, made.customer_id)
    touch = rules.kept_by(every, told, calendar, numbers.of(work, PromiseNumbers)).get(made.id)
    if touch:
        rows.note_kept(work, made.id, touch)
        return
    for nudge in nudges.under_keys(work, made.customer_id, [key(made)]).values():
        planning.show(work, nudge)
    alarms.put(work, rules.OVER, promise_id, max(_deadline(work, made), now + ONE_DAY))
