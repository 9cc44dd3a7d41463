"""What is shown of who is lost."""

from collections.abc import Iterable
from datetime import datetime

from domain.facts import Facts
from domain.messages import Item
from features.lost import words as wording
from features.lost.rules import lost
from store.work import Work


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    if gone := lost(facts):
        yield wording.on_card(gone, now, work.person.clock)
