"""Teammates as messages name them."""

from collections.abc import Iterable

from domain.customers import Customer
from domain.messages import Person
from domain.nudges import Nudge
from domain.teammates import Teammate
from domain.wording.whose import Whose
from store import teammates
from store.work import Work


def person(teammate: Teammate | None) -> Person | None:
    return Person(teammate.name, teammate.user_id) if teammate else None


def named(work: Work, ids: Iterable[int | None]) -> dict[int, Person]:
    """Everybody of these, as messages name them."""
    found = teammates.by_ids(work, {each for each in ids if each})
    return {each: Person(mate.name, mate.user_id) for each, mate in found.items()}


def owner(work: Work, customer: Customer) -> Teammate | None:
    """Whose customer they are, as long as that one is of the team."""
    mate = teammates.by_id(work, customer.owner_id)
    return mate if mate and mate.is_of_team else None


def owners(work: Work, customers: Iterable[Customer]) -> dict[int, Teammate]:
    """The owners of all of these, by their own ids."""
    found = teammates.by_ids(work, {each.owner_id for each in customers if each.owner_id})
    return {id_: mate for id_, mate in found.items() if mate.is_of_team}


def asked(work: Work, pairs: Iterable[tuple[Nudge, Customer]]) -> dict[int, Teammate]:
    """Of whom each nudge is asked, as long as they are of the team: the owner, or whoever stands in
    for them.
    """
    whose = {nudge.id: nudge.stand_in_id or customer.owner_id for nudge, customer in pairs}
    found = teammates.by_ids(work, {each for each in whose.values() if each})
    mates = {id_: found.get(mate_id or 0) for id_, mate_id in whose.items()}
    return {id_: mate for id_, mate in mates.items() if mate and mate.is_of_team}


def whose(work: Work, customer: Customer) -> Whose:
    return whose_of(teammates.by_id(work, customer.owner_id))


def whose_of(mate: Teammate | None) -> Whose:
    """Of whoever owns the customer by name, though they may have left the team."""
    if mate and mate.is_of_team:
        return Whose(owner=person(mate))
    return Whose(left=person(mate))


def name(work: Work, teammate_id: int | None) -> str:
    """What one of them is called at the beginning of a sentence."""
    known = named(work, [teammate_id]).get(teammate_id or 0)
    return known.name if known else "Somebody"
