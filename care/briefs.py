"""What is known of a customer, gathered from all features: a pure function of the facts."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from care import loading, people
from care.heed import allow
from care.registry import registry
from domain import briefs
from domain.briefs import BriefLine, Known
from domain.customers import Customer
from domain.errors import Gone
from domain.facts import Facts
from domain.messages import Message, Person
from domain.teammates import Permission
from domain.wording import briefs as wording
from store import customers, teammates, touches
from store.work import Work


def of(
    work: Work, now: datetime, facts: Facts, zone: ZoneInfo, most: int = briefs.MOST
) -> tuple[BriefLine, ...]:
    """On that clock."""
    known = Known(facts=facts, now=now, zone=zone, people=_everybody(work))
    return briefs.chosen(_told(work, known), most)


def of_many(
    work: Work, now: datetime, there: Sequence[tuple[Customer, ZoneInfo]], most: int = briefs.MOST
) -> dict[int, tuple[BriefLine, ...]]:
    """By customer, in as many statements as of one."""
    mates = _everybody(work)
    loaded = loading.load(work, [customer.id for customer, _ in there])
    return {
        customer.id: briefs.chosen(
            _told(
                work,
                Known(facts=loaded[customer.id].facts, now=now, zone=zone, people=mates),
            ),
            most,
        )
        for customer, zone in there
        if customer.id in loaded
    }


def open_touch(work: Work, now: datetime, touch_id: int) -> Message:
    """One contact in full, from which a line is told. Raises Gone."""
    reader = allow(work, Permission.SEE)
    touch = touches.by_id(work, touch_id)
    customer = customers.by_id(work, touch.customer_id) if touch else None
    if touch is None or customer is None:
        raise Gone
    by = people.named(work, [touch.by_id]).get(touch.by_id or 0)
    return wording.touch(customer, touch, by, now, reader.clock)


def _told(work: Work, known: Known) -> Iterable[BriefLine]:
    for feature in registry(work).features:
        if feature.brief:
            yield from feature.brief(known)


def _everybody(work: Work) -> dict[int, Person]:
    return {each.id: Person(each.name, each.user_id) for each in teammates.everybody(work)}
