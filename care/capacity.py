"""Capacity is said aloud: in the list of the team, and once a month in the digest."""

from collections.abc import Sequence
from datetime import datetime

from care import budgets, calendars, numbers
from domain import capacity
from domain.capacity import Overload
from domain.coverage import CareNumbers
from domain.messages import Item, Message, items, line
from domain.teammates import Teammate
from domain.wording import capacity as wording
from domain.wording.digests import Asked
from domain.wording.lists import Page
from store import capacity as store_capacity
from store import reporting, teammates
from store.work import Work

SECTION = "capacity"


def overloads(work: Work) -> list[tuple[Teammate, Overload]]:
    """Who has more customers than their days hold."""
    counted = store_capacity.by_owner(work)
    care = numbers.of(work, CareNumbers)
    found = (
        (mate, capacity.overload(counted.get(mate.id, {}), budgets.of(work, mate), care))
        for mate in teammates.everybody(work)
        if mate.is_of_team
    )
    every = [(mate, each) for mate, each in found if each]
    return sorted(every, key=lambda pair: pair[1].has / pair[1].need)


def _seen(work: Work, reader: Teammate) -> list[tuple[Teammate, Overload]]:
    reports = reporting.lines(work)
    return [it for it in overloads(work) if reports.may_read(reader.id, it[0].id)]


def in_digest(work: Work, now: datetime, reader: Teammate, asked: Asked) -> Sequence[Item]:
    """On the first working day of a month."""
    theirs = calendars.of_teammate(work, reader)
    today = theirs.day(now)
    if theirs.last_working_day_before(today).month == today.month or asked.scope != "all":
        return ()
    return wording.in_digest(_seen(work, reader), asked.most, today)


def opened(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    del now, page
    every = [it for it in _seen(work, reader) if scope == "all" or it[0].id == reader.id]
    told = items(*(wording.told(mate, each) for mate, each in every))
    return Message(id="customers", headline=line("⚖️ More customers than days"), items=told)
