"""Somebody was recommended to us, or we to them: added, linked both ways, and followed."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from care import actions, finding, loading, planning, scenes
from care import customers as care_customers
from care import touches as care_touches
from care.heed import allow
from domain.customers import Contact, Customer
from domain.errors import Gone, Over
from domain.messages import Action, Message
from domain.newcomers import NOBODY, Newcomer
from domain.teammates import Permission
from domain.touches import Sign, Touch
from domain.wording import receipts
from features.referrals import rows, rules
from features.referrals import words as wording
from features.referrals.rules import BOUGHT, KIND, Named, Referral
from store import alarms, customers
from store import touches as store_touches
from store.work import Change, Work

ACTION = "refer"
UNDO = {ACTION: "who recommended us to them"}
"""How it is called when it is taken back."""


def offer(work: Work, now: datetime, touch: Touch) -> Iterable[Action]:
    """On the receipt of a line that names somebody to whom we were recommended."""
    del now
    named = rules.named(touch)
    if named is None or rows.of_touch(work, touch.id):
        return
    known = customers.named(work, named.company)
    if known is None or known.id != touch.customer_id:
        customer = loading.told(work, touch.customer_id)
        yield wording.offer(touch, named, customer, is_known=known is not None)


def add(work: Work, now: datetime, touch_id: int) -> Message:
    """Adds them, unless they are there. Raises Gone, Over."""
    allow(work, Permission.EDIT)
    touch = care_touches.need(work, touch_id)
    named = rules.named(touch)
    if named is None:
        raise Gone
    if rows.of_touch(work, touch.id):
        raise Over(f"{named.company} is noted as referred already.")
    by = finding.need(work, touch.customer_id)
    known = customers.named(work, named.company)
    store_touches.mention(work, touch.id)
    if known:
        return _link(work, now, known, by, touch)
    customer_id = care_customers.add(work, now, _newcomer(named), owner_id=work.person.id)
    _note(work, customer_id, by, touch)
    return care_customers.added(work, now, customer_id)


def _newcomer(named: Named) -> Newcomer:
    contact = Contact(name=named.person) if named.person else NOBODY
    return Newcomer(name=named.company, contact=contact)


def _note(work: Work, customer_id: int, by: Customer, touch: Touch) -> None:
    referral = Referral(
        id=0, customer_id=customer_id, by_customer_id=by.id, at=touch.at, touch_id=touch.id
    )
    rows.add(work, referral)


def _link(work: Work, now: datetime, known: Customer, by: Customer, touch: Touch) -> Message:
    customer = finding.hold(work, known.id)
    _note(work, customer.id, by, touch)
    closed = actions.record(work, now, ACTION, customer.id)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    return wording.linked(customer, by, after, closed.action_id)


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """Whoever recommended us to them is asked for when they buy, and goes along in a merge."""
    known = len(work.changes)
    for each in changes:
        if each.table == "touch" and {"signs", "gone"} & each.after.keys():
            _note_purchase(work, customer_id, each)
    for from_id, into_id in _merged(changes):
        for referral in rows.by_referrer(work, from_id):
            rows.hand_over(work, referral.id, into_id)
    for each in (*changes, *work.changes[known:]):
        if each.table == KIND and each.before:
            alarms.put(work, BOUGHT, each.id, now)


def _note_purchase(work: Work, customer_id: int, change: Change) -> None:
    if Sign.PURCHASE in (change.after.get("signs") or ()):
        is_new = change.before is None
        touch = store_touches.added(change) if is_new else store_touches.by_id(work, change.id)
        for each in rows.of(work, customer_id) if touch else ():
            if touch and each.bought_at is None:
                rows.note_bought(work, each.id, touch.known_at, touch.id)
    elif change.before:
        touch = store_touches.by_id(work, change.id)
        for each in rows.bought_by(work, change.id):
            if touch is None or Sign.PURCHASE not in touch.signs:
                rows.note_bought(work, each.id, None, None)


def _merged(changes: Sequence[Change]) -> set[tuple[int, int]]:
    """Whose contacts are whose by now."""
    return {
        (each.before["customer_id"], each.after["customer_id"])
        for each in changes
        if each.table == "touch" and each.before and "customer_id" in each.before
    }


def thank(work: Work, now: datetime, referral_id: int) -> None:
    """Their customer has bought, or has not after all."""
    referral = rows.by_id(work, referral_id)
    if referral and customers.by_id(work, referral.by_customer_id):
        planning.replan(work, now, referral.by_customer_id)
