"""Which of a customer's people somebody is, however much of them is told."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from domain.customers import Contact

MARKS = ("name", "mail", "phone")
"""By which somebody is known, the surest first."""


def same(known: Iterable[Contact], person: Contact, *, may_rename: bool = False) -> Contact | None:
    """By name, or by mail or phone for somebody whose name was never told: two people may share
    them. `may_rename`: also for somebody whose name is put right.
    """
    known = list(known)
    for mark in MARKS:
        wanted = getattr(person, mark).casefold()
        for each in known:
            agrees = may_rename or mark == "name" or not (person.name and each.name)
            if agrees and wanted and getattr(each, mark).casefold() == wanted:
                return each
    return None


def renewed(there: Contact, person: Contact) -> Contact:
    """The one who is known, by the name known first, with whatever else is told anew."""
    return replace(
        there,
        name=there.name or person.name,
        mail=person.mail or there.mail,
        phone=person.phone or there.phone,
        role=person.role or there.role,
    )


class People:
    """A customer's people, however many: `same` and `renewed` without looking at all of them."""

    def __init__(self, known: Iterable[Contact] = ()) -> None:
        self.all: list[Contact] = []
        self._at: dict[tuple[str, str], list[int]] = defaultdict(list)
        for each in known:
            self._put(len(self.all), each)

    def known_as(self, person: Contact) -> Contact | None:
        """Who they are, if anybody who is known."""
        at = self._find(person)
        return None if at is None else self.all[at]

    def meet(self, person: Contact) -> bool:
        """Adds somebody, or renews whoever they are; whether that changed anything."""
        at = self._find(person)
        if at is None:
            self._put(len(self.all), person)
            return True
        now = renewed(self.all[at], person)
        is_other = now != self.all[at]
        if is_other:
            self._put(at, now)
        return is_other

    def _put(self, at: int, person: Contact) -> None:
        self.all[at : at + 1] = [person]
        for mark in MARKS:
            self._at[mark, getattr(person, mark).casefold()].append(at)

    def _find(self, person: Contact) -> int | None:
        for mark in MARKS:
            wanted = getattr(person, mark).casefold()
            near = self._at.get((mark, wanted), ()) if wanted else ()
            found = next((at for at in near if same([self.all[at]], person)), None)
            if found is not None:
                return found
        return None
