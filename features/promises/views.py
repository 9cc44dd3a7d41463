"""What is shown of promises: an offer on the receipt, lines on card and digest."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from care import people
from care.heed import allow
from domain.customers import Customer
from domain.errors import Gone
from domain.facts import Facts
from domain.messages import Item, Message, line
from domain.teammates import Permission, Teammate
from domain.wording import lists
from domain.wording.digests import Asked
from domain.wording.lists import Page
from features.promises import rows
from features.promises import words as wording
from features.promises.play import waiting
from features.promises.rules import Promise
from store import customers
from store.work import Work


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    return wording.on_card(waiting(facts), now, work.person.clock)


def show(work: Work, now: datetime, promise_id: int) -> Message:
    """One of them in full. Raises Gone."""
    reader = allow(work, Permission.SEE)
    promise = rows.by_id(work, promise_id)
    customer = customers.by_id(work, promise.customer_id) if promise else None
    if promise is None or customer is None:
        raise Gone
    by = people.named(work, [promise.made_by_id]).get(promise.made_by_id or 0)
    return wording.opened(promise, customer, by, now, reader.clock)


def in_digest(work: Work, now: datetime, reader: Teammate, asked: Asked) -> Sequence[Item]:
    """What is for today, and what is over."""
    today = now.astimezone(reader.clock).date()
    found = [
        (each, customer)
        for each, customer in _open_in(work, reader, asked.scope)
        if each.at.astimezone(reader.clock).date() <= today
    ]
    return wording.in_digest(found, now, reader.clock, asked)


def opened(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    """The rows behind the digest's lines."""
    about = [
        lists.about(customer, wording.row(each, now, reader.clock))
        for each, customer in _open_in(work, reader, scope)
    ]
    return lists.listed(line("🤝 Promises"), about, page, noun="promise")


def _open_in(work: Work, reader: Teammate, scope: str) -> list[tuple[Promise, Customer]]:
    every = rows.all_waiting(work)
    there = customers.by_ids(work, [each.customer_id for each in every])
    return [
        (each, there[each.customer_id])
        for each in every
        if each.customer_id in there
        and (scope == "all" or there[each.customer_id].owner_id == reader.id)
    ]
