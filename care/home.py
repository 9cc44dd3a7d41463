"""Home, as one teammate sees it."""

from datetime import datetime

from care import digests, due
from care.heed import allow
from care.registry import registry
from domain import calendar
from domain.teammates import Permission, Teammate
from domain.wording.home import Home, Page
from store import actions, customers, posts, touches
from store.work import Work

PAGE = 10
"""Customers on one page: more are not looked through, but searched."""

TYPED = 5
"""The same where Home comes as a message among others."""


def show(work: Work, now: datetime, page: int) -> Home:
    """`page` of my customers counts from 0; beyond the last it is the last."""
    return _home(work, now, page, PAGE)


def typed(work: Work, now: datetime, page: int = 0) -> Home:
    return _home(work, now, page, TYPED)


def revision(work: Work, now: datetime) -> int:
    """Another one as soon as anything has happened that Home may show."""
    del now
    return actions.newest(work) + posts.newest(work)


def _home(work: Work, now: datetime, page: int, size: int) -> Home:
    person = allow(work, Permission.SEE)
    is_manager = person.is_manager
    return Home(
        name=person.name.split(" ")[0],
        now=now,
        zone=person.clock,
        due=due.listed(work, now, person, size),
        mine=_mine(work, person, page, size),
        week=touches.kinds_of(work, person.id, monday(now, person), now),
        team=digests.gather(work, now, person, "all") if is_manager else None,
        nobodys=customers.nobodys(work, 1)[0] if is_manager else 0,
        welcome=tuple(each for feature in registry(work).features for each in feature.welcome),
    )


def _mine(work: Work, person: Teammate, page: int, size: int) -> Page:
    total = customers.how_many_owned(work, person.id)
    number = max(0, min(page, (total - 1) // size))
    shown = customers.owned_by(work, person.id, size, number * size)
    return Page(customers=shown, number=number, size=size, total=total)


def monday(now: datetime, person: Teammate) -> datetime:
    """Midnight before this week's first day, on this person's clock."""
    today = now.astimezone(person.clock).date()
    return calendar.midnight(calendar.monday_of(today), person.clock)
