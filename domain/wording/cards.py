"""The customer's card."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import customer_fields, phrases
from domain.customers import Contact
from domain.messages import (
    Action,
    Button,
    Command,
    Count,
    Item,
    Line,
    Message,
    Named,
    Part,
    Person,
    Words,
    line,
)
from domain.nudges import Nudge
from domain.plays import Scene
from domain.settings import DEFAULTS, Chosen
from domain.touches import Direction, Touch
from domain.wording import receipts, reminders
from domain.wording.whose import NOBODYS, Whose

PEOPLE, REMINDERS = 10, 5
"""Of each so many at most, before it says how many more there are."""


@dataclass(frozen=True, kw_only=True)
class Card:
    """Everything about one customer at a glance. `people` names teammates by id, `more` are the
    features' own lines.
    """

    scene: Scene
    people: dict[int, Person]
    whose: Whose = NOBODYS
    contacts: tuple[Contact, ...] = ()
    touches: tuple[Touch, ...] = ()
    more: tuple[Item, ...] = ()
    waiting: tuple[Nudge, ...] = ()
    is_parked: bool = False
    begun: Line = ()
    chosen: Chosen = DEFAULTS
    likely_same: tuple[str, ...] = ()
    undoes: int | None = field(default=None)

    def say(self) -> Message:
        return Message(
            id="card",
            headline=line("🪪 ", Named(self.scene.customer.name)),
            items=tuple(self._facts()),
            notes=tuple(self._history()),
            actions=tuple(self._actions()),
        )

    def _facts(self) -> Iterable[Item]:
        yield Item(line=self._standing())
        for contact in self.contacts[:PEOPLE]:
            yield Item(line=line("👤 ", *phrases.contact(contact)))
        yield from rest("👤", len(self.contacts) - PEOPLE, "more person", "more people")
        if self.scene.customer.aliases:
            yield Item(line=line("Also known as ", *phrases.listed(self.scene.customer.aliases)))
        yield Item(line=self._last())
        if self.begun:
            yield Item(line=self.begun)
        yield from self.more
        yield from self._next()
        if self.likely_same:
            names = phrases.listed(self.likely_same)
            into = Command(f"merge {self.scene.customer.name} into {self.likely_same[0]}")
            same = line(
                "⚠️ Is this the same as ", *names, "? If so, press Undo, or type ", into, "."
            )
            yield Item(line=same)

    def _next(self) -> Iterable[Item]:
        """What is about a subject has its buttons there."""
        for nudge in self.waiting[:REMINDERS]:
            saying = self.scene.saying(nudge)
            is_asked = nudge.ask_at <= self.scene.now and not nudge.subject
            can = reminders.actions(nudge, saying) if is_asked else ()
            yield Item(line=line("Next: ", *receipts.next_up(nudge, self.scene)), actions=can)
        yield from rest("Next:", len(self.waiting) - REMINDERS, "more reminder")

    def _standing(self) -> Line:
        first, then = customer_fields.standing(self.scene.customer, self.chosen)
        parked = " · parked" if self.is_parked else ""
        before = [part for each in first for part in (*each, " · ")]
        behind = [part for each in then for part in (" · ", *each)]
        return line(*before, *self.whose.say(), parked, *behind)

    def _last(self) -> Line:
        """What we did for them, and what they began, told apart."""
        customer = self.scene.customer
        if customer.reached_at is None:
            return line("Not reached yet", *self._turned())
        there = [each for each in self.touches if each.at == customer.reached_at and each.reaches]
        by = self.people.get(there[-1].by_id or 0) if there else None
        who = (" by ", by) if by else ()
        return line("We reached them ", *self._ago(customer.reached_at), *who, *self._turned())

    def _turned(self) -> Line:
        at = self.scene.customer.turned_at
        return line(" · they turned to us ", *self._ago(at)) if at else ()

    def _ago(self, at: datetime) -> Line:
        return phrases.ago(at, self.scene.now, self.scene.zone)

    def _history(self) -> Iterable[Line]:
        for touch in reversed(self.touches[-5:]):
            yield history(touch, self.people, self.scene.now, self.scene.zone)

    def _actions(self) -> Iterable[Action]:
        ref = str(self.scene.customer.id)
        yield Button(action_id="customer.edit", ref=ref, label="Edit", asks=True)
        if self.undoes is not None:
            yield receipts.undo(self.undoes)


def unknown(words: str) -> Item:
    """What was typed behind the name, where nothing can stand."""
    return Item(line=line("🤔 I don't know ", Words(phrases.shorten(words)), " here."))


def nearest(typed: str) -> Item:
    """Why this card is shown, where nobody is called as it was typed."""
    typed = phrases.shorten(typed)
    return Item(line=line("🤔 Nobody is called ", Words(typed), ": this is the nearest."))


def left_out(troubles: Iterable[str]) -> Iterable[Item]:
    """What was typed about somebody new and is not on their card."""
    for trouble in troubles:
        yield Item(line=line(f"⚠️ Left out: {trouble}."))


def history(touch: Touch, people: dict[int, Person], now: datetime, zone: ZoneInfo) -> Line:
    """One touch in a line: when, how, who logged it, and the words."""
    by = people.get(touch.by_id or 0)
    began = "from them" if touch.direction is Direction.THEIRS else "from us"
    about = " about their complaint" if touch.subject else ""
    who = (", logged by ", by) if by else ()
    parts: list[Part | str] = [f"{touch.kind.capitalize()} {began}{about}", *who]
    words = (": ", Words(phrases.shorten(touch.words, 120))) if touch.words else ()
    return line("· ", phrases.day(touch.at, now, zone), ": ", *parts, *words)


def rest(mark: str, number: int, one: str, many: str = "") -> Iterable[Item]:
    """How many more there are than are shown."""
    if number > 0:
        yield Item(line=line(f"{mark} and ", Count(number, one, many)))
