"""What is told when somebody's customers go to somebody else."""

from collections.abc import Sequence

from domain import phrases
from domain.customers import Customer
from domain.messages import Button, Command, Count, Item, Message, Named, Weight, items, line
from domain.teammates import Teammate
from domain.wording import receipts


def ask(one: Teammate, other: Teammate, number: int) -> Message:
    return Message(
        id="unclear",
        headline=line(
            "🤝 Hand over ", _how_many(number), " of ", _named(one), " to ", _named(other), "?"
        ),
        items=items(line("Their reminders, open complaints and promises go along.")),
        notes=(line("It is one action, and one Undo takes it back."),),
        actions=(_button(one, other),),
    )


def handed_over(one: Teammate, other: Teammate, number: int, action_id: int) -> Message:
    return receipts.told(
        line(
            "🤝 ",
            _how_many(number),
            " of ",
            _named(one),
            " ",
            _are(number),
            " ",
            _named(other),
            "'s now.",
        ),
        (line("What waits for them is asked of ", _named(other), " from now on."),),
        receipts.undo(action_id),
    )


def left(
    one: Teammate, closest: Teammate | None, number: int, first: Sequence[Customer]
) -> Message:
    """`first` are those who wait first."""
    if not number:
        return Message(
            id="left",
            headline=line(
                "🤝 ", _named(one), " has left the team, and all their customers have somebody."
            ),
        )
    told = [line(_named(closest), " has spoken with most of them.")] if closest else []
    rows = [
        Item(line=line(Named(each.name), f" · {each.rung}"), actions=(_card(each),))
        for each in first
    ]
    typed = Command(f"hand-over {one.name}, …")
    return Message(
        id="left",
        headline=line(
            "🫥 ",
            _named(one),
            " has left the team: ",
            _how_many(number),
            " ",
            _need(number),
            " somebody.",
        ),
        items=(*items(*told), *rows),
        notes=(line("To somebody else: type ", typed, " with their name behind it."),),
        actions=(_button(one, closest),) if closest else (),
    )


def _button(one: Teammate, other: Teammate) -> Button:
    return Button(
        action_id="handing_over.do",
        ref=f"{one.id}:{other.id}",
        label=phrases.shorten(f"Hand over to {other.name}", 70),
        weight=Weight.MAIN,
    )


def _card(customer: Customer) -> Button:
    return Button(action_id="customer.card", ref=str(customer.id), label="Open")


def _how_many(number: int) -> Count:
    return Count(number, "customer", "customers")


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _need(number: int) -> str:
    return "needs" if number == 1 else "need"


def _named(mate: Teammate) -> Named:
    return Named(mate.name)
