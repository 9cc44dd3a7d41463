"""What is said of causes: in a complaint's post, to managers, and of those that are no more."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from domain import phrases
from domain.forms import ChoiceField, Form, TextField
from domain.messages import (
    Button,
    Command,
    Count,
    Item,
    Line,
    Message,
    Named,
    Option,
    Person,
    Words,
    items,
    line,
)
from features.causes.rules import Policy, Removed

ASK = "cause.removed"


class Told(NamedTuple):
    """How many of those who raised it have been told that it is no more."""

    done: int
    every: int
    is_closed: bool


def policy(
    complaint_id: int, there: Policy, ticked: Mapping[str, int | None], people: Mapping[int, Person]
) -> Iterable[Item]:
    """Questions in one line; steps a line each, with who has done them."""
    if there.questions:
        yield Item(line=line("❓ Ask: ", " ".join(there.questions)))
    for place, step in enumerate(there.steps):
        if step in ticked:
            by = people.get(ticked[step] or 0) or "somebody"
            yield Item(line=line("☑️ ", step, " · ", by))
        else:
            tick = Button(action_id="policy.tick", ref=f"{complaint_id}:{place}", label="Done")
            yield Item(line=line("⬜ ", step), actions=(tick,))


def remove(cause: str) -> Button:
    return Button(action_id=ASK, ref=cause, label="Removed …", asks=True)


def warning(cause: str, every: Sequence[tuple[str, str]], days: int) -> Message:
    """To managers; `every` are customers, with their words."""
    number = Count(len(every), "complaint")
    return Message(
        id="cause",
        headline=line("🧩 ", number, " of one cause in ", Count(days, "day"), ": ", Words(cause)),
        items=_rows(every),
        notes=(line("A cause to remove, rather than each complaint alone: ", Command("causes")),),
        actions=(remove(cause),),
    )


def fewer(cause: str, every: Sequence[tuple[str, str]], days: int) -> Message:
    """What was told is true no more."""
    number, within = Count(len(every), "complaint"), Count(days, "day")
    return Message(
        id="cause",
        headline=line("↩️ Only ", number, " of one cause in ", within, " now: ", Words(cause)),
        items=_rows(every),
        notes=(line("There were more: the rest was taken back."),),
    )


def _rows(every: Sequence[tuple[str, str]]) -> tuple[Item, ...]:
    return items(
        *(line(Named(name), ": ", Words(phrases.shorten(words))) for name, words in every[-5:])
    )


def form(causes: Sequence[str], cause: str) -> Form:
    return Form(
        id="cause removed",
        action_id="cause.remove",
        title="You said, we did",
        submit="It is removed",
        notes=(
            line("Everybody who raised it stands on their owner's list, to be told by a person."),
        ),
        fields=(
            ChoiceField(
                name="cause",
                label="Which cause is no more?",
                options=tuple(Option(value=each, label=each.capitalize()) for each in causes),
                value=cause if cause in causes else "",
            ),
            TextField(name="words", label="What was done?", hint="A new carrier since Monday"),
        ),
    )


def overview(counts: Mapping[str, int], days: int, gone: Sequence[tuple[Removed, Told]]) -> Message:
    """What is complained about, most often first; and what became of what was removed."""
    ranked = sorted(counts, key=lambda cause: -counts[cause])
    told = [
        Item(
            line=line("🧩 ", Words(cause), ": ", Count(counts[cause], "complaint")),
            actions=(remove(cause),),
        )
        for cause in ranked
    ]
    told += [Item(line=_removed(each, there)) for each, there in gone]
    if not told:
        return Message(id="causes", headline=line("🌿 Nothing was complained about lately."))
    headline = line("🧩 Causes of complaints, the last ", Count(days, "day"))
    return Message(id="causes", headline=headline, items=tuple(told))


def _removed(each: Removed, there: Told) -> Line:
    mark = "✅" if there.is_closed else "💬"
    standing = f", {there.done} of {there.every} told" if there.every else ""
    closed = ": closed" if there.is_closed else ""
    said = line(f"{mark} Removed", standing, closed, ": ", Words(each.cause), " · ")
    return (*said, Words(each.words))
