"""What is told when one of us has left: to whoever has their customers now, and to managers."""

from collections.abc import Sequence

from domain.customers import Customer
from domain.messages import Button, Command, Count, Item, Line, Message, Named, Weight, line
from domain.teammates import Teammate
from domain.wording import receipts


def yours(
    left: Teammate, number: int, first: Sequence[Customer], action_id: int, *, may_decline: bool
) -> Message:
    """`first` are those who wait first."""
    decline = _pass_on(action_id, "They go to our manager instead")
    note = line("What waits for them is asked of you from now on.")
    return Message(
        id="left",
        headline=line("🤝 ", *_have_left(left), _count(number), " of theirs ", *_are(number)),
        items=_rows(number, first),
        notes=(note,),
        actions=(decline,) if may_decline else (),
    )


def not_yours(left: Teammate, number: int) -> Message:
    named = line("🤝 ", *_have_left(left), "the ", _count(number), " of theirs that you had ")
    return Message(id="left", headline=line(*named, "went to somebody else."))


def went(
    left: Teammate, other: Teammate, number: int, first: Sequence[Customer], action_id: int
) -> Message:
    to = Named(other.name)
    are = " is now " if number == 1 else " are now "
    return Message(
        id="left",
        headline=line("🤝 ", *_have_left(left), _count(number), " of theirs", are, to, "'s."),
        items=_rows(number, first),
        notes=(line("To somebody else: type ", Command(f"hand-over {other.name}, …"), "."),),
        actions=(_pass_on(action_id, "I'll take them"),),
    )


def nobodys(left: Teammate, number: int, first: Sequence[Customer]) -> Message:
    need = " of theirs needs somebody." if number == 1 else " of theirs need somebody."
    typed = Command(f"hand-over {left.name}, …")
    return Message(
        id="left",
        headline=line("🫥 ", *_have_left(left), _count(number), need),
        items=_rows(number, first),
        notes=(line("Type ", typed, " with the name behind it of who cares for them now."),),
    )


def settled(left: Teammate) -> Message:
    told = "all their customers have somebody."
    return Message(id="left", headline=line("🤝 ", *_have_left(left), told))


def back(mate: Teammate) -> Message:
    told = " is back, and has again whom nobody has passed on since."
    return Message(id="left", headline=line("🤝 ", Named(mate.name), told))


def passed_on(left: Teammate, other: Teammate, number: int, action_id: int) -> Message:
    are = " is now " if number == 1 else " are now "
    headline = line("🤝 ", _count(number), " of ", Named(left.name), are, Named(other.name), "'s.")
    return receipts.told(headline, (), receipts.undo(action_id))


def no_manager(left: Teammate, there: Sequence[Teammate]) -> Message:
    """To the team, whom nobody leads; `there` once somebody does again."""
    if there:
        told = line("🧭 ", Named(there[0].name), " leads us now.")
        return Message(id="left", headline=told)
    return Message(
        id="left",
        headline=line("🧭 ", *_have_left(left), "no manager is there any more."),
        items=(Item(line=line("Nobody gets a digest, or is told of what is late.")),),
        notes=(line("Whoever keeps me running names one: HEED_MANAGERS in my settings."),),
    )


def _have_left(left: Teammate) -> Line:
    return line(Named(left.name), " has left: ")


def _are(number: int) -> Line:
    return line("is yours now." if number == 1 else "are yours now.")


def _count(number: int) -> Count:
    return Count(number, "customer", "customers")


def _rows(number: int, first: Sequence[Customer]) -> tuple[Item, ...]:
    rows = [
        Item(line=line(Named(each.name), f" · {each.rung}"), actions=(_card(each),))
        for each in first
    ]
    if number > len(first) > 0:
        rows.insert(0, Item(line=line("These wait first:")))
    return tuple(rows)


def _card(customer: Customer) -> Button:
    return Button(action_id="customer.card", ref=str(customer.id), label="Open")


def _pass_on(action_id: int, label: str) -> Button:
    weight = Weight.PLAIN
    return Button(action_id="leaving.decline", ref=str(action_id), label=label, weight=weight)
