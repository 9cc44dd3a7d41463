"""What waits for somebody, and for everybody."""

from dataclasses import replace
from datetime import datetime, timedelta

from care.heed import allow
from domain.messages import Message
from domain.teammates import Teammate, Verb
from domain.wording import due as wording
from domain.wording.lists import Page
from store import customers, waiting
from store.work import Work

SOON = timedelta(days=7)


def mine(work: Work, now: datetime, number: int = 0) -> Message:
    """What was asked for by now and waits for me, the most pressing first, page by page."""
    person = allow(work, Verb.SEE)
    total = _count(work, now, person, now)
    page = Page(ref="", number=number, verb="due.turn").within(total)
    told = listed(work, now, person, page.most, page.first)
    return replace(told, actions=tuple(page.turns(total)))


def listed(work: Work, now: datetime, person: Teammate, most: int, but: int = 0) -> Message:
    """The `most` pressing, `but` so many of them; the rest is counted."""
    first = waiting.pressing(work, now, person.id, most)[but:]
    there = customers.by_ids(work, [nudge.customer_id for nudge in first])
    shown = [(each, there[each.customer_id]) for each in first]
    total = _count(work, now, person, now)
    put_off = waiting.put_off(work, now, person.id)
    soon = now + SOON
    upcoming = _count(work, now, person, soon) - total - sum(back <= soon for back in put_off)
    more = wording.More(upcoming=upcoming, put_off=tuple(put_off))
    return wording.waiting(shown, now, person.clock, total=total, but=but, more=more)


def _count(work: Work, now: datetime, person: Teammate, until: datetime) -> int:
    shares = waiting.tally(work, now, until)
    return sum(each.number for each in shares if each.whose == person.id)
