"""What is shown of dates: lines on the card."""

from collections.abc import Iterable
from datetime import datetime

from domain.facts import Facts
from domain.messages import Item
from features.dates import words
from features.dates.play import next_day
from features.dates.rules import Dated
from store.work import Work


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    """The next one first; what is past and comes no more is not shown."""
    days = [(next_day(dated, now, facts), dated) for dated in facts.of(Dated)]
    found = sorted(((day, it) for day, it in days if day), key=lambda each: (each[0], each[1].id))
    return words.on_card(found, now.astimezone(work.person.clock).date())
