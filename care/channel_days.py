"""Which routine reminders a channel gets on a day: all while they are few, else the first in rank
of everybody's, and no more of anybody's than their share.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from care import calendars, numbers, selection
from care.selection import Queue, Waiting
from domain import calendar, days
from domain.attention_numbers import AttentionNumbers, Place
from domain.days import Chosen, Day
from domain.pacing import PaceNumbers
from domain.precedence import Need
from domain.teammates import Teammate
from store import morning_lists, places, posts, teammates, workload
from store.work import Work


def there(
    work: Work, now: datetime, place: Row[Any] | None, day: date, picked: Sequence[Waiting]
) -> list[Waiting]:
    """Which of somebody's are asked in the channel; the others stand in their list."""
    chosen = numbers.of(work, AttentionNumbers).place
    if place is None or chosen is Place.PRIVATE:
        return []
    if chosen is Place.CHANNEL or not picked:
        return list(picked)
    theirs = share(work, now, place, day)
    return [each for each in picked if is_there(each, theirs)]


def is_there(waiting: Waiting, theirs: frozenset[int] | None) -> bool:
    """What a customer waits for always is."""
    if theirs is None or waiting.waits_for_us:
        return True
    return any(each.nudge.id in theirs for each in waiting.every)


def share(work: Work, now: datetime, place: Row[Any], day: date) -> frozenset[int] | None:
    """The nudges that are asked there on that day of their owners'; None: all of them."""
    known = morning_lists.channel_day(work, place.id, day)
    if known is not None:
        return known
    until = calendar.midnight(day + calendar.ONE_DAY, ZoneInfo(place.zone))
    mates = _mates(work, place)
    most_of = {id_: _places(work, mate) for id_, mate in mates.items()}
    planned = workload.routine_planned(work, until)
    most = numbers.of(work, PaceNumbers).posts_a_day
    total = sum(min(planned.get(id_, 0), number) for id_, number in most_of.items())
    if total + _posted(work, now, place) <= most:
        return None
    nudges = _chosen(work, now, until, mates, most)
    morning_lists.keep_channel_day(work, place.id, day, nudges)
    return frozenset(nudges)


def _chosen(
    work: Work,
    now: datetime,
    until: datetime,
    mates: Mapping[int | None, Teammate | None],
    most: int,
) -> set[int]:
    queues = selection.queues(work, now, until, mates.keys())
    picked = {
        each.customer.id: (whose, each)
        for whose, queue in queues.items()
        for each in _picked(work, now, queue, mates[whose])
    }
    routine = [
        Chosen(
            id=id_,
            owner_id=whose,
            need=each.first.need,
            rank=max(it.rank.value for it in each.every),
        )
        for id_, (whose, each) in picked.items()
        if each.first.need is not Need.PRAISE
    ]
    first = days.in_channel(routine, most)
    return {it.nudge.id for id_ in first for it in picked[id_][1].every}


def _picked(work: Work, now: datetime, queue: Queue, mate: Teammate | None) -> Sequence[Waiting]:
    theirs = calendars.of_owner(work, mate)
    return selection.pick(work, now, queue.waiting, _places(work, mate), theirs)


def _places(work: Work, mate: Teammate | None) -> int:
    """How many of theirs a morning holds."""
    return Day(budget=selection.budget(work, mate), came=0).places


def _mates(work: Work, place: Row[Any]) -> dict[int | None, Teammate | None]:
    """Whoever sees a reminder there first."""
    mates: dict[int | None, Teammate | None] = {
        mate.id: mate for mate in teammates.everybody(work) if mate.is_of_team
    }
    seats = places.for_teammates(work, [*mates, None])
    return {id_: mates.get(id_) for id_, seat in seats.items() if seat.id == place.id}


def _posted(work: Work, now: datetime, place: Row[Any]) -> int:
    """What came there today that could have waited."""
    today = now.astimezone(ZoneInfo(place.zone)).date()
    return posts.counted(work, [place.place], [today])[(place.place, today, True)]
