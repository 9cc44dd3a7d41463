"""The complaint's own post, and the word to managers when it is late."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.complaints import Complaint
from domain.customers import Customer
from domain.messages import Button, Fact, Line, Message, Moment, Named, Person, Words, line
from domain.nudges import Nudge
from domain.plays import play_of
from domain.plays.play import Scene
from domain.touches import Touch
from domain.wording import cards
from domain.wording.whose import NOBODYS, Whose

SHOWN = 5
"""Of what we told the customer since, the latest so many."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A complaint with all that its post says. `told` is what they heard from us since."""

    complaint: Complaint
    customer: Customer
    zone: ZoneInfo
    people: dict[int, Person]
    whose: Whose = NOBODYS
    told: tuple[Touch, ...] = ()

    def who(self, teammate_id: int | None) -> Line:
        person = self.people.get(teammate_id or 0)
        return line(person or "somebody")


def post(case: Case) -> Message:
    complaint = case.complaint
    mark = "🔥" if complaint.is_open else "✅" if complaint.resolved_at else "⚪"
    return Message(
        id="complaint",
        headline=line(f"{mark} Complaint: ", Named(case.customer.name)),
        facts=tuple(Fact(line=each) for each in _facts(case)),
        notes=(case.whose.begin(),),
        actions=cards.complaint_steps(complaint, case.told) if complaint.is_open else (),
    )


def _facts(case: Case) -> Iterable[Line]:
    complaint = case.complaint
    yield line(Words(phrases.shorten(complaint.words, 1000)))
    opened = Moment(complaint.opened_at, case.zone.key)
    yield line("Opened by ", *case.who(complaint.opened_by_id), ", ", opened)
    for order, touch in enumerate(case.told[-SHOWN:]):
        did = "Acknowledged" if order == 0 and len(case.told) <= SHOWN else "Updated"
        if touch.at != complaint.resolved_at:
            at = Moment(touch.at, case.zone.key)
            yield line(f"{did} by ", *case.who(touch.by_id), ", ", at)
    if complaint.resolved_at:
        at = Moment(complaint.resolved_at, case.zone.key)
        yield line("Resolved by ", *case.who(complaint.resolved_by_id), ", ", at)
    if complaint.is_withdrawn:
        yield line("Withdrawn: it was taken back.")


def late(case: Case, nudge: Nudge | None, now: datetime) -> Message:
    """Told to each manager once a complaint; `nudge` is the first step that was late."""
    scene = Scene(now=now, zone=case.zone, customer=case.customer)
    facts = [line(Words(phrases.shorten(case.complaint.words)))]
    if nudge:
        headline = play_of(nudge).say(nudge, scene).headline
        due = Moment(nudge.late_at, case.zone.key)
        facts.append(line("Waiting since ", due, ": ", *headline))
    facts.append(case.whose.begin())
    open_card = Button(verb="customer.card", ref=str(case.customer.id), label="Open")
    return Message(
        id="late",
        headline=line("⏰ A complaint is late: ", Named(case.customer.name)),
        facts=tuple(Fact(line=each) for each in facts),
        notes=(line("You are told this once; from now on it stands in your digest."),),
        actions=(open_card,),
    )
