"""What is shown of purchases on a card."""

from collections.abc import Iterable
from datetime import datetime

from domain.facts import Facts
from domain.messages import Item
from features.purchases import words as wording
from features.purchases.rules import Purchase
from store.work import Work


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    """The last one of which it is known what they paid."""
    paid = [each for each in facts.of(Purchase) if each.amount is not None]
    for made in paid[-1:]:
        yield from wording.on_card(made, now, work.person.clock)
