"""What is shown of what is given: in the complaint's post, to managers, and to whoever asked."""

from collections.abc import Iterable
from datetime import datetime

from care import loading, people
from domain import phrases
from domain.messages import Item, Message, Person
from features.complaints.rules import Complaint
from features.makeright import rows
from features.makeright import words as wording
from features.makeright.rules import Gift
from store import customers, teammates
from store.work import Work


def about(work: Work, now: datetime, complaint_id: int) -> Iterable[Item]:
    del now
    gifts = rows.of_complaint(work, complaint_id)
    named = {each.by_id for each in gifts} | {each.decided_by_id for each in gifts}
    yield from wording.rows(gifts, people.named(work, named))


def say_asked(work: Work, now: datetime, gift_id: int) -> Message | None:
    """None where it was taken back."""
    del now
    gift = rows.by_id(work, gift_id)
    customer = customers.by_id(work, gift.customer_id) if gift else None
    if gift is None or customer is None or gift.is_withdrawn:
        return None
    return wording.question(gift, customer.name, _people(work, gift), _why(work, gift))


def say_answered(work: Work, now: datetime, gift_id: int) -> Message | None:
    del now
    gift = rows.by_id(work, gift_id)
    customer = customers.by_id(work, gift.customer_id) if gift else None
    if gift is None or customer is None or gift.is_withdrawn:
        return None
    asked = [each for each in teammates.managers(work) if each.id != gift.by_id]
    who = [people.person(each) or Person(each.name) for each in asked]
    return wording.answer(gift, customer.name, _people(work, gift), who)


def is_over(work: Work, gift_id: int) -> bool:
    gift = rows.by_id(work, gift_id)
    return gift is None or not gift.waits


def _people(work: Work, gift: Gift) -> wording.People:
    return people.named(work, {gift.by_id, gift.decided_by_id})


def _why(work: Work, gift: Gift) -> str:
    there = loading.load(work, (gift.customer_id,)).get(gift.customer_id)
    known = there.facts.of(Complaint) if there else ()
    words = next((each.words for each in known if each.id == gift.complaint_id), "")
    return phrases.shorten(words)
