"""What is told of a customer who is deleted."""

from collections.abc import Sequence

from domain import phrases
from domain.customers import Customer
from domain.messages import Button, Command, Count, Line, Message, Named, Weight, items, line
from domain.wording import receipts
from domain.wording.whose import Whose


def ask(customer: Customer, whose: Whose, waiting: int, more: Sequence[Line]) -> Message:
    """`more` are the features' own lines."""
    standing = line(f"{customer.rung} · ", *whose.say())
    reminders = line(Count(waiting, "reminder ends", "reminders end"), " with it")
    button = Button(
        action_id="removal.delete",
        ref=str(customer.id),
        label=phrases.shorten(f"Delete {customer.name}", 70),
        weight=Weight.GRAVE,
    )
    return Message(
        id="unclear",
        headline=line("🗑️ Delete ", Named(customer.name), "?"),
        items=items(standing, *more, *([reminders] if waiting else [])),
        notes=(line("It is hidden everywhere at once. For 30 days it can be taken back."),),
        actions=(button,),
    )


def deleted(customer: Customer, after: Sequence[Line], action_id: int) -> Message:
    back = Command(f"undo {customer.name}")
    told = receipts.told(
        line("🗑️ Deleted: ", Named(customer.name)),
        (line("It can be had again for 30 days: press Undo, or type ", back, "."),),
        receipts.undo(action_id),
    )
    return Message(
        id=told.id,
        headline=told.headline,
        items=told.items,
        notes=tuple(after),
        actions=told.actions,
    )
