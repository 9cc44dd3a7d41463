"""What waits for somebody as it is typed for: for me; for a manager, for others and for all."""

from datetime import datetime

from care import calendars, due, listing, readers
from domain.messages import Message, line
from domain.wording import lists
from domain.wording.lists import Page
from store import teammates, workload
from store.work import Work

EVERYBODYS = 0
"""Instead of a teammate: what waits for anybody, or for nobody."""

TURN = "due.turn_others"


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """Raises ManagersOnly, and UnknownWords where they name nobody."""
    whose = readers.list_of(work, "due", words)
    if whose is None:
        return others(work, now, EVERYBODYS)
    return due.mine(work, now) if whose.id == work.person.id else others(work, now, whose.id)


def others(work: Work, now: datetime, whose: int, number: int = 0) -> Message:
    """One teammate's, or EVERYBODYS; raises ManagersOnly, TheirsOnly."""
    mate = teammates.by_id(work, whose)
    page = Page(ref=str(whose), number=number, action_id=TURN)
    if mate is None:
        readers.allow_others(work, "due")
        return _everybodys(work, now, page)
    readers.allow_of(work, "due", mate)
    return due.paged(work, now, mate, page)


def _everybodys(work: Work, now: datetime, page: Page) -> Message:
    until = due.answers_until(now, calendars.mine(work))
    to_come = workload.answers_to_come(work, now, until, None)
    total = sum(each.number for each in workload.tally(work, now, now)) + len(to_come)
    page = page.within(total)
    first = [*workload.pressing_of_all(work, now, page.most), *to_come][: page.most]
    told = listing.reminders(work, now, work.person, first)
    if not told:
        return Message(id="customers", headline=line("🌿 Nothing waits for anybody."))
    return lists.listed(line("📌 What waits for everybody"), told, page, total, "reminder")
