"""What people do with a reminder: take it, do it, put it off, wave it off."""

from dataclasses import replace
from datetime import datetime, timedelta

from care import (
    actions,
    calendars,
    people,
    planning,
    putting_off,
    reminders,
    reported,
    scenes,
    touches,
)
from care.feature import Reply
from care.heed import allow
from care.plans import Cause
from care.registry import registry
from domain.calendar import Calendar
from domain.customers import Customer
from domain.errors import Gone, Over
from domain.messages import Line, Message, Moment, line
from domain.nudges import Nudge, Status
from domain.plays import Saying
from domain.teammates import Permission, may
from domain.touches import Direction, Kind, Touch
from domain.wording import receipts
from store import customers, nudges, teammates
from store.work import Work

LATER_DAYS = 3
"""Working days, for the longest *Later*."""

OVER = line("⚪ No longer needed: ")


def done(work: Work, now: datetime, nudge_id: int) -> Message:
    """Does what the reminder asked for: logs its touch, unless its feature does something else."""
    nudge, customer = _held(work, nudge_id)
    kind = registry(work).plays.of(nudge).kind(nudge)
    known = reported.reported(work, now, nudge)
    touch = replace(known, kind=kind) if known else touches.asked_for(now, kind)
    return _done(work, now, nudge, customer, touch)


def done_so(work: Work, now: datetime, nudge_id: int, said: Touch, reply: Reply) -> Message:
    """The same, with what a reply says of it."""
    nudge, customer = _held(work, nudge_id)
    play = registry(work).plays.of(nudge)
    is_told = said.direction is Direction.OURS and said.kind is not Kind.NOTE
    kind = said.kind if is_told and play.answers(said) else play.kind(nudge)
    at = said.at if said.at >= nudge.ask_at else now
    touch = replace(said, at=at, kind=kind, direction=Direction.OURS)
    return _done(work, now, nudge, customer, touch, reply)


def _done(
    work: Work,
    now: datetime,
    nudge: Nudge,
    customer: Customer,
    touch: Touch,
    reply: Reply | None = None,
) -> Message:
    act = registry(work).done.get(nudge.play)
    told = act(work, now, nudge, customer) if act else None
    if told is not None:
        return told
    done = touches.done(work, now, nudge, touch, reply)
    cause = Cause(by_id=work.person.id, touch=done, nudge_id=nudge.id)
    return finish(work, now, nudge, customer, cause)


def finish(work: Work, now: datetime, nudge: Nudge, customer: Customer, cause: Cause) -> Message:
    """Its facts are there: plans, writes the trail, and says so."""
    closed = actions.record(work, now, "done", customer.id, cause)
    headline = line("✅ Done: ", *_headline(work, nudge, customer, now))
    told = _told(work, now, customer, headline, closed)
    shown = touches.told(work, now, cause.touch) if cause.touch else ()
    return replace(told, items=(*told.items, *shown))


def take(work: Work, now: datetime, nudge_id: int) -> Message:
    """The whole reminder: whatever of this customer's waits in it."""
    nudge, customer = _held(work, nudge_id)
    taker = teammates.by_id(work, nudge.taken_by_id)
    is_held = nudge.status is Status.TAKEN and taker is not None and may(taker, Permission.ACT)
    if is_held and nudge.taken_by_id != work.person.id:
        raise Over(f"{people.name(work, nudge.taken_by_id)} has it already.")
    for each in reminders.together(work, nudge):
        nudges.change(work, each.id, taken_by_id=work.person.id, taken_at=now, snoozed_until=None)
        planning.refresh(work, each.id)
    closed = actions.record(work, now, "take", customer.id, Cause(nudge_id=nudge.id))
    did = line("👀 It's yours: ") if _goes_on(nudge, closed) else OVER
    headline = line(*did, *_headline(work, nudge, customer, now))
    return _told(work, now, customer, headline, closed)


