"""A customer who is deleted: hidden everywhere at once, and had again by *undo* for a month."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from care import actions, finding, loading, people, scenes
from care.feature import Said
from care.heed import allow
from care.registry import registry
from domain import names
from domain.customers import Customer
from domain.messages import Line, Message
from domain.teammates import Permission, Teammate
from domain.wording import receipts
from domain.wording import removal as wording
from store import customers, standing_actions
from store.actions import Action
from store.work import Work

ACTION = "delete"
DAYS = 30
"""In which it can be taken back."""


def ask(work: Work, now: datetime, customer: Customer, _: Said) -> Message:
    """Once, with what goes. Raises OthersCustomer."""
    allow(work, Permission.REMOVE, customer)
    loaded = loading.need(work, customer.id)
    told: list[Line] = [
        item.line
        for feature in registry(work).features
        if feature.card
        for item in feature.card(work, now, loaded.facts)
    ]
    return wording.ask(loaded.customer, people.whose_of(loaded.owner), len(loaded.waiting), told)


def delete(work: Work, now: datetime, customer_id: int) -> Message:
    """Its name is free from now on. Raises Gone, OthersCustomer."""
    customer = finding.hold(work, customer_id)
    allow(work, Permission.REMOVE, customer)
    hide(work, customer_id)
    closed = actions.record(work, now, ACTION, customer_id)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    return wording.deleted(customer, tuple(after), closed.action_id)


def hide(work: Work, customer_id: int) -> None:
    """The fact alone: nobody finds them any more."""
    customers.change(work, customer_id, gone=True)
    customers.learn_names(work, customer_id)


def is_too_old(done: Action, now: datetime) -> bool:
    return done.name == ACTION and done.at < now - timedelta(days=DAYS)


def deleted(work: Work, now: datetime) -> Sequence[tuple[Action, Customer]]:
    """What whoever asks may have again, the latest first."""
    found = standing_actions.called(work, ACTION, now - timedelta(days=DAYS))
    there = [(each, customers.ever(work, each.customer_id or 0)) for each in found]
    return [(each, it) for each, it in there if it and _may_have_again(work.person, each, it)]


def called(work: Work, now: datetime, name: str) -> Action | None:
    """The latest deletion of whoever was called so."""
    key = names.key(name)
    return next(
        (each for each, it in deleted(work, now) if key in map(names.key, (it.name, *it.aliases))),
        None,
    )


def _may_have_again(person: Teammate, done: Action, customer: Customer) -> bool:
    return person.is_manager or person.id in {done.by_id, customer.owner_id}
