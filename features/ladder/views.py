"""What is shown of moves on the ladder."""

from collections.abc import Iterable
from datetime import datetime

from domain.facts import Facts
from domain.messages import Item
from features.ladder import rows
from features.ladder import words as wording
from store.work import Work

ON_CARD = 2


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    """The last moves."""
    moves = rows.latest(work, facts.customer.id, ON_CARD)
    return wording.on_card(moves, now, work.person.clock)
