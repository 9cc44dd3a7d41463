"""What is said of offers: what somebody was told about, and what they never were."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.briefs import About, BriefLine, Known
from domain.facts import Facts
from domain.messages import Button, Item, Message, Named, line
from features.offers.rules import Offered, never_offered

SHOWN = 3


def in_brief(known: Known) -> Iterable[BriefLine]:
    left = never_offered(known.facts)
    if left:
        told = line("💡 Never offered: ", *phrases.listed(left[:SHOWN]))
        source = Button(action_id="offers.open", ref=str(known.facts.customer.id), label="Open")
        yield BriefLine(about=About.OFFER, line=told, source=source)


def on_card(facts: Facts, now: datetime, zone: ZoneInfo) -> Iterable[Item]:
    """What they were told about last, and what they never were."""
    for made in facts.of(Offered)[-1:]:
        yield Item(line=line("💡 Offered ", Named(made.what), " ", phrases.day(made.at, now, zone)))
    left = never_offered(facts)
    if left:
        yield Item(line=line("💡 Never offered: ", *phrases.listed(left[:SHOWN])))


def opened(facts: Facts, now: datetime, zone: ZoneInfo) -> Message:
    """What they bought, what they were told about, and what is left."""
    customer = facts.customer
    told = [
        line("Told about ", Named(each.what), " ", phrases.day(each.at, now, zone))
        for each in facts.of(Offered)
    ]
    bought = [line("Bought: ", Named(customer.bought))] if customer.bought else []
    left = never_offered(facts)
    rest = [line("Never offered: ", *phrases.listed(left))] if left else []
    every = [*bought, *told, *rest] or [line("Nothing is known of what they bought.")]
    return Message(
        id="answer",
        headline=line("💡 What ", Named(customer.name), " has, and could have"),
        items=tuple(Item(line=each) for each in every),
    )
