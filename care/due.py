"""What waits for somebody, and for everybody."""

from datetime import datetime, timedelta

from care.heed import allow
from domain.messages import Message
from domain.teammates import Teammate, Verb
from domain.wording import due as wording
from store import customers, waiting
from store.work import Work

SOON = timedelta(days=7)


def mine(work: Work, now: datetime) -> Message:
    """What was asked for by now and waits for me, the most pressing first."""
    return listed(work, now, allow(work, Verb.SEE), wording.LISTED)


def listed(work: Work, now: datetime, person: Teammate, most: int) -> Message:
    """The `most` pressing; the rest is counted."""
    first = waiting.pressing(work, now, person.id, most)
    there = customers.by_ids(work, [nudge.customer_id for nudge in first])
    shown = [(each, there[each.customer_id]) for each in first]
    total = _count(work, now, person, now)
    put_off = waiting.put_off(work, now, person.id)
    soon = now + SOON
    upcoming = _count(work, now, person, soon) - total - sum(back <= soon for back in put_off)
    more = wording.More(upcoming=upcoming, put_off=tuple(put_off))
    return wording.waiting(shown, now, person.clock, total=total, more=more)


def _count(work: Work, now: datetime, person: Teammate, until: datetime) -> int:
    shares = waiting.tally(work, now, until)
    return sum(each.number for each in shares if each.whose == person.id)
