"""What of all that waits for a person they are asked today: a customer at a time, by rank, as much
as their budget holds.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time

from care import attention, budgets, numbers
from care.attention import MOST, Ranked
from domain import attention as rules
from domain import calendar as calendars
from domain import days
from domain.attention_numbers import AttentionNumbers
from domain.calendar import Calendar
from domain.customers import Customer
from domain.days import Candidate, Day
from domain.nudges import Status, Urgency
from domain.posts import Post
from domain.teammates import Teammate
from store import morning_lists, nudge_posts, workload
from store.morning_lists import KIND, Shown
from store.work import Work

ASKED = (Status.PLANNED, Status.SENT)
"""What somebody has taken or put off is theirs for now, and asks for nobody's attention."""

PRIVATE = frozenset({KIND, "digest"})
"""Posts that are lists: what stands in another stands in a channel, or by itself."""

AFTERNOON = time(14)
"""When the place that was kept for what comes during the day is given to what waits."""


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """What waits for one customer, the nudge that speaks first; the posts where any of it stands
    besides lists, and on how many lists it stood.
    """

    every: Sequence[Ranked]
    posts: Sequence[Post] = ()
    lists: Shown | None = None

    @property
    def first(self) -> Ranked:
        return self.every[0]

    @property
    def customer(self) -> Customer:
        return self.first.customer

    @property
    def since(self) -> datetime:
        return min(each.nudge.ask_at for each in self.every)

    @property
    def is_fresh(self) -> bool:
        """Nobody has seen any of it yet."""
        return all(each.nudge.sent_at is None for each in self.every)

    @property
    def is_routine(self) -> bool:
        return all(each.nudge.urgency is Urgency.ROUTINE for each in self.every)

    def is_late(self, now: datetime) -> bool:
        return any(each.nudge.is_late(now) for each in self.every)

    @property
    def waits_for_us(self) -> bool:
        """Whether the customer does."""
        return any(rules.waits_for_us(each.nudge, each.need) for each in self.every)

    def candidate(self, now: datetime, rests_until: datetime | None = None) -> Candidate:
        return Candidate(
            id=self.customer.id,
            rank=max(each.rank.value for each in self.every),
            since=self.since,
            is_red=any(rules.red_at(each.nudge, each.need) <= now for each in self.every),
            shown=0 if self.is_fresh else 1 + (self.lists.number if self.lists else 0),
            rests_until=rests_until,
            can_wait=all(each.rank.can_wait for each in self.every),
        )


@dataclass(frozen=True, kw_only=True)
class Queue:
    """What waits for one person; `steps` are those of subjects, which stand in their threads."""

    waiting: tuple[Waiting, ...] = ()
    steps: tuple[Ranked, ...] = ()


@dataclass
class _Sorted:
    waiting: dict[int, list[Ranked]] = field(default_factory=lambda: defaultdict(list))
    steps: list[Ranked] = field(default_factory=list)


def queues(
    work: Work, now: datetime, until: datetime, whose: Collection[int | None]
) -> dict[int | None, Queue]:
    """Of each of them (None: nobody) what was asked for by then."""
    mates = [each for each in whose if each]
    found = workload.of_teammates(work, until, mates, MOST) if mates else []
    found += workload.of_nobody(work, until, MOST) if None in whose else []
    sorted_: dict[int | None, _Sorted] = defaultdict(_Sorted)
    for each in attention.ranked(work, now, found):
        theirs = sorted_[each.whose]
        if each.nudge.subject:
            theirs.steps.append(each)
        elif each.nudge.status in ASKED:
            theirs.waiting[each.customer.id].append(each)
    asked = [
        each.nudge.id
        for it in sorted_.values()
        for every in it.waiting.values()
        for each in every
        if each.nudge.sent_at
    ]
    posts, lists = nudge_posts.of_many(work, asked), morning_lists.shown(work, asked)
    return {
        id_: Queue(
            waiting=tuple(_waiting(every, posts, lists) for every in it.waiting.values()),
            steps=tuple(it.steps),
        )
        for id_, it in sorted_.items()
    }


def _waiting(
    every: Sequence[Ranked], posts: Mapping[int, Sequence[Post]], lists: Mapping[int, Shown]
) -> Waiting:
    ids = [each.nudge.id for each in every]
    stood = [lists[each] for each in ids if each in lists]
    return Waiting(
        every=sorted(every, key=lambda it: (it.need, it.nudge.late_at, it.nudge.id)),
        posts=[
            post
            for each in ids
            for post in posts.get(each, ())
            if post.is_live and post.kind not in PRIVATE
        ],
        lists=max(stood, key=lambda it: it.number) if stood else None,
    )


def day(work: Work, now: datetime, mate: Teammate | None, theirs: Calendar) -> Day:
    """What is left of theirs."""
    today = theirs.day(now)
    since = calendars.midnight(today, theirs.zone)
    return Day(
        budget=budget(work, mate),
        came=workload.came(work, since, mate.id) if mate else 0,
        is_afternoon=now >= calendars.moment(today, AFTERNOON, theirs.zone),
    )


def budget(work: Work, mate: Teammate | None) -> int:
    if mate is None:
        return numbers.of(work, AttentionNumbers).reminders_a_day
    return budgets.of(work, mate)


def pick(
    work: Work, now: datetime, waiting: Sequence[Waiting], places: int, theirs: Calendar
) -> list[Waiting]:
    """Of those whom nobody has seen yet, as many as there are places."""
    there = {each.customer.id: each for each in waiting if each.is_fresh or _may_return(each)}
    queue = [each.candidate(now, _rests(work, now, each, theirs)) for each in there.values()]
    return [there[each.id] for each in days.choose_new(queue, places, now)]


def again(
    work: Work, now: datetime, waiting: Sequence[Waiting], places: int, theirs: Calendar
) -> list[Waiting]:
    """Of those who stood on lists, or in a channel, without those that rest."""
    there = {each.customer.id: each for each in waiting if _may_return(each)}
    queue = [each.candidate(now, _rests(work, now, each, theirs)) for each in there.values()]
    return [there[each.id] for each in days.choose_shown(queue, places, now)]


def _may_return(waiting: Waiting) -> bool:
    """What a customer waits for stays in the channel."""
    is_there = bool(waiting.posts) and (waiting.waits_for_us or not waiting.is_routine)
    return not (waiting.is_fresh or is_there)


def _rests(work: Work, now: datetime, waiting: Waiting, theirs: Calendar) -> datetime | None:
    """After each so many lists on which it was passed over; in a channel, until it is late."""
    chosen, lists = numbers.of(work, AttentionNumbers), waiting.lists
    if lists:
        passed, last = lists.number % chosen.untouched_lists == 0, lists.last
    else:
        sent = [each.nudge.sent_at for each in waiting.every if each.nudge.sent_at]
        passed = not waiting.is_late(now)
        last = theirs.day(max([waiting.since, *sent]))
    noon = calendars.moment(last, time(12), theirs.zone)
    rested = theirs.days_later(noon, chosen.rest_days + 1)
    return calendars.midnight(theirs.day(rested), theirs.zone) if passed else None
