"""Reminders that are due, each with what decides whether and where it can be asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from care import calendars, people
from domain.calendar import Calendar
from domain.customers import Customer
from domain.nudges import Nudge, Urgency
from domain.posts import Post
from domain.teammates import Teammate
from store import nudge_posts, places
from store.work import Work


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A reminder that is due: of whom it is asked, their working time, where it belongs, and its
    posts so far.
    """

    nudge: Nudge
    customer: Customer
    mate: Teammate | None
    calendar: Calendar
    place: Row[Any] | None
    known: Sequence[Post]

    @property
    def breaks_through(self) -> bool:
        return self.nudge.urgency is Urgency.BREAKS_THROUGH

    @property
    def is_routine(self) -> bool:
        return self.nudge.urgency is Urgency.ROUTINE

    def day(self, now: datetime) -> date | None:
        """Whose budget it takes from: the channel's today."""
        if self.place is None or self.breaks_through:
            return None
        return now.astimezone(ZoneInfo(self.place.zone)).date()


def candidates(work: Work, due: Sequence[tuple[Nudge, Customer]]) -> Iterable[Candidate]:
    if not due:
        return
    asked = people.asked(work, due)
    theirs = places.for_teammates(work, {None, *(mate.id for mate in asked.values())})
    known = nudge_posts.of_many(work, [nudge.id for nudge, _ in due])
    for nudge, customer in due:
        mate = asked.get(nudge.id)
        yield Candidate(
            nudge=nudge,
            customer=customer,
            mate=mate,
            calendar=_calendar(work, nudge, mate),
            place=theirs.get(mate.id if mate else None),
            known=known.get(nudge.id, ()),
        )


def _calendar(work: Work, nudge: Nudge, mate: Teammate | None) -> Calendar:
    """What a customer waits for is asked in the channel, though nobody is there to stand in."""
    if nudge.urgency is Urgency.ROUTINE:
        return calendars.presence_of_owner(work, mate)
    return calendars.of_owner(work, mate)
