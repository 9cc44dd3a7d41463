"""What Heed says: words and domain verbs, never layout.

A part enters this model only if every platform shows it natively; each platform has one total
renderer. Strings are Heed's own words; whatever came from people is a `Words`, `Person` or
`Named`, so that no renderer can mistake it for markup.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

WEEK_DAYS = 6
"""Further away than this a weekday's name would be ambiguous."""


@dataclass(frozen=True)
class Text:
    """Heed's own words."""

    text: str


@dataclass(frozen=True)
class Command:
    """What can be typed, e.g. `log Acme called`; a platform puts its own prefix before it."""

    command: str


@dataclass(frozen=True)
class Named:
    """A name that people gave: a customer's, a contact's, a channel's."""

    name: str


@dataclass(frozen=True)
class Words:
    """What somebody typed, exactly."""

    words: str


@dataclass(frozen=True)
class Person:
    """A teammate; `user_id` is empty for somebody who has no identity on this platform."""

    name: str
    user_id: str = ""


class Grain(StrEnum):
    """How much of a moment is told."""

    DAY = "day"
    CLOCK = "clock"
    BOTH = "both"


@dataclass(frozen=True)
class Moment:
    """Each reader sees it on their own clock; `zone` is for those whose platform can't do so."""

    at: datetime
    zone: str = "UTC"
    grain: Grain = Grain.BOTH


@dataclass(frozen=True)
class Count:
    """A number with its noun, which another language may inflect in its own way."""

    number: int
    one: str
    many: str = ""

    @property
    def noun(self) -> str:
        return self.one if self.number == 1 else self.many or f"{self.one}s"


@dataclass(frozen=True)
class Day:
    """A calendar day, as it is called on `today`: "today", "on Tuesday", "on 17 Nov".

    One that `stands` is read on other days too, whatever day it is by then: "on Mon 16 Nov".
    """

    day: date
    today: date
    stands: bool = False

    @property
    def called(self) -> str:
        near = {0: "today", 1: "yesterday", -1: "tomorrow"}
        distance = (self.today - self.day).days
        if distance in near and not self.stands:
            return near[distance]
        if abs(distance) <= WEEK_DAYS and not self.stands:
            return f"on {self.day:%A}"
        weekday = f"{self.day:%a} " if self.stands else ""
        year = "" if self.day.year == self.today.year else f" {self.day.year}"
        return f"on {weekday}{self.day.day} {self.day:%b}{year}"


@dataclass(frozen=True)
class Link:
    """Where to read on; `label` is Heed's own word for it."""

    url: str
    label: str


Part = Text | Command | Named | Words | Person | Moment | Count | Day | Link
Line = tuple[Part, ...]


def line(*parts: Part | str) -> Line:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def joined(lines: Iterable[Line], between: str = ", ") -> Line:
    parts: list[Part | str] = []
    for each in lines:
        parts += [between, *each] if parts else each
    return line(*parts)


class Weight(StrEnum):
    """What a button is to its message: the thing to do, one of several, or hard to take back."""

    MAIN = "main"
    PLAIN = "plain"
    GRAVE = "grave"


@dataclass(frozen=True, kw_only=True)
class Button:
    """`action_id` and `ref` say what happens to what, e.g. `nudge.done` and the nudge's id.

    `asks`: a form opens first.
    """

    action_id: str
    ref: str
    label: str
    weight: Weight = Weight.PLAIN
    asks: bool = False


@dataclass(frozen=True, kw_only=True)
class Option:
    """`asks`: choosing it opens a form first."""

    value: str
    label: str
    asks: bool = False


@dataclass(frozen=True, kw_only=True)
class Menu:
    """One of a few; `chosen` is the value that holds now, if any."""

    action_id: str
    ref: str
    label: str
    options: tuple[Option, ...]
    chosen: str = ""


NONE_CHOSEN = "-"
"""What comes back of choices of which none is left."""


@dataclass(frozen=True, kw_only=True)
class Choices:
    """Any number of a few; `chosen` are the values that hold now. What is chosen comes back as
    values with commas between them, or as NONE_CHOSEN.
    """

    action_id: str
    ref: str
    label: str
    options: tuple[Option, ...]
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Finder:
    """Any of very many, found by typing; `source` names what is searched (domain.forms)."""

    action_id: str
    label: str
    source: str


Action = Button | Menu | Choices | Finder


@dataclass(frozen=True, kw_only=True)
class Item:
    """One line, with what can be done about it."""

    line: Line
    actions: tuple[Action, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Message:
    """`id` names the kind of message. `notes` is what may be read last or not at all."""

    id: str
    headline: Line
    items: tuple[Item, ...] = ()
    notes: tuple[Line, ...] = ()
    actions: tuple[Action, ...] = ()

    def say(self) -> "Message":
        return self


class Sayable(Protocol):
    """What a capability answers: facts that know their words, or the words themselves."""

    def say(self) -> Message: ...


def items(*lines: Line) -> tuple[Item, ...]:
    return tuple(Item(line=each) for each in lines)
