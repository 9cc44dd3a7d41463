"""Who may do what somebody may not: they are told so by name."""

from collections.abc import Sequence

from care import managers, people
from domain import phrases
from domain.customers import Customer
from domain.errors import HeedError
from domain.permission_errors import NotForAll, OthersCustomer, TheirsOnly
from domain.teammates import Permission, Teammate
from store import teammates
from store.work import Work

MOST = 3
"""Managers who are named."""


def who_may(work: Work, permission: Permission, customer: Customer | None) -> HeedError:
    lead = _managers(teammates.leaders(work))
    if permission is Permission.SET_UP or customer is None:
        return NotForAll(phrases.one_of(lead))
    owner = people.owner(work, customer)
    theirs = [_first(owner)] if owner else []
    return OthersCustomer(customer.name, phrases.one_of([*lead, *theirs]))


def whose_only(work: Work, mine: str, mate: Teammate, what: str = "see") -> TheirsOnly:
    """Theirs, and whoever's they report to."""
    above = [each for each in managers.of_teammate(work, mate) if each.id != mate.id]
    role = f"{_first(mate)}'s manager" if len(above) == 1 else ""
    lead = [f"{_first(above[0])}, {role},"] if role else _managers(above) if above else []
    return TheirsOnly(mine, phrases.one_of([*lead, _first(mate)]), what)


def _managers(found: Sequence[Teammate]) -> list[str]:
    if not found or len(found) > MOST:
        return ["a manager"]
    return [_first(each) for each in found]


def _first(mate: Teammate) -> str:
    return mate.name.split(" ")[0]
