"""What is shown of dates: lines on the card."""

from collections.abc import Iterable
from datetime import datetime

from care import loading
from care.heed import allow
from domain.facts import Facts
from domain.messages import Item, Message
from domain.teammates import Permission
from features.dates import words
from features.dates.play import coming
from store.work import Work


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    """The next one first; what is past and comes no more is not shown."""
    return words.on_card(coming(now, facts), now.astimezone(work.person.clock).date())


def show(work: Work, now: datetime, customer_id: int) -> Message:
    """All of them. Raises Gone."""
    reader = allow(work, Permission.SEE)
    facts = loading.need(work, customer_id).facts
    today = now.astimezone(reader.clock).date()
    return words.opened(facts.customer, coming(now, facts), today)
