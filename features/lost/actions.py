"""Somebody is lost, or has come back: a person says so, or a purchase does."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from care import actions, finding, loading, scenes
from care.feature import Command, Said, Telling
from care.heed import allow
from domain.commands import Usage
from domain.customers import Customer
from domain.errors import Gone, Over
from domain.messages import Item, Message
from domain.teammates import Permission
from domain.touches import Sign, Touch
from domain.wording import receipts
from features.lost import rows
from features.lost import words as wording
from features.lost.rules import KIND, Lost, Told, Why, read
from store import touches as store_touches
from store.work import Change, Work

LOSE, WIN = "lose", "win back"
UNDO = {LOSE: "that they are lost", WIN: "that they are back"}
"""How each is called when it is taken back."""


def say(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    """Without a word of why it is asked."""
    told = read(said.words, said.at, work.person.clock)
    if not said.words.strip():
        _refuse_second(work, customer)
        return wording.ask(customer)
    return _lose(work, now, customer, told)


def mark(work: Work, now: datetime, customer_id: int, why: str) -> Message:
    """The reason that was chosen when it was asked."""
    allow(work, Permission.EDIT)
    told = Told(why=_why(why), words="", contract_until=None, is_clear=True)
    return _lose(work, now, finding.need(work, customer_id), told)


def _why(value: str) -> Why:
    try:
        return Why(value)
    except ValueError:
        raise Gone from None


def _lose(work: Work, now: datetime, customer: Customer, told: Told) -> Message:
    customer = finding.hold(work, customer.id)
    _refuse_second(work, customer)
    gone = Lost(
        id=0,
        customer_id=customer.id,
        since=now,
        why=told.why,
        words=told.words,
        by_id=work.person.id,
        contract_until=told.contract_until,
    )
    return _told(work, now, customer, replace(gone, id=rows.add(work, gone)))


def _refuse_second(work: Work, customer: Customer) -> None:
    if rows.open_of(work, customer.id):
        raise Over(f"{customer.name} is lost already, and nothing was changed.")


def change_why(work: Work, now: datetime, lost_id: int, why: str) -> Message:
    """Another reason. Raises Gone."""
    allow(work, Permission.EDIT)
    known = rows.by_id(work, lost_id)
    if known is None or not known.is_open:
        raise Gone
    customer = finding.hold(work, known.customer_id)
    rows.change_why(work, known.id, _why(why))
    return _told(work, now, customer, replace(known, why=_why(why)))


def _told(work: Work, now: datetime, customer: Customer, gone: Lost) -> Message:
    closed = actions.record(work, now, LOSE, customer.id)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    return wording.gone(customer, gone, after, closed.action_id, work.person.clock)


def win_back(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    """Raises Over where they were not lost."""
    del said
    customer = finding.hold(work, customer.id)
    known = rows.open_of(work, customer.id)
    if known is None:
        raise Over(f"{customer.name} is not lost.")
    rows.end(work, known.id, now)
    closed = actions.record(work, now, WIN, customer.id)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    return wording.back(customer, after, closed.action_id)


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """A purchase ends it; one that was none after all doesn't."""
    if any(each.table == KIND for each in changes):
        return
    for each in changes:
        if each.table != "touch" or not {"signs", "gone"} & each.after.keys():
            continue
        if Sign.PURCHASE in (each.after.get("signs") or ()):
            _end(work, now, customer_id, each.id)
        elif each.before:
            _reopen(work, each.id)


def _end(work: Work, now: datetime, customer_id: int, touch_id: int) -> None:
    there = loading.lately(work, customer_id)
    for known in there.facts.of(Lost)[:1] if there else ():
        rows.end(work, known.id, now, touch_id)


def _reopen(work: Work, touch_id: int) -> None:
    touch = store_touches.by_id(work, touch_id)
    if touch is None or Sign.PURCHASE not in touch.signs:
        for each in rows.ended_by(work, touch_id):
            rows.end(work, each.id, None)


def told(work: Work, now: datetime, touch: Touch) -> Iterable[Item]:
    """On the receipt of a purchase."""
    del now
    if Sign.PURCHASE in touch.signs and rows.ended_by(work, touch.id):
        yield wording.bought(finding.need(work, touch.customer_id))


COMMANDS = (
    Command(
        usage=Usage(
            name="lost",
            example="lost Acme price switched to a cheaper one until March",
            does="say that a customer is lost, and why",
            rank=73,
            also=("lost Acme",),
            is_listed=False,
        ),
        needs=Permission.EDIT,
        act=say,
        telling=Telling.OPTIONAL,
        may_create=False,
    ),
    Command(
        usage=Usage(
            name="won-back",
            example="won-back Acme",
            does="say that a lost customer is back",
            rank=74,
            is_listed=False,
        ),
        needs=Permission.EDIT,
        act=win_back,
        telling=Telling.NOTHING,
        may_create=False,
    ),
)
