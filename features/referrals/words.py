"""What is said of who was recommended by whom."""

from collections.abc import Iterable, Sequence

from domain import phrases
from domain.customers import Customer
from domain.messages import Button, Item, Line, Message, line
from domain.messages import Named as NamePart
from domain.touches import Touch
from domain.wording import cards, receipts
from features.referrals.rules import Named, Referral

LABEL = 70
ON_CARD = 3


def offer(touch: Touch, named: Named, customer: Customer, *, is_known: bool) -> Button:
    """On the receipt of the line that tells of it."""
    label = f"{named.company}: referred by" if is_known else f"Add {named.company}, referred by"
    return Button(
        action_id="referral.add",
        ref=str(touch.id),
        label=phrases.shorten(f"{label} {customer.name}", LABEL),
    )


def linked(customer: Customer, by: Customer, after: Iterable[Line], action_id: int) -> Message:
    headline = line("🔗 ", NamePart(customer.name), " was referred by ", NamePart(by.name))
    return receipts.told(headline, tuple(after), receipts.undo(action_id))


def on_card(to: Sequence[Referral], by: Sequence[Referral]) -> Iterable[Item]:
    """Who recommended us to them, and to whom they did."""
    for each in by[:1]:
        told = line("🔗 Referred by ", NamePart(each.name))
        yield Item(line=told, actions=(_open(each.by_customer_id),))
    for each in to[:ON_CARD]:
        bought = " · bought" if each.bought_at else ""
        told = line("🔗 Recommended us to ", NamePart(each.name), bought)
        yield Item(line=told, actions=(_open(each.customer_id),))
    yield from cards.rest("🔗", len(to) - ON_CARD, "more referral")


def _open(customer_id: int) -> Button:
    return Button(action_id="customer.card", ref=str(customer_id), label="Open")
