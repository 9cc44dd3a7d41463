"""What is told of two customers who are one."""

from collections.abc import Mapping, Sequence

from domain import phrases
from domain.customers import Customer
from domain.messages import Button, Item, Line, Message, Named, Person, Weight, items, line
from domain.wording import receipts

LABEL = 70


def which(pairs: Sequence[tuple[Customer, Customer]]) -> Message:
    rows = tuple(
        Item(
            line=line(Named(one.name), " into ", Named(kept.name)),
            actions=(
                Button(action_id="merging.ask", ref=f"{one.id}:{kept.id}", label="These two"),
            ),
        )
        for one, kept in pairs
    )
    return Message(id="unclear", headline=line("🤔 Which two are one?"), items=rows)


def ask(
    one: Customer,
    kept: Customer,
    owners: Mapping[int, Person],
    ways: Sequence[tuple[Customer, Customer]],
) -> Message:
    """`ways`: which of the two may go into which."""
    rows = [
        line(Named(each.name), f" · {each.rung} · ", owners.get(each.owner_id or 0) or "nobody's")
        for each in (one, kept)
    ]
    what = line(
        "History, people, complaints and reminders of both go together, under one name; the other"
        " name finds them, too. Undo parts them again."
    )
    buttons = tuple(
        Button(
            action_id="merging.merge",
            ref=f"{it.id}:{to.id}",
            label=phrases.shorten(f"Merge into {to.name}", LABEL),
            weight=Weight.MAIN if it.id == one.id else Weight.PLAIN,
        )
        for it, to in ways
    )
    return Message(
        id="unclear",
        headline=line("🔗 Are ", Named(one.name), " and ", Named(kept.name), " one customer?"),
        items=items(*rows),
        notes=(what,) if (one, kept) in ways else (what, _not_that_way(one, owners)),
        actions=buttons,
    )


def _not_that_way(one: Customer, owners: Mapping[int, Person]) -> Line:
    """Why it is only offered the other way round."""
    owner = owners.get(one.owner_id or 0)
    who = (owner, " or a manager") if owner else ("a manager",)
    return line("Only ", *who, " may put ", Named(one.name), " into another.")


def merged(one: Customer, kept: Customer, after: Sequence[Line], action_id: int) -> Message:
    told = receipts.told(
        line("🔗 ", Named(one.name), " is ", Named(kept.name), " now"),
        (line("All that was known of either stands on one card."),),
        receipts.undo(action_id),
    )
    return Message(
        id=told.id,
        headline=told.headline,
        items=told.items,
        notes=tuple(after),
        actions=told.actions,
    )
