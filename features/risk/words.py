"""What is said of who may leave us: on the card, in the digest, and when it is over."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.customers import Customer
from domain.messages import Button, Count, Item, Line, Message, Named, Words, line
from domain.wording import digests, receipts
from domain.wording.digests import Asked
from features.risk.rules import Risk

SECTION = "risk"
"""Of the digest."""


def on_card(customer: Customer, there: Risk, now: datetime, zone: ZoneInfo) -> Item:
    well = Button(action_id="risk.well", ref=str(customer.id), label="All is well")
    return Item(line=line("⚠️ At risk ", *row(there, now, zone)), actions=(well,))


def row(there: Risk, now: datetime, zone: ZoneInfo) -> Line:
    """Since when, by what, and in whose words."""
    reasons = ", ".join(dict.fromkeys(each.reason for each in there.evidence))
    words = phrases.shorten(" ".join(there.newest.words.split()), 80)
    said = (", ", Words(words)) if words else ()
    return line(*phrases.lasting(there.since, now, zone), f": {reasons}", *said)


def in_digest(
    found: Sequence[tuple[Risk, Customer]], now: datetime, zone: ZoneInfo, asked: Asked
) -> tuple[Item, ...]:
    shown = found[: asked.most - 1]
    told = (
        (str(customer.id), line(Named(customer.name), " at risk ", *row(there, now, zone)))
        for there, customer in shown
    )
    way = digests.opening(SECTION, asked.scope, now.astimezone(zone).date())
    more = Count(len(found) - len(shown), "more at risk", "more at risk")
    return digests.of_customers("⚠️", told, more, way)


def over(customer: Customer, after: Iterable[Line], action_id: int) -> Message:
    headline = line("🌿 ", Named(customer.name), " is no longer at risk")
    return receipts.told(headline, tuple(after), receipts.undo(action_id))
