"""What is told when somebody's customers go to somebody else."""

from domain import phrases
from domain.messages import Button, Count, Message, Named, Weight, items, line
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


def _button(one: Teammate, other: Teammate) -> Button:
    return Button(
        action_id="handing_over.do",
        ref=f"{one.id}:{other.id}",
        label=phrases.shorten(f"Hand over to {other.name}", 70),
        weight=Weight.MAIN,
    )


def _how_many(number: int) -> Count:
    return Count(number, "customer", "customers")


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def _named(mate: Teammate) -> Named:
    return Named(mate.name)
