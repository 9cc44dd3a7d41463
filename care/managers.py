"""Who is told what a person alone can't put right, and when they are."""

from datetime import datetime

from care import calendars, direct_messages, people
from domain.customers import Customer
from domain.teammates import Teammate
from store import places, posts, reporting, teammates
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


def tell(
    work: Work,
    now: datetime,
    customer: Customer | None,
    kind: str,
    subject_id: int,
    *,
    is_at_any_hour: bool = False,
) -> datetime | None:
    """Those of that customer who are at work by their own hours are told, each once; when the next
    of the others is, None where everybody has been told.
    """
    known = posts.of_subject(work, kind, subject_id)
    told = {(post.installation_id, post.address) for post in known}
    customer_id = customer.id if customer else None
    waiting = []
    for manager in of_customer(work, customer):
        if told.intersection(teammates.identities(work, manager.id)[:1]):
            continue
        theirs = calendars.of_teammate(work, manager)
        if is_at_any_hour or theirs.is_working(now):
            direct_messages.tell(work, now, manager.id, kind, subject_id, customer_id)
        else:
            waiting.append(theirs.next_working(now))
    return min(waiting, default=None)


def _sharing(work: Work, mate: Teammate | None) -> list[Teammate]:
    """Those who sit in the same channel, else all."""
    every = teammates.managers(work)
    if mate is None or len(every) == 1:
        return every
    place = places.for_teammates(work, {mate.id}).get(mate.id)
    there = places.seated(work, place.id) if place else set()
    near = [each for each in every if each.id in there and each.id != mate.id]
    return near if near and mate.id in there else every
