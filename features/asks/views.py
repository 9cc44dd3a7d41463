"""Gives and asks on the customer's card."""

from collections.abc import Iterable
from datetime import datetime

from care import loading
from care.heed import allow
from domain.facts import Facts
from domain.messages import Item, Message
from domain.teammates import Permission
from features.asks import words as wording
from features.asks.rules import asks, gives
from store.work import Work

SHOWN = 30
"""Of the ledger."""


def show(work: Work, now: datetime, customer_id: int) -> Message:
    """Raises Gone."""
    reader = allow(work, Permission.SEE)
    facts = loading.need(work, customer_id).facts
    given = [(each.at, f"🎁 gave {each.called}") for each in gives(facts)]
    asked = [(each.at, f"🙋 asked for a {each.what}") for each in asks(facts)]
    every = sorted([*given, *asked])[-SHOWN:]
    return wording.opened(facts.customer, every, now, reader.clock)


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    return wording.ledger(gives(facts), asks(facts), now, work.person.clock)
