"""What waits for somebody, and for everybody."""

from datetime import datetime, timedelta

from care.heed import allow
from domain.messages import Message
from domain.nudges import Nudge, Status
from domain.teammates import Teammate, Verb
from domain.wording import due as wording
from store import customers, nudges
from store.work import Work

SOON = timedelta(days=7)


def mine(work: Work, now: datetime) -> Message:
    """What was asked for by now and waits for me, the most pressing first."""
    return listed(work, now, allow(work, Verb.SEE), wording.LISTED)


def listed(work: Work, now: datetime, person: Teammate, most: int) -> Message:
    week = nudges.for_teammate(work, person.id, now + SOON)
    waiting = sorted((each for each in week if each.ask_at <= now), key=pressing)
    there = customers.by_ids(work, [nudge.customer_id for nudge in waiting])
    shown = [(each, there[each.customer_id]) for each in waiting if each.customer_id in there]
    return wording.waiting(shown, now, person.clock, most=most, upcoming=len(week) - len(waiting))


def pressing(nudge: Nudge) -> tuple[bool, bool, datetime]:
    """Complaints before all else, what was put off after all else, then by what was promised."""
    return (nudge.status is Status.SNOOZED, nudge.complaint_id is None, nudge.late_at)
