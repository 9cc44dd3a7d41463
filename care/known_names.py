"""Whose names they are that a line or a reply mentions."""

from collections.abc import Iterable, Sequence

from domain import names
from domain.customers import Contact, Customer
from domain.reading import Names, Party, everybody
from store import customers, known_names
from store.work import Work


def colleagues(work: Work, customer: Customer) -> frozenset[str]:
    """What they are called, but for names that somebody at the customer's has too."""
    team, _ = known_names.there(work, ())
    theirs = _theirs(customers.contacts(work, customer.id))
    return frozenset(everybody(team, Party.OURS)) - frozenset(theirs)


def of(
    work: Work, customer: Customer, line: str, contacts: Sequence[Contact] | None = None
) -> Names:
    """Those that a line about that customer may hold: a name that two have is the customer's."""
    there = customers.contacts(work, customer.id) if contacts is None else contacts
    return of_all(work, [(customer, there)], line)


def of_all(work: Work, there: Iterable[tuple[Customer, Sequence[Contact]]], line: str) -> Names:
    """The same for a line about several at once."""
    known = _known(work, line)
    for customer, contacts in there:
        themselves = everybody([customer.name, *customer.aliases], Party.THEIRS)
        known = known | _theirs(contacts) | themselves
    return known


def likely(work: Work, candidates: Sequence[Customer], line: str) -> Names:
    """Where it is not sure yet which of these the line is about."""
    return of(work, candidates[0], line) if candidates else _known(work, line)


def _known(work: Work, line: str) -> dict[str, Party]:
    """The team's, and of other customers those full names that the line holds."""
    team, others = known_names.there(work, names.within(line))
    return dict.fromkeys(others, Party.ANOTHER) | everybody(team, Party.OURS)


def _theirs(contacts: Iterable[Contact]) -> dict[str, Party]:
    return everybody((contact.name for contact in contacts), Party.THEIRS)
