"""What is said of whoever is away."""

from collections.abc import Sequence
from datetime import date

from domain import phrases
from domain.absences import Absence
from domain.briefs import BriefLine
from domain.customers import Customer
from domain.forms import DayField, Form, PersonField, TextField
from domain.messages import Button, Command, Item, Line, Message, Named, Person, Words, items, line
from domain.teammates import Teammate
from domain.wording import absences as wording
from domain.wording import receipts

WAITS = line(
    "What is pressing goes to them: complaints, answers, promises, whoever may leave us, thanks for"
    " kind words, and what would turn red meanwhile. The rest waits."
)
ALL = line("So long an absence leaves all of theirs to whoever stands in.")
BUTTON = Button(action_id="away.ask", ref="", label="I'll be away", asks=True)


def told(
    mate: Teammate, absence: Absence, stand_in: Teammate | None, why: str, action_id: int
) -> Message:
    headline = line("🌴 ", Named(mate.name), " is away ", wording.days(absence), ".")
    return receipts.told(headline, _about(stand_in, why), receipts.undo(action_id))


def _about(stand_in: Teammate | None, why: str) -> Sequence[Line]:
    because = [line("Because: ", Words(phrases.shorten(why)))] if why else []
    if stand_in is None:
        return [line("Nobody is there to stand in: what is theirs waits."), *because]
    return [line(Named(stand_in.name), " stands in."), WAITS, *because]


def mine(there: Sequence[Absence]) -> Message:
    """When I shall be away."""
    rows = [line(f"Away {wording.days(each)}") for each in there]
    none = line("Nothing is known of your being away.")
    return Message(
        id="away",
        headline=line("🌴 Away"),
        items=items(*(rows or [none])),
        notes=(line("A line does, too: ", Command("away 20 Dec - 3 Jan"), "."),),
        actions=(BUTTON,),
    )


def asked(absence: Absence, *, is_held: bool) -> Message:
    """What a status on a platform may mean."""
    until = wording.day(absence.last)
    if is_held:
        return Message(id="away", headline=line(f"🌴 I hold your reminders until {until}."))
    hold = Button(action_id="away.hold", ref=str(absence.id), label=f"Hold them until {until}")
    return Message(
        id="away",
        headline=line(f"🌴 Hold your reminders until {until}? Your status says you are away."),
        notes=(line("What is pressing goes to somebody else meanwhile; I say to whom."),),
        actions=(hold,),
    )


def back(mate: Teammate, first: date, action_id: int) -> Message:
    headline = line("👋 ", Named(mate.name), " is back ", wording.day(first), ".")
    note = line("What waited comes on their next working day; open complaints stay where they are.")
    return receipts.told(headline, (note,), receipts.undo(action_id))


def form(mate: Teammate, first: date, last: date, stand_in: Person | None) -> Form:
    return Form(
        id="away",
        action_id="away.keep",
        title="Away",
        submit="Keep",
        fields=(
            PersonField(
                name="who",
                label="Who is away",
                value=Person(mate.name, mate.user_id),
            ),
            DayField(name="first", label="First day", value=first),
            DayField(name="last", label="Last day", value=last),
            PersonField(
                name="stand_in",
                label="Who stands in",
                value=stand_in,
                hint="Empty: whoever of us has spoken most with these customers, else the manager",
            ),
            TextField(name="why", label="Because", is_optional=True),
        ),
    )


def stands_in(
    mate: Teammate,
    absence: Absence,
    stand_in: Teammate | None,
    first: Sequence[tuple[Customer, Sequence[BriefLine]]],
) -> Message:
    """The one word to whoever stands in; `first` are those who wait first, each with what there is
    to know of them.
    """
    rows = [
        item
        for each, told in first
        for item in (
            Item(line=line(Named(each.name)), actions=(_card(each),)),
            *(it.item for it in told),
        )
    ]
    who = line(Named(stand_in.name), " stands in") if stand_in else line("nobody stands in")
    decline = Button(action_id="away.decline", ref=str(absence.id), label="I can't")
    return Message(
        id="left",
        headline=line("🌴 ", Named(mate.name), " is away ", wording.days(absence), ": ", *who, "."),
        items=(*items(WAITS), *rows),
        notes=(line("Whoever can't hands it to the manager, with one click."),),
        actions=(decline,) if stand_in else (),
    )


def is_back(mate: Teammate) -> Message:
    return Message(id="left", headline=line("👋 ", Named(mate.name), " is back. Thank you!"))


def declined(mate: Teammate, other: Teammate, action_id: int) -> Message:
    headline = line("🌴 ", Named(other.name), " stands in for ", Named(mate.name), " from now on.")
    return receipts.told(headline, (), receipts.undo(action_id))


def _card(customer: Customer) -> Button:
    return Button(action_id="customer.card", ref=str(customer.id), label="Open")
