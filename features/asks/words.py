"""What is said of gives and asks: a receipt, and the ledger on the card."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.briefs import About, BriefLine, Known
from domain.customers import Customer
from domain.messages import Action, Button, Count, Item, Line, Message, Named, Words, joined, line
from domain.wording import receipts
from features.asks.rules import Ask, Give, Wanted, asks, gives

KINDS = "a review, a referral, a testimonial or a survey"
SHOWN = 3
"""Of each so many, before it says how many more there are."""


def noted(
    customer: Customer, what: Wanted, words: str, after: Sequence[Line], undo: Action
) -> Message:
    headline = line("🙋 Noted: ", Named(customer.name), f" was asked for a {what}")
    said = (line(Words(phrases.shorten(words))),) if words else ()
    told = receipts.told(headline, said, undo)
    return Message(
        id=told.id,
        headline=told.headline,
        items=told.items,
        notes=tuple(after),
        actions=told.actions,
    )


def ledger(gives: Sequence[Give], asks: Sequence[Ask], now: datetime, zone: ZoneInfo) -> list[Item]:
    """The newest first."""
    given = [line(f"{it.called} ", phrases.day(it.at, now, zone)) for it in reversed(gives)]
    asked = [line(f"a {it.what} ", phrases.day(it.at, now, zone)) for it in reversed(asks)]
    both = (("🎁 We gave ", given), ("🙋 We asked for ", asked))
    return [Item(line=_row(mark, every)) for mark, every in both if every]


def in_brief(known: Known) -> Iterable[BriefLine]:
    """What we gave and asked, the newest first."""
    facts = known.facts
    source = Button(action_id="ask.ledger", ref=str(facts.customer.id), label="All of it")
    for item in ledger(gives(facts), asks(facts), known.now, known.zone):
        yield BriefLine(about=About.LEDGER, line=item.line, source=source)


def opened(
    customer: Customer,
    every: Iterable[tuple[datetime, str]],
    now: datetime,
    zone: ZoneInfo,
) -> Message:
    """All of the ledger, the newest first."""
    told = [
        Item(line=line(called.capitalize(), " ", phrases.day(at, now, zone)))
        for at, called in sorted(every, reverse=True)
    ]
    none = [Item(line=line("Nothing yet."))]
    headline = line("🎁 What we gave ", Named(customer.name), ", and what we asked for")
    return Message(id="answer", headline=headline, items=tuple(told or none))


def _row(mark: str, every: Sequence[Line]) -> Line:
    more = len(every) - SHOWN
    rest = (", and ", Count(more, "more", "more")) if more > 0 else ()
    return line(mark, *joined(every[:SHOWN]), *rest)
