"""What stands behind a brief's line on offers."""

from collections.abc import Iterable
from datetime import datetime

from care import loading
from care.heed import allow
from domain.facts import Facts
from domain.messages import Item, Message
from domain.teammates import Permission
from features.offers import words
from store.work import Work


def show(work: Work, now: datetime, customer_id: int) -> Message:
    """Raises Gone."""
    reader = allow(work, Permission.SEE)
    return words.opened(loading.need(work, customer_id).facts, now, reader.clock)


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    return words.on_card(facts, now, work.person.clock)
