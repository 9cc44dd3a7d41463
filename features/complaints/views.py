"""What is shown of complaints: their post, and their lines on card, receipt and digest."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from care import numbers, people, readers, scenes, subject_lines
from care.heed import allow
from domain.customers import Customer
from domain.errors import Gone
from domain.facts import Facts
from domain.messages import Action, Item, Message, line
from domain.teammates import Permission, Teammate
from domain.touches import Sign, Touch
from domain.wording import lists
from domain.wording.digests import Asked
from domain.wording.lists import Page
from features.causes.rules import CauseNumbers, suggested
from features.complaints import post, rows
from features.complaints import words as wording
from features.complaints.rules import Complaint, FixNumbers, complains, stops
from store import customers, nudges, teammates
from store import touches as store_touches
from store.work import Work

LATELY = timedelta(days=1)
PUT_RIGHT = 3
"""How many of those that were put right since yesterday the digest tells of."""

MOST_AGAIN = 2
"""How many of theirs that were put right a receipt offers to reopen."""

ALL = 0
"""Instead of a teammate."""


def case(work: Work, now: datetime, complaint: Complaint, customer: Customer) -> post.ComplaintView:
    recent = store_touches.latest(work, customer.id)
    until = complaint.resolved_at
    tried = tuple(each for each in complaint.tried(recent) if each.at <= (until or each.at))
    owner = complaint.has_it(customer)
    named = {complaint.opened_by_id, complaint.resolved_by_id, owner}
    named |= {touch.by_id for touch in tried}
    waits = stops(complaint, rows.waits_of(work, complaint.id), recent)
    asked = [each for each in nudges.of_subject(work, complaint.subject) if each.is_waiting]
    there = people.named(work, named)
    days = numbers.of(work, FixNumbers).history_days
    before = rows.since(work, customer.id, complaint.opened_at - timedelta(days=days))
    causes = numbers.of(work, CauseNumbers).causes
    return post.ComplaintView(
        complaint=complaint,
        scene=scenes.theirs(work, now, customer),
        whose=people.whose(work, customer),
        people=there,
        tried=tried,
        told=tuple(each for each in complaint.told_by(recent) if each in tried),
        owner=there.get(owner or 0),
        earlier=tuple(complaint.earlier(before, days)),
        joined=rows.joined_to(work, complaint.id),
        causes=causes,
        guess=suggested(complaint.words, causes),
        days=days,
        next=min(asked, key=lambda nudge: nudge.late_at, default=None),
        waiting_since=next((each.since for each in waits if each.until is None), None),
    )


def say(work: Work, now: datetime, complaint_id: int) -> Message | None:
    """The complaint's post, as of now."""
    complaint = rows.by_id(work, complaint_id)
    customer = customers.ever(work, complaint.customer_id) if complaint else None
    if complaint is None or customer is None:
        return None
    told = case(work, now, complaint, customer)
    is_deleted = customers.by_id(work, customer.id) is None
    more = subject_lines.of(work, now, complaint.subject)
    return post.post(replace(told, is_deleted=is_deleted, more=more))


def say_late(work: Work, now: datetime, complaint_id: int) -> Message | None:
    """What a manager is told of a complaint that is late, if it still is."""
    complaint = rows.by_id(work, complaint_id)
    customer = customers.by_id(work, complaint.customer_id) if complaint else None
    if complaint is None or customer is None or not complaint.is_open:
        return None
    late = [each for each in nudges.of_subject(work, complaint.subject) if each.is_late(now)]
    first = min(late, key=lambda nudge: nudge.late_at, default=None)
    return post.late(case(work, now, complaint, customer), first)


def say_nobodys(work: Work, now: datetime, complaint_id: int) -> Message | None:
    """What a manager is told of a complaint that nobody has, if nobody has it still."""
    told = _open_case(work, now, complaint_id)
    return post.nobodys(told) if told else None


def say_handed(work: Work, now: datetime, complaint_id: int) -> Message | None:
    told = _open_case(work, now, complaint_id)
    return post.handed(told) if told else None


