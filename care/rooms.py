"""What the day still holds: of each person's budget, and of the channel that they share."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Protocol

from sqlalchemy import Row

from care import channel_days, numbers, selection
from care.registry import registry
from care.selection import Queue
from domain import attention as rules
from domain.attention_numbers import AttentionNumbers, Place
from domain.calendar import Calendar
from domain.customers import Customer
from domain.nudges import Nudge
from domain.teammates import Teammate
from store import places
from store.work import Work


class Asked(Protocol):
    """A reminder that is due: of whom it is asked, their working time, and where it belongs."""

    @property
    def nudge(self) -> Nudge: ...
    @property
    def customer(self) -> Customer: ...
    @property
    def mate(self) -> Teammate | None: ...
    @property
    def calendar(self) -> Calendar: ...
    @property
    def place(self) -> Row[Any] | None: ...
    @property
    def is_routine(self) -> bool: ...


class Room:
    """Decided for all of a batch at once; what can't wait goes whatever the day holds."""

    def __init__(self, work: Work, now: datetime, every: Sequence[Asked]) -> None:
        self._work, self._now = work, now
        self._where = numbers.of(work, AttentionNumbers).place
        routine = [it for it in every if it.is_routine and it.place and not it.nudge.subject]
        places.lock(work, {each.place.id for each in routine if each.place})
        self._picked = self._pick(routine) if routine else set()
        self._shares: dict[tuple[int, date], frozenset[int] | None] = {}

    def take(self, asked: Asked) -> bool:
        """Whether it is asked in its channel now."""
        if asked.place is None or not asked.is_routine or asked.nudge.subject:
            return asked.place is not None  # a subject's steps stand in its thread
        if self._where is Place.PRIVATE:
            return False
        need = registry(self._work).plays.need(asked.nudge)
        if self._where is Place.CHANNEL or rules.waits_for_us(asked.nudge, need):
            return asked.customer.id in self._picked
        share = self._share(asked.place, asked.calendar.day(self._now))
        if share is None:
            return asked.customer.id in self._picked
        return asked.nudge.id in share

    def _share(self, place: Row[Any], day: date) -> frozenset[int] | None:
        key = (place.id, day)
        if key not in self._shares:
            self._shares[key] = channel_days.share(self._work, self._now, place, day)
        return self._shares[key]

    def _pick(self, routine: Sequence[Asked]) -> set[int]:
        """The customers of whom somebody is reminded today."""
        theirs = {each.mate.id if each.mate else None: each for each in routine}
        queues = selection.queues(self._work, self._now, self._now, theirs.keys())
        picked: set[int] = set()
        for id_, each in theirs.items():
            picked |= self._picked_of(queues.get(id_, Queue()), each.mate, each.calendar)
        return picked

    def _picked_of(self, queue: Queue, owner: Teammate | None, theirs: Calendar) -> set[int]:
        """What came during the day may have the place that was kept for it."""
        day = selection.day(self._work, self._now, owner, theirs)
        waiting = [each for each in queue.waiting if each.is_routine]
        picked = selection.pick(self._work, self._now, waiting, day.places, theirs)
        morning = theirs.morning_of(self._now)
        came = [
            each
            for each in waiting
            if each not in picked and all(it.nudge.ask_at > morning for it in each.every)
        ]
        picked += selection.pick(self._work, self._now, came, day.left - len(picked), theirs)
        return {each.customer.id for each in picked}
