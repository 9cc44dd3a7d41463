"""Complaints: opened, brought forward step by step, and made known when they are late."""

from dataclasses import replace
from datetime import datetime

from care import calendars, finding, numbers, people, touches, trail
from care.feature import Said
from care.heed import allow
from care.planning import Cause
from domain.complaints import Complaint, Step
from domain.customers import Customer
from domain.errors import Gone, Over, Wordless
from domain.messages import Message, Moment, Named, line
from domain.nudges import Nudge
from domain.plays.fix import FixNumbers
from domain.teammates import Verb
from domain.touches import Direction, Kind, Sign, Touch
from domain.wording import complaints as wording
from domain.wording import receipts
from store import complaints, customers, nudges, posts
from store import touches as kept_touches
from store.work import Work

DID = {
    Step.ACKNOWLEDGE: "acknowledged",
    Step.UPDATE: "brought up to date",
    Step.RESOLVE: "resolved",
    Step.CHECK_BACK: "checked back on",
}


def open_(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    return open_for(work, now, customer, said.words)


def open_for(work: Work, now: datetime, customer: Customer, words: str) -> Message:
    """On what the customer said, which is their contact, too. Raises Wordless: nobody can put right
    what nobody has named.
    """
    if not words.strip():
        example = f"complaint {customer.name} the parcel came broken"
        raise Wordless(f"What went wrong at {customer.name}?", example)
    customer = finding.hold(work, customer.id)
    _refuse_second(work, customer, words)
    touch = touches.read(work, now, customer, words)
    signs = touch.signs | {Sign.COMPLAINT}
    touch = replace(touch, at=now, direction=Direction.THEIRS, signs=signs)
    touch = replace(touch, id=kept_touches.add(work, touch, now))
    return _open(work, now, customer, touch)


def open_from(work: Work, now: datetime, touch_id: int) -> Message:
    """Opened from a contact already logged."""
    allow(work, Verb.LOG)
    customer = finding.hold(work, touches.need(work, touch_id).customer_id)
    touch = touches.need(work, touch_id)
    if known := complaints.of_touch(work, touch):
        raise Over(_opened(work, known))
    _refuse_second(work, customer, touch.words)
    kept_touches.mention(work, touch_id)
    return _open(work, now, customer, touch)


def _refuse_second(work: Work, customer: Customer, words: str) -> None:
    """Told twice in the same words, it is one thing to put right."""
    for known in complaints.open_of(work, customer.id):
        if known.says(words):
            raise Over(_opened(work, known))


def _opened(work: Work, known: Complaint) -> str:
    return f"{people.name(work, known.opened_by_id)} has opened that complaint already."


def _open(work: Work, now: datetime, customer: Customer, touch: Touch) -> Message:
    complaint = Complaint(
        id=0,
        customer_id=customer.id,
        words=touch.words,
        opened_at=now,
        opened_by_id=work.person.id,
        touch_id=touch.id,
    )
    complaints.add(work, complaint)
    closed = trail.close(work, now, "complaint", customer.id)
    hours = numbers.of(work, FixNumbers).acknowledge_hours
    by = calendars.of(work, customer).after_hours(now, hours)
    promise = line(
        "Somebody should let them know that we heard by ", Moment(by, work.person.clock.key), "."
    )
    told = receipts.told(
        line("🔥 Complaint opened for ", Named(customer.name)),
        (promise,),
        receipts.undo(closed.action_id),
    )
    after = receipts.changes(closed.outcome, customer, now, work.person.clock)
    return replace(told, notes=tuple(after))


def acknowledge(work: Work, now: datetime, complaint_id: int) -> Message:
    return step(work, now, complaint_id, Step.ACKNOWLEDGE)


def update(work: Work, now: datetime, complaint_id: int) -> Message:
    return step(work, now, complaint_id, Step.UPDATE)


def resolve(work: Work, now: datetime, complaint_id: int) -> Message:
    return step(work, now, complaint_id, Step.RESOLVE)


def step(
    work: Work, now: datetime, complaint_id: int, taken: Step, nudge: Nudge | None = None
) -> Message:
    """We told the customer something: that is a contact of ours; resolving also ends it."""
    allow(work, Verb.ACT)
    customer = finding.hold(work, need(work, complaint_id).customer_id)
    complaint = need(work, complaint_id)
    if taken is not Step.CHECK_BACK and not complaint.is_open:
        raise Over(over(work, complaint))
    told = complaint.told_by(kept_touches.latest(work, customer.id))
    if taken is Step.ACKNOWLEDGE and told:
        raise Over(f"{people.name(work, told[0].by_id)} has let them know already.")
    touch = _told(work, now, complaint, nudge)
    work.mention(complaints.TABLE, complaint_id)
    if taken is Step.RESOLVE:
        complaints.resolve(work, complaint_id, work.person.id, now)
    nudge_id = nudge.id if nudge else None
    cause = Cause(by_id=work.person.id, touch=touch, nudge_id=nudge_id)
    closed = trail.close(work, now, taken, customer.id, cause)
    posts.show_anew(work, "complaint", complaint_id)
    headline = line("✅ ", Named(customer.name), f": complaint {DID[taken]}")
    after = tuple(receipts.changes(closed.outcome, customer, now, work.person.clock))
    return receipts.told(headline, after, receipts.undo(closed.action_id))


def _told(work: Work, now: datetime, complaint: Complaint, nudge: Nudge | None) -> Touch:
    if nudge:
        return touches.done(work, now, nudge, Kind.MESSAGE)
    touch = Touch(
        id=0,
        customer_id=complaint.customer_id,
        at=now,
        kind=Kind.MESSAGE,
        direction=Direction.OURS,
        by_id=work.person.id,
        subject=complaint.subject,
    )
    return replace(touch, id=kept_touches.add(work, touch, now))


def over(work: Work, complaint: Complaint) -> str:
    """Who brought it to its end."""
    if complaint.is_withdrawn:
        return "That complaint was taken back meanwhile."
    return f"{people.name(work, complaint.resolved_by_id)} has resolved that complaint already."


def need(work: Work, complaint_id: int) -> Complaint:
    """Raises Gone."""
    complaint = complaints.by_id(work, complaint_id)
    if complaint is None:
        raise Gone
    return complaint


def case(work: Work, complaint: Complaint, customer: Customer) -> wording.Case:
    recent = kept_touches.latest(work, customer.id)
    told = tuple(
        touch
        for touch in complaint.told_by(recent)
        if touch.at <= (complaint.resolved_at or touch.at)
    )
    named = {complaint.opened_by_id, complaint.resolved_by_id}
    named |= {touch.by_id for touch in told}
    return wording.Case(
        complaint=complaint,
        customer=customer,
        zone=calendars.of(work, customer).zone,
        whose=people.whose(work, customer),
        people=people.named(work, named),
        told=told,
    )


def say(work: Work, now: datetime, complaint_id: int) -> Message | None:
    """The complaint's post, as of now."""
    del now
    complaint = complaints.by_id(work, complaint_id)
    customer = customers.ever(work, complaint.customer_id) if complaint else None
    if complaint is None or customer is None:
        return None
    return wording.post(case(work, complaint, customer))


def say_late(work: Work, now: datetime, complaint_id: int) -> Message | None:
    """What a manager is told of a complaint that is late, if it still is."""
    complaint = complaints.by_id(work, complaint_id)
    customer = customers.by_id(work, complaint.customer_id) if complaint else None
    if complaint is None or customer is None or not complaint.is_open:
        return None
    late = [each for each in nudges.of_subject(work, complaint.subject) if each.is_late(now)]
    first = min(late, key=lambda nudge: nudge.late_at, default=None)
    return wording.late(case(work, complaint, customer), first, now)
