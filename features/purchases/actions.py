"""What a line says for sure of a purchase is kept, goes with it, and can be said not to be so."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Any

from care import actions, finding, loading, numbers
from care.heed import allow
from domain import products
from domain.currency import MoneyNumbers
from domain.customers import Customer
from domain.errors import Gone, Over
from domain.messages import Item, Message
from domain.teammates import Permission
from domain.touches import Sign, Touch
from features.purchases import rows, rules
from features.purchases import words as wording
from features.purchases.rules import Purchase, Told
from store import customers
from store import touches as store_touches
from store.work import Change, Work

BACK = "purchase back"
UNDO = {BACK: "that a purchase was read wrong"}
"""How it is called when it is taken back."""

READ_FROM = frozenset({"signs", "words", "gone"})


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """A new contact tells of a purchase; one that was put right tells of another, or of none."""
    del now
    for each in changes:
        if each.table != "touch":
            continue
        if each.before is None and Sign.PURCHASE in each.after.get("signs", ()):
            _keep(work, customer_id, store_touches.added(each))
        elif each.before and READ_FROM & each.after.keys():
            _read_again(work, customer_id, each.id)


def _read_again(work: Work, customer_id: int, touch_id: int) -> None:
    touch = store_touches.by_id(work, touch_id)
    told = _told(work, touch) if touch else None
    known = rows.of_touches(work, [touch_id])
    if any(each.is_refused or (told and each.says(told)) for each in known):
        return
    for each in known:
        rows.withdraw(work, each.id)
        _go_back(work, customer_id, each)
    if touch:
        _keep(work, customer_id, touch)


def _told(work: Work, touch: Touch) -> Told | None:
    own = numbers.of(work, MoneyNumbers).currency
    return rules.read(touch.words, own) if Sign.PURCHASE in touch.signs else None


def _keep(work: Work, customer_id: int, touch: Touch) -> None:
    told = _told(work, touch)
    there = loading.lately(work, customer_id) if told else None
    if there is None or told is None:
        return
    customer = there.customer
    made = Purchase(
        id=0,
        customer_id=customer_id,
        touch_id=touch.id,
        at=touch.at,
        what=told.what,
        amount=told.amount,
        currency=told.currency,
        per=told.per,
    )
    known = products.listed(customer.bought or "")
    new = products.missing(filter(None, [told.what]), known)
    worth = _worth(work, customer, told)
    made = replace(made, added=products.told(new))
    if worth is not None:
        made = replace(made, worth_before=customer.worth, worth_after=worth)
    rows.add(work, made)
    values: dict[str, Any] = {"bought": products.told([*known, *new])} if new else {}
    values |= {} if worth is None else {"worth": worth}
    if values:
        customers.change(work, customer_id, **values)


def _worth(work: Work, customer: Customer, told: Told) -> Decimal | None:
    """What they bring a year from now on; None where the line doesn't say, or in other money."""
    own = numbers.of(work, MoneyNumbers).currency
    is_ours = told.a_year is not None and told.currency == own
    return told.a_year if is_ours and told.a_year != customer.worth else None


def _go_back(work: Work, customer_id: int, made: Purchase) -> None:
    """As far as nobody has changed it since."""
    customer = customers.by_id(work, customer_id)
    if customer is None:
        return
    values: dict[str, Any] = {}
    if made.added:
        left = products.listed(customer.bought or "")
        left = products.missing(left, products.listed(made.added))
        values["bought"] = products.told(left) or None
    if made.worth_after is not None and made.worth_after == customer.worth:
        values["worth"] = made.worth_before
    customers.change(work, customer_id, **values)


def told(work: Work, now: datetime, touch: Touch) -> Iterable[Item]:
    """On the receipt of the contact."""
    del now
    if Sign.PURCHASE not in touch.signs:
        return
    there = loading.lately(work, touch.customer_id)
    for made in there.facts.of(Purchase) if there else ():
        if made.touch_id == touch.id:
            yield wording.noted(made, numbers.of(work, MoneyNumbers).currency)


def back(work: Work, now: datetime, purchase_id: int) -> Message:
    """It was not so: what they bought and are worth is as before. Raises Gone, Over."""
    allow(work, Permission.LOG)
    customer = finding.hold(work, _need(work, purchase_id).customer_id)
    made = _need(work, purchase_id)
    if made.is_refused:
        raise Over("That is taken back already.")
    rows.refuse(work, made.id)
    _go_back(work, customer.id, made)
    closed = actions.record(work, now, BACK, customer.id)
    return wording.taken_back(customer, made, closed.action_id)


def _need(work: Work, purchase_id: int) -> Purchase:
    made = rows.by_id(work, purchase_id)
    if made is None:
        raise Gone
    return made
