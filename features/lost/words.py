"""What is said of who is lost, and of who has come back."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain import phrases
from domain.customers import Customer
from domain.messages import (
    Action,
    Item,
    Line,
    Menu,
    Message,
    Named,
    Option,
    Part,
    Words,
    items,
    line,
)
from domain.wording import receipts
from features.lost.rules import FOR_GOOD, Lost, Why

REASONS = tuple(Option(value=why, label=why.capitalize()) for why in Why)
KEPT = "Nothing more is asked for them, and all that was is kept."


def ask(customer: Customer) -> Message:
    """Nothing is changed yet."""
    menu = Menu(action_id="lost.mark", ref=str(customer.id), label="Why?", options=REASONS)
    return Message(
        id="answer",
        headline=line("🍂 Why did we lose ", Named(customer.name), "?"),
        items=items(line("Choose what comes nearest. Until then nothing is changed.")),
        actions=(menu,),
    )


def gone(
    customer: Customer, lost: Lost, after: Iterable[Line], action_id: int, zone: ZoneInfo
) -> Message:
    mark = "🕯️" if lost.why is Why.DIED else "🍂"
    words = [line(Words(phrases.shorten(lost.words)))] if lost.words else []
    until = (
        [line("Their contract elsewhere ends ", _until(lost.contract_until, lost.since, zone), ".")]
        if lost.contract_until
        else []
    )
    kept = "I ask for nothing more, ever." if lost.why in FOR_GOOD else KEPT
    menu: Action = Menu(
        action_id="lost.why", ref=str(lost.id), label="Why?", options=REASONS, chosen=lost.why
    )
    return Message(
        id="answer",
        headline=line(f"{mark} ", Named(customer.name), f" is lost: {lost.why}"),
        items=items(*words, *until, line(kept)),
        notes=tuple(after),
        actions=(menu, receipts.undo(action_id)),
    )


def _until(at: datetime, now: datetime, zone: ZoneInfo) -> Part:
    """The day with whose end it ends."""
    return phrases.standing_day(at - timedelta(minutes=1), now, zone)


def back(customer: Customer, after: Iterable[Line], action_id: int) -> Message:
    headline = line("🎉 ", Named(customer.name), " is back")
    return receipts.told(headline, tuple(after), receipts.undo(action_id))


def bought(customer: Customer) -> Item:
    """On the receipt of the purchase that brought them back."""
    return Item(line=line("🎉 ", Named(customer.name), " was lost, and is back: they bought."))


def on_card(lost: Lost, now: datetime, zone: ZoneInfo) -> Item:
    return Item(line=line("🍂 Lost ", *row(lost, now, zone)))


def row(lost: Lost, now: datetime, zone: ZoneInfo) -> Line:
    """Since when, why, and until when they are bound elsewhere."""
    words = (", ", Words(phrases.shorten(lost.words, 120))) if lost.words else ()
    since = phrases.day(lost.since, now, zone)
    until = (
        (" · contract elsewhere ends ", _until(lost.contract_until, now, zone))
        if lost.contract_until
        else ()
    )
    return line(since, f": {lost.why}", *words, *until)
