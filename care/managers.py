"""Who is told what a person alone can't put right."""

from care import people
from domain.customers import Customer
from domain.teammates import Teammate
from store import places, reporting, teammates
from store.work import Work


def of_customer(work: Work, customer: Customer | None) -> list[Teammate]:
    """Whom the owner of a customer reports to."""
    owner = people.owner(work, customer) if customer else None
    return of_teammate(work, owner)


def of_teammate(work: Work, mate: Teammate | None) -> list[Teammate]:
    """Whom they report to; where nobody has said so, the managers of the settings share them."""
    above = reporting.lines(work).of(mate.id) if mate else None
    theirs = teammates.by_id(work, above)
    return [theirs] if theirs else _sharing(work, mate)


def _sharing(work: Work, mate: Teammate | None) -> list[Teammate]:
    """Those who sit in the same channel, else all."""
    every = teammates.managers(work)
    if mate is None or len(every) == 1:
        return every
    place = places.for_teammates(work, {mate.id}).get(mate.id)
    there = places.seated(work, place.id) if place else set()
    near = [each for each in every if each.id in there and each.id != mate.id]
    return near if near and mate.id in there else every
