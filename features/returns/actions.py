"""What becomes of an answer that is late: everybody is asked, then the owner's managers."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from care import calendars, loading, managers, people, scenes, touches
from care import nudges as care_nudges
from care.heed import allow
from domain import phrases
from domain.customers import Customer
from domain.errors import Over
from domain.messages import Action, Message
from domain.nudges import Nudge, Status
from domain.teammates import Permission
from domain.touches import Touch
from features.returns import words as wording
from features.returns.play import PLAY
from features.returns.rules import NAME, opens
from features.returns.words import LATE, OPEN
from store import customers, nudge_posts, nudges, places, posts, teammates
from store.work import Work

GRACE = timedelta(minutes=15)
"""Whoever has only just been asked has so long before anybody else is."""


def when_late(work: Work, now: datetime, nudge: Nudge) -> datetime | None:
    """A line in its thread that asks everybody, in the owner's working time, and then a word to the
    managers of its owner, in theirs. Each once, and it never lapses.
    """
    customer = customers.by_id(work, nudge.customer_id)
    if customer is None:
        return None
    calendar = calendars.of(work, customer)
    asked = nudge.sent_at or nudge.ask_at
    due = [
        (calendar.next_working(max(at, asked + GRACE)), tell)
        for at, tell in ((nudge.late_at, _ask_everybody), (_managers_at(nudge), _tell_managers))
    ]
    again = [tell(work, now, nudge, customer) if at <= now else at for at, tell in due]
    return min(filter(None, again), default=None)


def _managers_at(nudge: Nudge) -> datetime:
    return phrases.moment(nudge.about.get("managers_at")) or nudge.late_at


def _ask_everybody(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> datetime | None:
    """Where nobody has taken it, or put it off; in private there is nobody else to ask."""
    is_held = nudge.status is not Status.SENT or nudge.snoozed_by_id
    if is_held or posts.of_subject(work, OPEN, nudge.id):
        return None
    calendar = calendars.of(work, customer)
    if not calendar.is_working(now):
        return calendar.next_working(now)
    for post in nudge_posts.of(work, nudge.id):
        there = work.at(post.installation_id)
        if post.message_id and places.by_place(there, post.address):
            about = {"customer_id": customer.id, "parent_id": post.parent_id or post.id}
            posts.want(there, OPEN, nudge.id, post.address, now, **about)
    return None


def _tell_managers(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> datetime | None:
    return managers.tell(work, now, customer, LATE, nudge.id)


def offer(work: Work, now: datetime, touch: Touch) -> Iterable[Action]:
    """On the receipt of what waits for an answer: whoever has answered already says so at once."""
    del work, now
    if opens(touch):
        yield wording.answered(touch)


def answered(work: Work, now: datetime, touch_id: int) -> Message:
    """Said on the receipt: the reminder is done before it is asked. Raises Gone, Over."""
    allow(work, Permission.ACT)
    loaded = loading.need(work, touches.need(work, touch_id).customer_id)
    waiting = next((each for each in loaded.waiting if each.play == NAME), None)
    if waiting is None:
        raise Over("That is answered already: nothing waits for you there.")
    return care_nudges.done(work, now, waiting.id)


def is_over(work: Work, nudge_id: int) -> bool:
    nudge = nudges.by_id(work, nudge_id)
    return nudge is None or not nudge.is_waiting


def say_open(work: Work, now: datetime, nudge_id: int) -> Message | None:
    found = _known(work, nudge_id)
    return wording.everybody(found[0], scenes.theirs(work, now, found[1])) if found else None


def say_late(work: Work, now: datetime, nudge_id: int) -> Message | None:
    found = _known(work, nudge_id)
    if found is None:
        return None
    nudge, customer = found
    taker = people.person(teammates.by_id(work, nudge.taken_by_id))
    scene = scenes.theirs(work, now, customer)
    return wording.managers(nudge, scene, people.whose(work, customer), taker)


def _known(work: Work, nudge_id: int) -> tuple[Nudge, Customer] | None:
    nudge = nudges.by_id(work, nudge_id)
    customer = customers.by_id(work, nudge.customer_id) if nudge else None
    return (nudge, customer) if nudge and customer and PLAY.knows(nudge) else None