def later(work: Work, now: datetime, nudge_id: int, until: str, reason: str = "") -> Message:
    """The whole reminder. `until` is "hour", "tomorrow", "days" (on the clock of whoever asks), or
    an ISO moment; raises PutOffBefore where it needs a reason.
    """
    nudge, customer = _held(work, nudge_id)
    putting_off.need_reason(nudge, reason)
    wanted = _back(until, now, calendars.mine(work))
    back = min(wanted, putting_off.latest(work, now, nudge))
    for each in reminders.together(work, nudge):
        nudges.change(work, each.id, snoozed_until=back, snoozed_by_id=work.person.id)
        planning.refresh(work, each.id)
    cause = Cause(nudge_id=nudge.id, why=reason)
    closed = actions.record(work, now, "later", customer.id, cause)
    until_then = "until" if back == wanted else "for as long as it can wait, until"
    put_off = line(f"💤 Put off {until_then} ", Moment(back, work.person.zone), ": ")
    did = put_off if _goes_on(nudge, closed) else OVER
    headline = line(*did, *_headline(work, nudge, customer, now))
    return _told(work, now, customer, headline, closed)


def waive(work: Work, now: datetime, nudge_id: int, reason: str) -> Message:
    """Said not to be needed: the next one counts from now."""
    nudge, customer = _held(work, nudge_id)
    nudges.change(
        work,
        nudge.id,
        dismissed_as=Status.NOT_NEEDED,
        dismissed_at=now,
        dismissed_by_id=work.person.id,
        reason=reason,
    )
    planning.refresh(work, nudge.id)
    closed = actions.record(work, now, "waive", customer.id, Cause(nudge_id=nudge.id, why=reason))
    headline = line("❌ Not needed: ", *_headline(work, nudge, customer, now))
    return _told(work, now, customer, headline, closed)


def _held(work: Work, nudge_id: int) -> tuple[Nudge, Customer]:
    """A reminder that still waits, its customer locked; raises Gone, or Over with who was first."""
    allow(work, Permission.ACT)
    nudge = nudges.need(work, nudge_id)
    customer = customers.lock(work, nudge.customer_id)
    nudge = nudges.need(work, nudge_id)
    if customer is None:
        raise Gone
    if not nudge.is_waiting:
        raise Over(_how_it_ended(work, nudge))
    return nudge, customer


def asking(work: Work, now: datetime, nudge_id: int) -> Saying:
    """What it asks for, as long as it waits: nothing is locked, for nothing is changed yet."""
    allow(work, Permission.ACT)
    nudge = nudges.need(work, nudge_id)
    customer = customers.by_id(work, nudge.customer_id)
    if customer is None:
        raise Gone
    if not nudge.is_waiting:
        raise Over(_how_it_ended(work, nudge))
    return scenes.mine(work, now, customer).saying(nudge)


def _how_it_ended(work: Work, nudge: Nudge) -> str:
    match nudge.status:
        case Status.DONE:
            if nudge.ended_by_id == work.person.id:
                return "You have done that already."
            return f"{people.name(work, nudge.ended_by_id)} has done that already."
        case Status.NOT_NEEDED:
            return f"{people.name(work, nudge.dismissed_by_id)} said already that it isn't needed."
        case _:
            return "That reminder is over: it is no longer called for."


def _back(until: str, now: datetime, calendar: Calendar) -> datetime:
    match until:
        case "hour":
            return now + timedelta(hours=1)
        case "tomorrow":
            return calendar.next_morning(now)
        case "days":
            return calendar.days_later(now, LATER_DAYS)
        case _:
            return max(datetime.fromisoformat(until), now)


def _goes_on(nudge: Nudge, closed: actions.Recorded) -> bool:
    """Unless planning has found that nothing calls for it any more."""
    return nudge.id not in {each.id for each in closed.outcome.ended}


def _headline(work: Work, nudge: Nudge, customer: Customer, now: datetime) -> Line:
    return scenes.mine(work, now, customer).saying(nudge).headline


def _told(
    work: Work, now: datetime, customer: Customer, headline: Line, closed: actions.Recorded
) -> Message:
    planned = receipts.Outcome(planned=closed.outcome.planned)
    after = tuple(receipts.changes(planned, scenes.mine(work, now, customer)))
    return receipts.told(headline, after, receipts.undo(closed.action_id))
