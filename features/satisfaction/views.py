"""What is shown of how satisfied somebody is."""

from collections.abc import Iterable
from datetime import datetime

from care import finding, people
from care.heed import allow
from domain.facts import Facts
from domain.messages import Item, Message
from domain.teammates import Permission
from features.satisfaction import rows
from features.satisfaction import words as wording
from features.satisfaction.rules import SatisfactionNumbers, ratings
from store.work import Work

SHOWN = 20
"""Of what a customer said."""


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    """What they said last, also where it is too old."""
    for last in ratings(facts)[-1:]:
        named = people.named(work, [last.by_id])
        told = wording.row(last, named, now, work.person.clock)
        is_old = last.ends_at(facts.number(SatisfactionNumbers)) <= now
        yield wording.on_card(facts.customer.id, told, last.level, is_old=is_old)


def earlier(work: Work, now: datetime, customer_id: int) -> Message:
    """All that they said. Raises Gone."""
    reader = allow(work, Permission.SEE)
    customer = finding.need(work, customer_id)
    every = rows.of(work, customer_id, SHOWN)
    named = people.named(work, (each.by_id for each in every))
    told = [wording.row(each, named, now, reader.clock) for each in every]
    return wording.history(customer, told)
