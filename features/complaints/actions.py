"""Complaints: opened, brought forward step by step, and made known when they are late."""

from dataclasses import replace
from datetime import datetime

from care import (
    actions,
    calendars,
    direct_messages,
    finding,
    forms,
    managers,
    numbers,
    people,
    scenes,
    touches,
)
from care import form_submissions as care_filled
from care import nudges as care_nudges
from care.feature import Command, Reply, Said
from care.heed import allow
from care.plans import Cause
from domain.commands import Usage
from domain.customers import Customer
from domain.errors import Gone, Misfilled, Over, Wordless
from domain.forms import Filled, Form
from domain.messages import Message, Moment, Named, line
from domain.nudges import Nudge
from domain.reactions import Meaning
from domain.teammates import Permission
from domain.touches import Direction, Kind, Sign, Touch
from domain.wording import receipts
from features.complaints import rows
from features.complaints import words as wording
from features.complaints.play import FixNumbers
from features.complaints.rules import KIND, LATE, Complaint, Step
from store import actions as store_actions
from store import customers, nudges, posts
from store import touches as store_touches
from store.work import Work

DID = {
    Step.ACKNOWLEDGE: "acknowledged",
    Step.UPDATE: "brought up to date",
    Step.RESOLVE: "resolved",
    Step.CHECK_BACK: "checked back on",
}

UNDO = {
    "complaint": "the complaint you opened",
    Step.ACKNOWLEDGE: "that you acknowledged it",
    Step.UPDATE: "that you brought them up to date",
    Step.RESOLVE: "that you resolved it",
    Step.CHECK_BACK: "that you checked back",
}
"""How each is called when it is taken back."""


