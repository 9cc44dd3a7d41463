"""What waits for somebody, page by page."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from care import attention, calendars, scenes
from care.attention import Ranked
from care.heed import allow
from domain.calendar import ONE_DAY, Calendar, midnight
from domain.messages import Button, Message
from domain.teammates import Permission, Teammate
from domain.wording import due as wording
from domain.wording.lists import Page
from store import customers, neglect, workload
from store.work import Work

SOON = timedelta(days=7)
WHY = Button(action_id="due.why", ref="", label="Why this first?")


def mine(work: Work, now: datetime, number: int = 0) -> Message:
    """What was asked for by now and waits for me, the most pressing first, page by page."""
    page = Page(ref="", number=number, action_id="due.turn")
    return paged(work, now, allow(work, Permission.SEE), page)


def paged(work: Work, now: datetime, person: Teammate, page: Page) -> Message:
    total = _asked(work, now, person)
    page = page.within(total)
    told = _listed(work, now, person, page.most, page.first)
    why = (WHY,) if total > 1 and person.id == work.person.id else ()
    return replace(told, actions=(*page.turns(total), *why))


def listed(work: Work, now: datetime, person: Teammate, most: int) -> Message:
    """The `most` pressing in rank; the rest is counted."""
    return _listed(work, now, person, most)


def _listed(work: Work, now: datetime, person: Teammate, most: int, skipped: int = 0) -> Message:
    to_come = _to_come(work, now, person)
    asked = _count(work, now, person, now)
    every = (*attention.queue(work, now, now, [person.id]), *to_come)
    shown = [(it.nudge, scenes.mine(work, now, it.customer)) for it in every[skipped:most]]
    whose = "" if person.id == work.person.id else person.name
    return wording.waiting(
        shown,
        work.person.clock,
        total=asked + len(to_come),
        skipped=skipped,
        more=_more(work, now, person, asked, to_come),
        whose=whose,
    )


def _more(
    work: Work, now: datetime, person: Teammate, asked: int, to_come: Sequence[Ranked]
) -> wording.More:
    """What is asked for later, or not for now."""
    put_off = workload.put_off(work, now, person.id)

    def until(moment: datetime) -> int:
        back = sum(each <= moment for each in put_off)
        told = sum(each.nudge.ask_at <= moment for each in to_come)
        return _count(work, now, person, moment) - asked - back - told

    clock = work.person.clock
    tonight = midnight(now.astimezone(clock).date() + ONE_DAY, clock)
    return wording.More(
        upcoming=until(now + SOON),
        today=until(tonight),
        put_off=tuple(put_off),
        held=tuple(_held(work, now, person)),
    )


def _held(work: Work, now: datetime, person: Teammate) -> list[str]:
    """With whom we are late, though nothing is asked for just now."""
    late = [nudge for _, nudge in neglect.behind(work, now, person.id)]
    held = [each.customer_id for each in late if not each.is_waiting or each.ask_at > now]
    there = customers.by_ids(work, held) if held else {}
    return [there[each].name for each in dict.fromkeys(held) if each in there]


def _to_come(work: Work, now: datetime, person: Teammate) -> list[Ranked]:
    """A customer waits for an answer as soon as it is logged, whoever is asked for it later."""
    until = answers_until(now, calendars.presence_of(work, person))
    found = workload.answers_to_come(work, now, until, person.id)
    return sorted(attention.ranked(work, now, found), key=lambda it: it.nudge.ask_at)


def answers_until(now: datetime, theirs: Calendar) -> datetime:
    """The end of the day of work that this is, or that comes next."""
    return theirs.day_end(theirs.next_working(now))


def _asked(work: Work, now: datetime, person: Teammate) -> int:
    return _count(work, now, person, now) + len(_to_come(work, now, person))


def _count(work: Work, now: datetime, person: Teammate, until: datetime) -> int:
    shares = workload.tally(work, now, until)
    return sum(each.number for each in shares if each.whose == person.id)
