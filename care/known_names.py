"""Whose names they are that a line or a reply mentions."""

from collections.abc import Iterable, Sequence
from functools import cache

from domain.customers import Contact, Customer
from domain.reading import Acquaintance, Party
from store import customers, teammates
from store.work import Work


def colleagues(work: Work, customer: Customer) -> frozenset[str]:
    """What they are called, but for names that somebody at the customer's has too."""
    return _ours(work) - _theirs(work, customer)


def of(work: Work, customer: Customer, contacts: Sequence[Contact] | None = None) -> Acquaintance:
    """For what is said about that customer; looks names up when first asked."""

    @cache
    def names() -> frozenset[str]:
        theirs = _theirs(work, customer) if contacts is None else _named(contacts)
        return _ours(work) | theirs | _words([customer.name, *customer.aliases])

    def whose(name: str) -> Party:
        if name in names():
            return Party.OURS
        return Party.ANOTHER if customers.named(work, name) else Party.UNKNOWN

    return whose


def _ours(work: Work) -> frozenset[str]:
    """A guest may be of another company: of the customer's, often."""
    ours = (mate for mate in teammates.everybody(work) if mate.is_of_team)
    return _words(f"{mate.name} {mate.handle}" for mate in ours)


def _theirs(work: Work, customer: Customer) -> frozenset[str]:
    return _named(customers.contacts(work, customer.id))


def _named(contacts: Iterable[Contact]) -> frozenset[str]:
    return _words(contact.name for contact in contacts)


def _words(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in name.casefold().split())