def open_(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    told = open_for(work, now, customer, said.words)
    return replace(told, notes=(*said.notes, *told.notes), actions=(*said.offers, *told.actions))


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
    touch = replace(touch, id=store_touches.add(work, touch, now))
    return _open(work, now, customer, touch)


def open_from(work: Work, now: datetime, touch_id: int) -> Message:
    """Opened from a contact already logged."""
    allow(work, Permission.LOG)
    customer = finding.hold(work, touches.need(work, touch_id).customer_id)
    touch = touches.need(work, touch_id)
    if known := rows.of_touch(work, touch):
        raise Over(_opened(work, known))
    _refuse_second(work, customer, touch.words)
    store_touches.mention(work, touch_id)
    return _open(work, now, customer, touch)


def _refuse_second(work: Work, customer: Customer, words: str) -> None:
    """Told twice in the same words, it is one thing to put right."""
    for known in rows.open_of(work, customer.id):
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
    rows.add(work, complaint)
    closed = actions.record(work, now, "complaint", customer.id)
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
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    return replace(told, notes=tuple(after))


def acknowledge(work: Work, now: datetime, complaint_id: int) -> Message:
    return step(work, now, complaint_id, Step.ACKNOWLEDGE)


def update(work: Work, now: datetime, complaint_id: int) -> Message:
    return step(work, now, complaint_id, Step.UPDATE)


def resolve(work: Work, now: datetime, complaint_id: int) -> Message:
    return step(work, now, complaint_id, Step.RESOLVE)


def step(
    work: Work,
    now: datetime,
    complaint_id: int,
    taken: Step,
    nudge: Nudge | None = None,
    words: Reply | None = None,
) -> Message:
    """We told the customer something: that is a contact of ours; resolving also ends it. `words`
    are those of the reply that says so.
    """
    allow(work, Permission.ACT)
    customer = finding.hold(work, need(work, complaint_id).customer_id)
    complaint = need(work, complaint_id)
    if taken is not Step.CHECK_BACK and not complaint.is_open:
        raise Over(over(work, complaint))
    told = complaint.told_by(store_touches.latest(work, customer.id))
    if taken is Step.ACKNOWLEDGE and told:
        raise Over(f"{people.name(work, told[0].by_id)} has let them know already.")
    touch = _told(work, now, complaint, nudge, words)
    rows.mention(work, complaint_id)
    if taken is Step.RESOLVE:
        rows.resolve(work, complaint_id, work.person.id, now)
    nudge_id = nudge.id if nudge else None
    cause = Cause(by_id=work.person.id, touch=touch, nudge_id=nudge_id)
    closed = actions.record(work, now, taken, customer.id, cause)
    posts.show_anew(work, KIND, complaint_id)
    headline = line("✅ ", Named(customer.name), f": complaint {DID[taken]}")
    after = tuple(receipts.changes(closed.outcome, scenes.mine(work, now, customer)))
    return receipts.told(headline, after, receipts.undo(closed.action_id))


def _told(
    work: Work, now: datetime, complaint: Complaint, nudge: Nudge | None, words: Reply | None
) -> Touch:
    if nudge:
        return touches.done(work, now, nudge, touches.asked_for(now, Kind.MESSAGE))
    touch = replace(
        touches.asked_for(now, Kind.MESSAGE),
        customer_id=complaint.customer_id,
        by_id=work.person.id,
        subject=complaint.subject,
        words=words.words if words else "",
    )
    source = {"place": words.place, "message_id": words.message} if words and words.place else {}
    return replace(touch, id=store_touches.add(work, touch, now, **source))


def over(work: Work, complaint: Complaint) -> str:
    """Who brought it to its end."""
    if complaint.is_withdrawn:
        return "That complaint was taken back meanwhile."
    return f"{people.name(work, complaint.resolved_by_id)} has resolved that complaint already."


def need(work: Work, complaint_id: int) -> Complaint:
    """Raises Gone."""
    complaint = rows.by_id(work, complaint_id)
    if complaint is None:
        raise Gone
    return complaint


def react(work: Work, now: datetime, complaint_id: int, meaning: Meaning) -> Message:
    """✅ resolves it; 👀 takes the step whose reminder waits in the thread: one that nobody has, if
    there is one.
    """
    if meaning is Meaning.DONE:
        return resolve(work, now, complaint_id)
    allow(work, Permission.ACT)
    complaint = need(work, complaint_id)
    known = nudges.of_subject(work, complaint.subject)
    asked = [each for each in known if each.is_waiting and each.sent_at]
    if not (asked or complaint.is_open):
        raise Over(over(work, complaint))
    if meaning is not Meaning.TAKE:
        raise wording.OnlySteps
    if not asked:
        raise Over("No step of that complaint waits right now: it will be asked for in its thread.")
    first = min(asked, key=lambda each: (each.taken_by_id is not None, each.late_at))
    return care_nudges.take(work, now, first.id)


def done(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> Message | None:
    """Takes the step that was asked for."""
    del customer
    if nudge.subject is None:
        return None
    return step(work, now, nudge.subject.id, Step(str(nudge.about["step"])), nudge)


def tell_late(work: Work, now: datetime, nudge: Nudge) -> None:
    """The first late step tells the owner's manager, once; then it is in the digest."""
    complaint = rows.by_id(work, nudge.subject.id) if nudge.subject else None
    if complaint and complaint.is_open and complaint.escalated_at is None:
        rows.escalate(work, complaint.id, now)
        for manager in managers.of_customer(work, customers.by_id(work, complaint.customer_id)):
            direct_messages.tell(work, now, manager.id, LATE, complaint.id, complaint.customer_id)
        store_actions.write(
            work, "escalate", now, customer_id=nudge.customer_id, nudge_id=nudge.id, why="late"
        )


def ask(work: Work, now: datetime, words: str = "") -> Form:
    """The form for a new one, begun from what was typed."""
    del now
    allow(work, Permission.LOG)
    hours = numbers.of(work, FixNumbers).acknowledge_hours
    return wording.form(*forms.begun(work, words), hours)


def submit(work: Work, now: datetime, filled: Filled) -> Message:
    """The form, filled in."""
    allow(work, Permission.LOG)
    if not filled.one("words"):
        raise Misfilled({"words": "Say in a few words what went wrong."})
    customer = care_filled.customer(work, now, filled)
    try:
        return open_for(work, now, customer, filled.one("words"))
    except Over as error:
        raise Misfilled({"words": error}) from None


COMMANDS = (
    Command(
        usage=Usage(
            name="complaint",
            example="complaint Acme the parcel came broken",
            does="open a complaint",
            rank=40,
            opens="complaint.ask",
        ),
        needs=Permission.LOG,
        act=open_,
        anywhere=True,
    ),
)
