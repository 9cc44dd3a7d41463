"""Gives and asks on the customer's card."""

from collections.abc import Iterable
from datetime import datetime

from domain.facts import Facts
from domain.messages import Item
from features.asks import words as wording
from features.asks.rules import asks, gives
from store.work import Work


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    return wording.ledger(gives(facts), asks(facts), now, work.person.clock)
