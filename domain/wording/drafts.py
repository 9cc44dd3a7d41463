"""What is said of names that a line holds besides, and the buttons that go on with the line."""

from collections.abc import Sequence

from domain import phrases
from domain.customers import Customer
from domain.messages import Button, Item, Line, Named, Words, joined, line

LABEL = 70
"""Characters of a button."""


def also(draft_id: int, customer: Customer) -> Button:
    label = phrases.shorten(f"Also about {customer.name}?", LABEL)
    return Button(action_id="draft.choose", ref=f"{draft_id}:{customer.id}", label=label)


def whose(draft_id: int, row: str, candidates: Sequence[Customer], newcomer: str) -> Item:
    """A row of a message that is not logged yet."""
    chosen = [_choose(draft_id, each) for each in candidates]
    actions = (*chosen, create(draft_id, newcomer)) if newcomer else tuple(chosen)
    asked = line("🤔 Not logged yet, which customer is it? ", Words(phrases.shorten(row)))
    return Item(line=asked, actions=(*actions, another(draft_id, is_first=not chosen)))


def _choose(draft_id: int, customer: Customer) -> Button:
    label = phrases.shorten(customer.name, LABEL)
    return Button(action_id="draft.choose", ref=f"{draft_id}:{customer.id}", label=label)


def unknown(names: Sequence[str]) -> Line:
    quoted = joined((line("“", Named(name), "”") for name in names), ", ")
    return line("I know no customer called ", *quoted, ".")


def meant(draft_id: int, typed: str, customer: Customer) -> Button:
    label = phrases.shorten(f"“{typed}” is {customer.name}", LABEL)
    return Button(action_id="draft.choose", ref=f"{draft_id}:{customer.id}", label=label)


def create(draft_id: int, name: str) -> Button:
    label = phrases.shorten(f"Create “{name}”", LABEL)
    return Button(action_id="draft.create", ref=str(draft_id), label=label)


def another(draft_id: int, *, is_first: bool) -> Button:
    """Opens the form with the line in it."""
    label = "Choose a customer" if is_first else "Another customer"
    return Button(action_id="draft.other", ref=str(draft_id), label=label, asks=True)
