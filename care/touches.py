"""Logging contacts: from a line, from a reply, from *Done*; and putting them right."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from care import actions, dates, finding, known_names, loading, scenes
from care.feature import Reply, Said
from care.heed import allow
from care.loading import Loaded
from care.plans import Cause
from care.registry import registry
from domain import reading
from domain.customers import Contact, Customer, mentioned
from domain.errors import Gone, Wordless
from domain.messages import NONE_CHOSEN, Item
from domain.nudges import Nudge
from domain.teammates import Permission
from domain.touches import Direction, Kind, Reading, Sign, Touch
from domain.wording.receipts import Receipt
from store import customers, nudges, touches
from store.work import Work


def log(work: Work, now: datetime, customer: Customer, said: Said) -> Receipt:
    """One contact with a customer who is known for sure. Raises Wordless where there is nothing to
    read.
    """
    need_words(said, customer.name)
    there = loading.hold_one(work, customer.id)
    touch = of_line(work, there, said)
    kept = keep(work, now, there, touch)
    return replace(kept, offers=(*said.offers, *kept.offers), also=said.notes)


def need_words(said: Said, names: str) -> None:
    """Raises Wordless."""
    if not said.words.strip():
        example = f"log {names} called Maria, she was happy"
        raise Wordless(f"What happened with {names}?", example)


def of_line(work: Work, there: Loaded, said: Said) -> Touch:
    """What was typed, read together with the name that it began with."""
    contacts = there.facts.contacts
    touch = read(work, said.at, there.customer, said.line or said.words, contacts)
    contact = mentioned(contacts, said.words)
    return replace(touch, words=said.words, contact_id=contact.id if contact else None)


def read(
    work: Work,
    now: datetime,
    customer: Customer,
    words: str,
    contacts: Sequence[Contact] | None = None,
    *,
    theirs: bool = False,
) -> Touch:
    """What the words say, on the clock of whoever typed them; `theirs`: the customer wrote them."""
    there = customers.contacts(work, customer.id) if contacts is None else contacts
    names = known_names.of(work, customer, words, there)
    order = dates.month_first(work, words)
    said = reading.read(words, now, work.person.clock, names, theirs=theirs, month_first=order)
    return as_touch(work, said, customer, words, there)


def as_touch(
    work: Work, said: Reading, customer: Customer, words: str, there: Sequence[Contact]
) -> Touch:
    """What was read of the words, as a contact with that customer and those people of theirs."""
    contact = mentioned(there, words)
    return Touch(
        id=0,
        customer_id=customer.id,
        at=said.at,
        kind=said.kind,
        direction=said.direction,
        signs=said.signs,
        words=words,
        by_id=work.person.id,
        contact_id=contact.id if contact else None,
        hints=said,
    )


def keep(
    work: Work,
    now: datetime,
    held: Loaded,
    touch: Touch,
    nudge_id: int | None = None,
    **source: str,
) -> Receipt:
    """`nudge_id` is the reminder under which it was told."""
    touch = replace(touch, id=touches.add(work, touch, now, **source), logged_at=now)
    cause, after = Cause(by_id=touch.by_id, touch=touch, nudge_id=nudge_id), held.with_touch(touch)
    closed = actions.record(work, now, "log", held.customer.id, cause, after)
    return receipt(work, now, held.customer, touch, closed)


def done(
    work: Work, now: datetime, nudge: Nudge, touch: Touch, reply: Reply | None = None
) -> Touch:
    """The touch that a reminder asked for, logged by pressing *Done*, or by the reply that says so;
    the caller closes.
    """
    touch = replace(
        touch,
        customer_id=nudge.customer_id,
        by_id=work.person.id,
        nudge_id=nudge.id,
        subject=nudge.subject,
    )
    nudges.mention(work, nudge.id)
    if touch.id:
        touches.change(work, touch.id, kind=touch.kind, nudge_id=nudge.id)
        return touch
    source = {"place": reply.place, "message_id": reply.message} if reply else {}
    return replace(touch, id=touches.add(work, touch, now, **source))


def asked_for(now: datetime, kind: Kind) -> Touch:
    """What a click alone tells of it."""
    return Touch(id=0, at=now, kind=kind, direction=Direction.OURS)


def set_kind(work: Work, now: datetime, touch_id: int, logged_by: int, kind: str) -> Receipt:
    """`logged_by` is the action that logged it."""
    return correct(work, now, touch_id, logged_by, kind=Kind(kind))


def set_direction(
    work: Work, now: datetime, touch_id: int, logged_by: int, direction: str
) -> Receipt:
    return correct(work, now, touch_id, logged_by, direction=Direction(direction))


def set_signs(work: Work, now: datetime, touch_id: int, logged_by: int, signs: str) -> Receipt:
    """`signs` with commas between them, or NONE_CHOSEN."""
    chosen = frozenset(Sign(each) for each in signs.split(",") if signs != NONE_CHOSEN)
    return correct(work, now, touch_id, logged_by, signs=chosen)


def add_sign(work: Work, now: datetime, touch_id: int, logged_by: int, sign: str) -> Receipt:
    signs = need(work, touch_id).signs | {Sign(sign)}
    return correct(work, now, touch_id, logged_by, signs=signs)


def set_day(work: Work, now: datetime, touch_id: int, logged_by: int, day: str) -> Receipt:
    """At the same hour on that day, on the clock of whoever says so; raises Gone where the day is
    none.
    """
    try:
        chosen = date.fromisoformat(day)
    except ValueError:
        raise Gone from None
    clock = need(work, touch_id).at.astimezone(work.person.clock).time()
    at = datetime.combine(chosen, clock, work.person.clock)
    return correct(work, now, touch_id, logged_by, at=min(at, now))


def correct(work: Work, now: datetime, touch_id: int, logged_by: int, **values: Any) -> Receipt:
    """Puts right a contact that the action `logged_by` logged; raises Gone."""
    allow(work, Permission.LOG)
    customer = finding.hold(work, need(work, touch_id).customer_id)
    need(work, touch_id)
    touches.change(work, touch_id, **values)
    touch = _read_again(work, customer, need(work, touch_id))
    if not work.changes:
        return receipt(work, now, customer, touch, actions.Recorded(action_id=logged_by))
    cause = Cause(by_id=work.person.id, touch=touch)
    closed = actions.record(work, now, "correct", customer.id, cause)
    return receipt(work, now, customer, touch, replace(closed, action_id=logged_by))


def _read_again(work: Work, customer: Customer, touch: Touch) -> Touch:
    """With what else its words may say, which is not kept."""
    if not touch.words:
        return touch
    read_ = read(work, touch.known_at, customer, touch.words)
    return replace(touch, hints=read_.hints)


def need(work: Work, touch_id: int) -> Touch:
    """Raises Gone."""
    touch = touches.by_id(work, touch_id)
    if touch is None:
        raise Gone
    return touch


def told(work: Work, now: datetime, touch: Touch) -> tuple[Item, ...]:
    """What the features say of a contact that is kept."""
    features = [each for each in registry(work).features if each.told]
    return tuple(item for each in features if each.told for item in each.told(work, now, touch))


def receipt(
    work: Work, now: datetime, customer: Customer, touch: Touch, closed: actions.Recorded
) -> Receipt:
    return Receipt(
        action_id=closed.action_id,
        scene=scenes.mine(work, now, customer),
        touch=touch,
        outcome=closed.outcome,
        offers=tuple(
            offer
            for feature in registry(work).features
            if feature.receipt
            for offer in feature.receipt(work, now, touch)
        ),
        told=told(work, now, touch),
    )