def _open_case(work: Work, now: datetime, complaint_id: int) -> post.ComplaintView | None:
    complaint = rows.by_id(work, complaint_id)
    customer = customers.by_id(work, complaint.customer_id) if complaint else None
    if complaint is None or customer is None or not complaint.is_open:
        return None
    return case(work, now, complaint, customer)


def standing(work: Work, customer_id: int) -> tuple[int, ...]:
    return tuple(each.id for each in rows.open_of(work, customer_id))


def is_withdrawn(work: Work, complaint_id: int) -> bool:
    complaint = rows.by_id(work, complaint_id)
    if complaint is None or complaint.is_withdrawn:
        return True
    return customers.by_id(work, complaint.customer_id) is None


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    """Those that are open, with what can be done about them."""
    opened = [each for each in facts.of(Complaint) if each.is_open]
    return wording.on_card(opened, facts.touches, now, work.person.clock)


def offer(work: Work, now: datetime, touch: Touch) -> Iterable[Action]:
    """On the receipt of what sounds like one, and is not opened yet; the one that was put right
    lately may be what they speak of.
    """
    if not complains(touch) or rows.of_touch(work, touch):
        return
    if Sign.COMPLAINT in touch.signs:
        yield wording.offer(touch)
    there = numbers.of(work, FixNumbers)
    days = there.check_back_days + there.check_back_late_days
    lately = rows.resolved_since(work, now - timedelta(days=days))
    their = (each for each in lately if each.customer_id == touch.customer_id)
    yield from (wording.offer_again(each) for each in islice(their, MOST_AGAIN))


def in_digest(work: Work, now: datetime, reader: Teammate, asked: Asked) -> Sequence[Item]:
    opened = _open_in(work, reader, asked.scope)
    told = wording.in_digest(opened, now, reader.clock, asked)
    lately = _there(work, reader, asked.scope, rows.resolved_since(work, now - LATELY))
    named = people.named(work, [each.resolved_by_id for each, _ in lately])
    return (*told, *wording.put_right(lately[:PUT_RIGHT], named))


def opened(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    """The rows behind the digest's lines."""
    about = [
        lists.about(customer, wording.row(each, now, reader.clock))
        for each, customer in _open_in(work, reader, scope)
    ]
    return lists.listed(line("🔥 Open complaints"), about, page, noun="complaint")


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """Mine where I am no manager, unless it is said whose. Raises UnknownWords, ManagersOnly."""
    reader = allow(work, Permission.SEE)
    if reader.is_manager and not words:
        return turn(work, now, ALL)
    whose = readers.list_of(work, "complaints", words)
    return turn(work, now, whose.id if whose else ALL)


def turn(work: Work, now: datetime, whose: int, number: int = 0) -> Message:
    """A page of what is open, the oldest first. Raises ManagersOnly."""
    reader = allow(work, Permission.SEE)
    mate = teammates.by_id(work, whose) if whose else None
    if mate is None:
        readers.allow_others(work, "complaints")
    else:
        readers.allow_of(work, "complaints", mate)
    found = [
        (each, customer)
        for each, customer in _open_in(work, reader, "all")
        if whose in {ALL, customer.owner_id}
    ]
    if not found:
        return wording.NONE_OPEN
    about = [lists.about(them, wording.row(each, now, reader.clock)) for each, them in found]
    page = Page(ref=str(whose), number=min(number, lists.LAST_PAGE), action_id="complaint.turn")
    return lists.listed(line("🔥 Open complaints"), about, page, noun="complaint")


def _open_in(work: Work, reader: Teammate, scope: str) -> list[tuple[Complaint, Customer]]:
    return _there(work, reader, scope, rows.all_open(work))


def _there(
    work: Work, reader: Teammate, scope: str, every: Sequence[Complaint]
) -> list[tuple[Complaint, Customer]]:
    there = customers.by_ids(work, [each.customer_id for each in every])
    return [
        (each, there[each.customer_id])
        for each in every
        if each.customer_id in there
        and (scope == "all" or there[each.customer_id].owner_id == reader.id)
    ]


def show(work: Work, now: datetime, complaint_id: int) -> Message:
    """Its post as it stands, for one person alone. Raises Gone."""
    allow(work, Permission.SEE)
    told = say(work, now, complaint_id)
    if told is None:
        raise Gone
    return told
