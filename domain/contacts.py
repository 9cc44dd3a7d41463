"""Which of a customer's people somebody is, however much of them is told."""

from collections.abc import Iterable
from dataclasses import replace

from domain.customers import Contact


def same(known: Iterable[Contact], person: Contact, *, may_rename: bool = False) -> Contact | None:
    """By name, or by mail or phone for somebody whose name was never told: two people may share
    them. `may_rename`: also for somebody whose name is put right.
    """
    known = list(known)
    for mark in ("name", "mail", "phone"):
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
    )
