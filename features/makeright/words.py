"""What is said of what is given to make a complaint right."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.messages import (
    Button,
    Item,
    Line,
    Message,
    Moment,
    Named,
    Person,
    Weight,
    Words,
    items,
    line,
)
from features.complaints.rules import Complaint, gist
from features.makeright.rules import Gift, Status

People = Mapping[int, Person]


def what(gift: Gift) -> Line:
    return line(gift.sum, ": ", Words(gift.words))


def who(people: People, teammate_id: int | None) -> Person | str:
    return people.get(teammate_id or 0) or "somebody"


def rows(gifts: Iterable[Gift], people: People) -> Iterable[Item]:
    """In the complaint's post."""
    for gift in gifts:
        by = line("🎁 ", *what(gift), ", by ", who(people, gift.by_id))
        yield Item(line=(*by, *_standing(gift, people)))


def _standing(gift: Gift, people: People) -> Line:
    decider = who(people, gift.decided_by_id)
    match gift.status:
        case Status.GIVEN:
            return ()
        case Status.ASKED:
            return line(" · a manager is asked")
        case Status.AGREED:
            return line(" · agreed by ", decider)
        case Status.REFUSED:
            return line(" · refused by ", decider)


def given(gift: Gift, customer: str) -> Line:
    return line("🎁 Noted for ", Named(customer), ": ", *what(gift))


def asked(gift: Gift, customer: str, by: datetime, zone: ZoneInfo) -> Line:
    moment = Moment(by, zone.key)
    return line("🎁 A manager is asked for ", Named(customer), ": ", *what(gift), ", by ", moment)


def question(gift: Gift, customer: str, people: People, why: str) -> Message:
    """To managers, with their two buttons; then what became of it."""
    headline = line("🎁 ", who(people, gift.by_id), " asks to make it right for ", Named(customer))
    buttons = (
        Button(action_id="makeright.agree", ref=str(gift.id), label="Agree", weight=Weight.MAIN),
        Button(action_id="makeright.refuse", ref=str(gift.id), label="Refuse"),
    )
    told = [what(gift)]
    told += [line("Their complaint: ", Words(why))] if why else []
    if not gift.waits:
        told.append(line(f"It was {gift.status} by ", who(people, gift.decided_by_id), "."))
    return Message(
        id="makeright",
        headline=headline,
        items=items(*told),
        actions=buttons if gift.waits else (),
    )


def of_several(complaint: Complaint) -> Line:
    """Which one it is for, where several are open."""
    return line("For their newest complaint", *gist(complaint.words))


def answer(gift: Gift, customer: str, people: People, asked: Sequence[Person] = ()) -> Message:
    """To whoever asked; of what nobody has decided, `asked` are those who can."""
    if gift.waits:
        headline = line("⏰ Nobody has decided yet: ", Named(customer), ", ", *what(gift))
        who_can = [part for each in asked for part in (", ", each)][1:]
        notes = (line("Asked: ", *who_can, ". A word to them may help."),) if who_can else ()
        return Message(id="makeright", headline=headline, notes=notes)
    mark, verb = ("✅", "agrees") if gift.status is Status.AGREED else ("❌", "refuses")
    decided = line(f"{mark} ", who(people, gift.decided_by_id), f" {verb}: ")
    return Message(id="makeright", headline=(*decided, Named(customer), *line(", "), *what(gift)))
