"""Lines of a table that are about one customer, made one; and what each of them brings, in words.

What is said of a line is what is taken of it: both are decided here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from domain import names
from domain.contacts import People
from domain.customer_fields import RUNG, VALUES, ZONE
from domain.customers import Contact, Customer
from domain.field_kinds import Value
from domain.import_columns import Row
from domain.teammates import Teammate

SPEAK_ALONE = {RUNG.called, ZONE.called}
"""Nobody has to be told what an advocate is."""


@dataclass(frozen=True, kw_only=True)
class Brought:
    """`troubles`: what an earlier line has said otherwise."""

    words: tuple[str, ...]
    troubles: tuple[str, ...]


class Gathered:
    """The first line that tells a thing counts, the latest last contact does, and people add up.

    `known` are customers who were there before; `people` and `owner` are theirs. Two owners of one
    name are two.
    """

    def __init__(
        self, known: Customer | None = None, people: Iterable[Contact] = (), owner: str = ""
    ) -> None:
        self.known = known
        self.people = People(people)
        self.brought: list[Contact] = []
        self.owner: Teammate | None = None
        self.values: dict[str, Any] = {}
        self.aliases: list[str] = []
        self.last_contact = known.reached_at if known else None
        self.is_changed = False
        self._before = {"owner": owner}
        self._owner_id = known.owner_id if known else None
        self._keys = set(map(names.key, (known.name, *known.aliases))) if known else set()
        self._said: dict[str, tuple[int, str]] = {}
        if known:
            self._before |= {each.called: each.text_of(known) for each in VALUES}

    def take(self, row: Row, owner: Teammate | None) -> Brought:
        """`owner` is whom the line names, if that one can be it."""
        troubles: list[str] = []
        words = [
            *self._say(row, troubles, is_first=True),
            self._own(row.number, owner, troubles),
            self._also(row),
            *map(self._meet, row.people),
            *self._say(row, troubles, is_first=False),
            self._hear(row),
        ]
        self.values = {**row.values, **self.values}
        self.owner = self.owner or owner
        told = tuple(filter(None, words))
        self.is_changed = self.is_changed or bool(told)
        return Brought(words=told, troubles=tuple(troubles))

    def _say(self, row: Row, troubles: list[str], *, is_first: bool) -> list[str]:
        brought = [each for each in VALUES if each.name in row.values]
        told = [each for each in brought if each.is_first is is_first and self._is_told(each, row)]
        return [
            self._tell(row.number, each.called, each.write(row.values[each.name]), troubles)
            for each in told
        ]

    def _is_told(self, each: Value, row: Row) -> bool:
        return bool(self.known) or each.is_said(row.values[each.name])

    def _tell(self, number: int, what: str, value: str, troubles: list[str]) -> str:
        if not value:
            return ""
        first, said = self._said.setdefault(what, (number, value))
        if said != value:
            troubles.append(f"{what} {value} is left out: line {first} says {said}")
        before = self._before.get(what, "")
        if first != number or value == before:
            return ""
        if self.known and before:
            return f"{what} {before} → {value}"
        return f"{what} {value}" if self.known or what not in SPEAK_ALONE else value

    def _own(self, number: int, owner: Teammate | None, troubles: list[str]) -> str:
        """One of the same name as the owner so far is told apart by their mail address."""
        if owner is None:
            return ""
        first = self.owner or owner
        is_namesake = owner.name == self._before["owner"] and owner.id != self._owner_id
        if is_namesake or (owner.name == first.name and owner.id != first.id):
            owner = replace(owner, name=f"{owner.name} ({owner.mail or owner.handle})")
        return self._tell(number, "owner", owner.name, troubles)

    def _also(self, row: Row) -> str:
        self._keys.add(names.key(row.name))
        new = {names.key(each): each for each in row.aliases}
        told = [each for key, each in new.items() if key not in self._keys]
        self._keys |= new.keys()
        self.aliases += told
        return f"also known as {', '.join(told)}" if told else ""

    def _meet(self, person: Contact) -> str:
        before = self.people.known_as(person)
        if not self.people.meet(person):
            return ""
        self.brought.append(person)
        every = (person.name, person.role, person.mail, person.phone)
        told = " ".join(part for part in every if part)
        told += _instead(before, person) if before else ""
        if not self.known:
            return told
        return f"contact {told}" if before else f"contact {told} new"

    def _hear(self, row: Row) -> str:
        at = row.last_contact
        if at is None or (self.last_contact and at <= self.last_contact):
            return ""
        self.last_contact = at
        return f"last contact {at:%Y-%m-%d}"


def _instead(before: Contact, person: Contact) -> str:
    """Of what was known of them nothing goes unsaid."""
    pairs = ((before.mail, person.mail), (before.phone, person.phone))
    gone = [was for was, is_ in pairs if was and is_ and was != is_]
    return f" instead of {' '.join(gone)}" if gone else ""
