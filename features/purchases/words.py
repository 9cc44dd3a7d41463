"""What is said of a purchase: on the receipt of its line, and on the card."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import money, phrases
from domain.customers import Customer
from domain.messages import Button, Item, Line, Message, Named, line
from domain.wording import receipts
from features.purchases.rules import Purchase


def noted(made: Purchase, own: str) -> Item:
    """With one click back; that a yearly sum in other money is not their worth is said."""
    worth: tuple[str, ...] = ()
    if made.worth_after is not None:
        worth = (f"; worth {money.spoken(made.worth_after)} {own} a year now",)
        if made.worth_before is not None:
            worth += (f", not {money.spoken(made.worth_before)} as before",)
    elif made.per and made.currency != own:
        worth = (f"; their worth is counted in {own} and stays as it is",)
    no = Button(action_id="purchase.back", ref=str(made.id), label="No, not so")
    return Item(line=line("💶 ", *_told(made), *worth), actions=(no,))


def _told(made: Purchase) -> Line:
    what = (Named(made.what),) if made.what else ("A purchase",)
    if made.amount is None:
        return line("Bought: ", *what)
    per = f" a {made.per}" if made.per else ""
    return line(*what, f" for {money.spoken(made.amount)} {made.currency}{per}")


def taken_back(customer: Customer, made: Purchase, action_id: int) -> Message:
    headline = line("↩️ Not so, for ", Named(customer.name), ": ", *_told(made))
    kept = line("The contact is kept; what they bought and are worth is as before.")
    return receipts.told(headline, (kept,), receipts.undo(action_id))


def on_card(made: Purchase, now: datetime, zone: ZoneInfo) -> Iterable[Item]:
    yield Item(line=line("💶 ", *_told(made), " ", phrases.day(made.at, now, zone)))
