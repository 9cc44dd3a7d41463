"""The question who cares for whom nobody does."""

from collections.abc import Sequence

from domain.customers import Customer
from domain.messages import Button, Command, Count, Item, Line, Message, Named, line


def ask(action_id: int, number: int, first: Sequence[Customer]) -> Message:
    """`first` are those who wait first; none: all have somebody by now."""
    if not number:
        return Message(id="left", headline=line("🌿 Everybody has somebody now."))
    nobody = " has nobody" if number == 1 else " have nobody"
    headline = line("🫥 ", Count(number, "customer", "customers"), nobody, " to care for them.")
    rows = tuple(
        Item(line=line(Named(each.name), f" · {each.rung}"), actions=(_take(action_id, each),))
        for each in first
    )
    more = line("All of them: ", Command("list nobody's")) if number > len(first) else None
    return Message(id="left", headline=headline, items=rows, notes=(more,) if more else ())


def yours(customer: Customer) -> Line:
    return line("🤝 ", Named(customer.name), " is your customer now.")


def _take(action_id: int, customer: Customer) -> Button:
    ref = f"{action_id}:{customer.id}"
    return Button(action_id="ownerless.take", ref=ref, label="I'll take it")
