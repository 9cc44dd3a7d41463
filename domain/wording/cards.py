"""The customer's card."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.complaints import Complaint
from domain.customers import Contact, Customer
from domain.messages import (
    Action,
    Button,
    Count,
    Fact,
    Line,
    Message,
    Named,
    Part,
    Person,
    Weight,
    Words,
    line,
)
from domain.nudges import Nudge
from domain.plays import play_of
from domain.plays.play import Scene
from domain.touches import Direction, Touch
from domain.wording import receipts, reminders
from domain.wording.whose import NOBODYS, Whose

PEOPLE, COMPLAINTS, REMINDERS = 10, 3, 5
"""Of each so many at most, before it says how many more there are."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """Everything about one customer at a glance. `people` names teammates by id."""

    customer: Customer
    now: datetime
    zone: ZoneInfo
    people: dict[int, Person]
    whose: Whose = NOBODYS
    contacts: tuple[Contact, ...] = ()
    touches: tuple[Touch, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    waiting: tuple[Nudge, ...] = ()
    is_parked: bool = False
    likely_same: tuple[str, ...] = ()
    undoes: int | None = field(default=None)

    def say(self) -> Message:
        return Message(
            id="card",
            headline=line("🪪 ", Named(self.customer.name)),
            facts=tuple(self._facts()),
            notes=tuple(self._history()),
            actions=tuple(self._actions()),
        )

    def _facts(self) -> Iterable[Fact]:
        yield Fact(line=self._standing())
        for contact in self.contacts[:PEOPLE]:
            yield Fact(line=line("👤 ", *phrases.contact(contact)))
        yield from _more("👤", len(self.contacts) - PEOPLE, "more person", "more people")
        if self.customer.aliases:
            yield Fact(line=line("Also known as ", *phrases.listed(self.customer.aliases)))
        yield Fact(line=self._last())
        for complaint in self.complaints[:COMPLAINTS]:
            yield self._complaint(complaint)
        yield from _more("🔥", len(self.complaints) - COMPLAINTS, "more complaint")
        yield from self._next()
        if self.likely_same:
            names = phrases.listed(self.likely_same)
            yield Fact(line=line("⚠️ Is this the same as ", *names, "? If so, press Undo."))

    def _next(self) -> Iterable[Fact]:
        """A complaint's steps have their buttons at the complaint."""
        scene = Scene(now=self.now, zone=self.zone, customer=self.customer)
        for nudge in self.waiting[:REMINDERS]:
            saying = play_of(nudge).say(nudge, scene)
            is_asked = nudge.ask_at <= self.now and not nudge.subject
            can = reminders.actions(nudge, saying) if is_asked else ()
            yield Fact(line=line("Next: ", *receipts.next_up(nudge, scene)), actions=can)
        yield from _more("Next:", len(self.waiting) - REMINDERS, "more reminder")

    def _standing(self) -> Line:
        parked = " · parked" if self.is_parked else ""
        zone = f" · {self.customer.zone}" if self.customer.zone else ""
        return line(f"{self.customer.rung.capitalize()} · ", *self.whose.say(), f"{parked}{zone}")

    def _last(self) -> Line:
        heard = [touch for touch in self.touches if touch.is_heard]
        if not heard:
            return line("Not spoken to yet")
        by = self.people.get(heard[-1].by_id or 0)
        who = (" by ", by) if by else ()
        return line("Last contact ", *phrases.ago(heard[-1].at, self.now, self.zone), *who)

    def _complaint(self, complaint: Complaint) -> Fact:
        ago = phrases.ago(complaint.opened_at, self.now, self.zone)
        words = Words(phrases.shorten(complaint.words))
        told = line("🔥 Complaint, opened ", *ago, ": ", words)
        return Fact(line=told, actions=complaint_steps(complaint, self.touches))

    def _history(self) -> Iterable[Line]:
        for touch in reversed(self.touches[-5:]):
            yield history(touch, self.people, self.now, self.zone)

    def _actions(self) -> Iterable[Action]:
        ref = str(self.customer.id)
        yield Button(verb="customer.edit", ref=ref, label="Edit", asks=True)
        if self.undoes is not None:
            yield receipts.undo(self.undoes)


def left_out(troubles: Iterable[str]) -> Iterable[Fact]:
    """What was typed about somebody new and is not on their card."""
    for trouble in troubles:
        yield Fact(line=line(f"⚠️ Left out: {trouble}."))


def complaint_steps(complaint: Complaint, touches: Iterable[Touch]) -> tuple[Action, ...]:
    """What comes next stands out; that they know we heard is said once."""
    ref, is_known = str(complaint.id), bool(complaint.told_by(touches))
    main = Weight.MAIN if is_known else Weight.PLAIN
    updated = Button(verb="complaint.update", ref=ref, label="Updated")
    resolved = Button(verb="complaint.resolve", ref=ref, label="Resolved", weight=main)
    if is_known:
        return (updated, resolved)
    first = Button(verb="complaint.acknowledge", ref=ref, label="Acknowledged", weight=Weight.MAIN)
    return (first, updated, resolved)


def history(touch: Touch, people: dict[int, Person], now: datetime, zone: ZoneInfo) -> Line:
    """One touch in a line: when, how, who logged it, and the words."""
    by = people.get(touch.by_id or 0)
    began = "from them" if touch.direction is Direction.THEIRS else "from us"
    about = " about their complaint" if touch.subject else ""
    who = (", logged by ", by) if by else ()
    parts: list[Part | str] = [f"{touch.kind.capitalize()} {began}{about}", *who]
    words = (": ", Words(phrases.shorten(touch.words, 120))) if touch.words else ()
    return line("· ", phrases.day(touch.at, now, zone), ": ", *parts, *words)


def _more(mark: str, rest: int, one: str, many: str = "") -> Iterable[Fact]:
    if rest > 0:
        yield Fact(line=line(f"{mark} and ", Count(rest, one, many)))
