"""The way to the brief, on a card."""

from collections.abc import Iterable
from datetime import datetime

from domain.facts import Facts
from domain.messages import Button, Item, line
from store.work import Work


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    del work, now
    way = Button(action_id="brief.show", ref=str(facts.customer.id), label="Brief")
    yield Item(line=line("📋 What to know before a call"), actions=(way,))
