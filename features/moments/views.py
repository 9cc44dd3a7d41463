"""What is shown of Moments of Truth on a card."""

from collections.abc import Iterable
from datetime import datetime

from domain.facts import Facts
from domain.messages import Item
from features.moments import rows
from features.moments import words as wording
from features.moments.rules import MomentNumbers
from store.work import Work


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    del now
    questions = facts.number(MomentNumbers).of(facts.customer.rung)
    return wording.on_card(questions, rows.ticked(work, facts.customer.id))
