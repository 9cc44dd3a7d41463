"""What is said of Moments of Truth: a customer's list, the company's own audit, and its form."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.customers import Customer, Rung
from domain.forms import DayField, Form, PersonField, TextField
from domain.messages import Button, Command, Item, Line, Message, Named, Person, Words, items, line
from domain.wording import receipts
from features.moments.rules import LADDER, System

WORDS = 200


def checklist(customer: Customer, questions: Sequence[str], done: Collection[str]) -> Message:
    """Of their rung: what is answered already, and a button for what is not."""
    number = sum(each in done for each in questions)
    shown = [_question(customer, place, each, done) for place, each in enumerate(questions)]
    headline = line(
        "☑️ ",
        Named(customer.name),
        f", {customer.rung}: {number} of {len(questions)} moments",
    )
    none = items(line("No question is set for this rung."))
    return Message(id="moments", headline=headline, items=tuple(shown) or none)


def _question(customer: Customer, place: int, question: str, done: Collection[str]) -> Item:
    is_done = question in done
    button = Button(
        action_id="moments.tick",
        ref=f"{customer.id}:{place}:{'off' if is_done else 'on'}",
        label="Not yet" if is_done else "Yes",
    )
    return Item(line=line(f"{'✅' if is_done else '⬜'} {question}"), actions=(button,))


def on_card(questions: Sequence[str], done: Collection[str]) -> Iterable[Item]:
    """The first question that is open, once somebody has begun with the list."""
    left = [each for each in questions if each not in done]
    if done and left:
        yield Item(line=line(f"⬜ {left[0]}"))


def audit(
    systems: Mapping[Rung, System],
    owners: Mapping[int, Person],
    now: datetime,
    zone: ZoneInfo,
    *,
    is_theirs: bool,
) -> Message:
    """Each rung in a row: what we have, what is missing, whose that is and by when. To be changed
    where it `is_theirs` who read it.
    """
    rows = [
        Item(
            line=_row(rung, systems.get(rung), owners, now, zone),
            actions=(_edit(rung),) if is_theirs else (),
        )
        for rung in Rung
    ]
    gaps = sum(each.has_gap for each in systems.values())
    told = f"{gaps} gaps to plug" if gaps > 1 else "one gap to plug" if gaps else "no gap is named"
    about = line("A customer's own list: ", Command("moments Acme"))
    return Message(
        id="audit",
        headline=line(f"🔎 Our moments of truth: {told}"),
        items=tuple(rows),
        notes=(about,),
    )


def _edit(rung: Rung) -> Button:
    ref = str(LADDER.index(rung))
    return Button(action_id="moments.ask", ref=ref, label="Edit", asks=True)


def _row(
    rung: Rung,
    system: System | None,
    owners: Mapping[int, Person],
    now: datetime,
    zone: ZoneInfo,
) -> Line:
    if system is None or not (system.system or system.gap):
        return line(f"{rung.capitalize()}: not looked at yet")
    has = (Words(phrases.shorten(system.system, WORDS)),) if system.system else ("nothing yet",)
    if not system.has_gap:
        return line(f"{rung.capitalize()}: ", *has, " · no gap")
    gap = Words(phrases.shorten(system.gap, WORDS))
    owner = owners.get(system.owner_id or 0)
    day = (" ", phrases.day(system.due_at, now, zone)) if system.due_at else ()
    return line(f"{rung.capitalize()}: ", *has, " · gap: ", gap, " · ", owner or "nobody's", *day)


def form(rung: Rung, system: System, owner: Person | None, due: date, asked: Sequence[str]) -> Form:
    return Form(
        id="moments",
        action_id="moments.keep",
        ref=str(LADDER.index(rung)),
        title=f"Moments of a {rung}"[:24],
        submit="Keep it",
        notes=tuple(line(each) for each in asked),
        fields=(
            TextField(
                name="system",
                label="What do we have for that?",
                value=system.system,
                is_long=True,
                is_optional=True,
            ),
            TextField(
                name="gap",
                label="What is missing?",
                value=system.gap,
                hint="Empty where nothing is",
                is_long=True,
                is_optional=True,
            ),
            PersonField(name="owner", label="Who sees to it?", value=owner),
            DayField(name="due", label="By when?", value=due, hint="Its owner is reminded then"),
        ),
    )


def kept(rung: Rung, action_id: int) -> Message:
    return receipts.told(line(f"🔎 Kept for {rung}s"), (), receipts.undo(action_id))


def plugged(rung: Rung, action_id: int) -> Message:
    return receipts.told(line(f"✅ No gap is left for {rung}s"), (), receipts.undo(action_id))


def due(system: System, *, is_theirs: bool) -> Message:
    """To its owner, on its day."""
    done = Button(action_id="moments.plug", ref=str(system.id), label="It is plugged")
    return Message(
        id="moment gap",
        headline=line(f"🔎 A gap for {system.rung}s was to be plugged by today"),
        items=items(line(Words(phrases.shorten(system.gap)))),
        actions=(done, _edit(system.rung)) if is_theirs else (done,),
    )
