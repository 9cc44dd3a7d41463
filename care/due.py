"""What waits for somebody, page by page."""

from dataclasses import replace
from datetime import datetime, timedelta

from care import attention, scenes
from care.heed import allow
from domain.messages import Button, Message
from domain.teammates import Permission, Teammate
from domain.wording import due as wording
from domain.wording.lists import Page
from store import workload
from store.work import Work

SOON = timedelta(days=7)
WHY = Button(action_id="due.why", ref="", label="Why this first?")


def mine(work: Work, now: datetime, number: int = 0) -> Message:
    """What was asked for by now and waits for me, the most pressing first, page by page."""
    page = Page(ref="", number=number, action_id="due.turn")
    return paged(work, now, allow(work, Permission.SEE), page)


def paged(work: Work, now: datetime, person: Teammate, page: Page) -> Message:
    total = _count(work, now, person, now)
    page = page.within(total)
    told = _listed(work, now, person, total, page.most, page.first)
    why = (WHY,) if total > 1 and person.id == work.person.id else ()
    return replace(told, actions=(*page.turns(total), *why))


def listed(work: Work, now: datetime, person: Teammate, most: int) -> Message:
    """The `most` pressing in rank; the rest is counted."""
    return _listed(work, now, person, _count(work, now, person, now), most)


def _listed(
    work: Work, now: datetime, person: Teammate, total: int, most: int, skipped: int = 0
) -> Message:
    first = attention.queue(work, now, now, [person.id])[skipped:most]
    shown = [(each.nudge, scenes.mine(work, now, each.customer)) for each in first]
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
