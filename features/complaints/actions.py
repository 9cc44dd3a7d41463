"""Complaints: opened by command, from a contact, or by a form."""

from dataclasses import replace
from datetime import datetime

from care import actions, calendars, finding, forms, numbers, people, scenes, touches
from care import form_submissions as care_filled
from care.feature import Command, Said
from care.heed import allow
from domain.commands import Usage
from domain.customers import Customer
from domain.errors import Gone, Misfilled, Over, Wordless
from domain.forms import Filled, Form
from domain.messages import Message, Moment, Named, line
from domain.teammates import Permission
from domain.touches import Direction, Sign, Touch
from domain.wording import receipts
from features.complaints import rows
from features.complaints import words as wording
from features.complaints.rules import Complaint, FixNumbers
from store import touches as store_touches
from store.work import Work


def open_(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    told = open_for(work, now, customer, said.words, line_=said.line)
    return replace(told, notes=(*said.notes, *told.notes), actions=(*said.offers, *told.actions))


def open_for(work: Work, now: datetime, customer: Customer, words: str, line_: str = "") -> Message:
    """On what the customer said, which is their contact, too; `line_` has the name that it began
    with. Raises Wordless: nobody can put right what nobody has named.
    """
    if not words.strip():
        example = f"complaint {customer.name} the parcel came broken"
        raise Wordless(f"What went wrong at {customer.name}?", example)
    customer = finding.hold(work, customer.id)
    _refuse_second(work, customer, words)
    touch = replace(touches.read(work, now, customer, line_ or words), words=words)
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


def need(work: Work, complaint_id: int) -> Complaint:
    """Raises Gone."""
    complaint = rows.by_id(work, complaint_id)
    if complaint is None:
        raise Gone
    return complaint


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
