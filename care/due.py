"""What waits for somebody, page by page."""

from dataclasses import replace
from datetime import datetime, timedelta

from care import scenes
from care.heed import allow
from domain.messages import Message
from domain.teammates import Permission, Teammate
from domain.wording import due as wording
from domain.wording.lists import Page
from store import customers, workload
from store.work import Work

SOON = timedelta(days=7)


def mine(work: Work, now: datetime, number: int = 0) -> Message:
    """What was asked for by now and waits for me, the most pressing first, page by page."""
    page = Page(ref="", number=number, action_id="due.turn")
    return paged(work, now, allow(work, Permission.SEE), page)


def paged(work: Work, now: datetime, person: Teammate, page: Page) -> Message:
    total = _count(work, now, person, now)
    page = page.within(total)
    told = _listed(work, now, person, total, page.most, page.first)
    return replace(told, actions=tuple(page.turns(total)))


def listed(work: Work, now: datetime, person: Teammate, most: int) -> Message:
    """The `most` pressing; the rest is counted."""
    return _listed(work, now, person, _count(work, now, person, now), most)


def _listed(
    work: Work, now: datetime, person: Teammate, total: int, most: int, skipped: int = 0
) -> Message:
    first = workload.pressing(work, now, person.id, most)[skipped:]
    there = customers.by_ids(work, [nudge.customer_id for nudge in first])
    shown = [(each, scenes.mine(work, now, there[each.customer_id])) for each in first]
    put_off = workload.put_off(work, now, person.id)
    soon = now + SOON
    upcoming = _count(work, now, person, soon) - total - sum(back <= soon for back in put_off)
    more = wording.More(upcoming=upcoming, put_off=tuple(put_off))
    whose = "" if person.id == work.person.id else person.name
    return wording.waiting(
        shown, work.person.clock, total=total, skipped=skipped, more=more, whose=whose
    )


def _count(work: Work, now: datetime, person: Teammate, until: datetime) -> int:
    shares = workload.tally(work, now, until)
    return sum(each.number for each in shares if each.whose == person.id)
