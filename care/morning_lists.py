"""Each rep's morning: planned one ahead, chosen and said as of now, edited as it gets done."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from care import (
    calendars,
    channel_days,
    direct_messages,
    planning,
    selection,
)
from care.selection import Queue, Waiting
from domain import calendar
from domain.calendar import Calendar
from domain.posts import Post
from domain.teammates import Permission, Teammate, may
from store import customers, morning_lists, nudge_posts, nudges, places, posts, teammates
from store.morning_lists import AFTERNOON, KIND, MORNING
from store.work import Work

BEFORE_WORK = timedelta(minutes=15)


def plan_next(work: Work, now: datetime, mate: Teammate) -> None:
    """One row ahead; a date that had its list gets no second one. A manager's comes with their
    digest.
    """
    pending = morning_lists.pending(work, mate.id)
    if pending and (pending.due_at <= now or pending.failures):
        return
    is_read = mate.is_of_team and not mate.is_manager
    had = morning_lists.last_had(work, mate.id)
    next_ = _next_morning(now, calendars.presence_of(work, mate), had) if is_read else None
    if pending and next_ == (pending.due_at, pending.local_date):
        return
    if pending:
        morning_lists.remove(work, pending.id)
    if next_:
        due_at, day = next_
        morning_lists.plan(work, mate.id, day, MORNING, due_at)


def plan_all(work: Work, now: datetime) -> None:
    """Of everybody, after something changed for all."""
    for mate in teammates.everybody(work):
        plan_next(work, now, mate)


def _next_morning(now: datetime, theirs: Calendar, had: date | None) -> tuple[datetime, date]:
    day = theirs.day(now)
    while True:
        due_at = _comes_at(theirs, day)
        if theirs.is_working_day(day) and due_at > now and (had is None or day > had):
            return due_at, day
        day += calendar.ONE_DAY


def _comes_at(theirs: Calendar, day: date) -> datetime:
    begins = theirs.morning_of(calendar.midnight(day, theirs.zone)) - theirs.settling
    return begins - BEFORE_WORK


def send(work: Work, now: datetime, list_id: int) -> None:
    """The clock's: what is chosen as of now is wanted; a day that is over gets none."""
    row = morning_lists.lock(work, list_id)
    if row is None or row.due_at is None or row.due_at > now:
        return
    mate = teammates.by_id(work, row.teammate_id)
    if mate is None or not may(mate, Permission.SEE):
        morning_lists.remove(work, list_id)
        return
    morning_lists.note(work, list_id, None)
    theirs = calendars.presence_of(work, mate)
    if theirs.day(now) > row.local_date and row.part == MORNING and theirs.is_working(now):
        list_id = morning_lists.plan(work, mate.id, theirs.day(now), MORNING, None)
        row = morning_lists.by_id(work, list_id)
    if row and theirs.day(now) == row.local_date and now < theirs.day_end(now):
        morning_lists.let_go(work, mate.id, list_id)
        if fill(work, now, mate, list_id, row.part):
            direct_messages.tell(work, now, mate.id, KIND, list_id)
            stand(work, list_id, posts.of_subject(work, KIND, list_id))
    plan_next(work, now, mate)


def with_digest(work: Work, now: datetime, manager: Teammate, day: date, digest_id: int) -> None:
    """A manager who sells has both in one message: their list stands in the digest's post."""
    known = morning_lists.on(work, manager.id, day, MORNING)
    list_id = known.id if known else morning_lists.plan(work, manager.id, day, MORNING, None)
    morning_lists.note(work, list_id, None)
    if known is None or known.due_at:
        fill(work, now, manager, list_id, MORNING)
    stand(work, list_id, posts.of_subject(work, "digest", digest_id))


def stand(work: Work, list_id: int, there: Iterable[Post]) -> None:
    """Those posts say anew whatever becomes of its rows."""
    rows = morning_lists.rows(work, list_id)
    for post in there:
        for nudge_id, _, is_link in rows:
            if not is_link:
                nudge_posts.note(work, post.id, nudge_id)


@dataclass(frozen=True, kw_only=True)
class _Chosen:
    """`new` was never shown, `again` was; `links` stand elsewhere. `is_short` where the day's
    places were too few.
    """

    new: Sequence[Waiting]
    again: Sequence[Waiting]
    links: Sequence[int]
    is_short: bool

    @property
    def rows(self) -> Iterable[tuple[int, int, bool]]:
        for each in (*self.new, *self.again):
            for ranked in each.every:
                yield ranked.nudge.id, each.customer.id, False


def fill(work: Work, now: datetime, mate: Teammate, list_id: int, part: int) -> bool:
    """Chooses its rows; False where there is nothing but links."""
    theirs = calendars.presence_of(work, mate)
    chosen = _choose(work, now, mate, theirs, part)
    held = customers.lock_free(work, [each.customer.id for each in chosen.new])
    if chosen.new:
        planning.replan_all(work, now, held)
        chosen = _choose(work, now, mate, theirs, part)
    new = [each for each in chosen.new if each.customer.id in held]
    if part == MORNING and chosen.is_short:
        _plan_afternoon(work, now, mate, theirs)
    if not new and not chosen.again:
        return False
    rows = [row for row in chosen.rows if row[1] in held or row[1] not in _ids(chosen.new)]
    there = {nudge_id for nudge_id, _, _ in rows}
    linked = [nudge for nudge in nudges.by_ids(work, chosen.links) if nudge.id not in there]
    morning_lists.fill(
        work, list_id, [*rows, *((each.id, each.customer_id, True) for each in linked)]
    )
    moved = [ranked.nudge for each in chosen.again if each.posts for ranked in each.every]
    planning.show(work, *moved)
    for each in new:
        for ranked in each.every:
            nudges.note(work, ranked.nudge.id, sent_at=now)
            planning.refresh(work, ranked.nudge.id)
    return True


def _ids(waiting: Iterable[Waiting]) -> set[int]:
    return {each.customer.id for each in waiting}


def _choose(work: Work, now: datetime, mate: Teammate, theirs: Calendar, part: int) -> _Chosen:
    is_morning = part == MORNING
    until = max(now, theirs.morning_of(now)) if is_morning else now
    queue = selection.queues(work, now, until, [mate.id]).get(mate.id, Queue())
    place = places.for_teammates(work, {mate.id}).get(mate.id)
    asked = [each for each in queue.waiting if each.is_routine or place is None]
    day = selection.day(work, now, mate, theirs)
    most = day.places if is_morning else day.left
    picked = selection.pick(work, now, asked, most, theirs)
    there = channel_days.there(work, now, place, theirs.day(now), picked) if is_morning else []
    again = selection.again(work, now, asked, 1 + most - len(picked), theirs) if is_morning else []
    fresh = sum(each.is_fresh for each in asked)
    return _Chosen(
        new=[each for each in picked if each not in there],
        again=again,
        links=_links(queue, there) if place else (),
        is_short=is_morning and fresh > len(picked) and day.left > most,
    )


def _links(queue: Queue, there: Sequence[Waiting]) -> list[int]:
    """What stands in the channel and a customer waits for, and what comes there today."""
    steps = [each.nudge.id for each in queue.steps if each.nudge.sent_at]
    waits = [each.first.nudge.id for each in queue.waiting if each.posts and each.waits_for_us]
    return [*steps, *waits, *(each.first.nudge.id for each in there)]


def _plan_afternoon(work: Work, now: datetime, mate: Teammate, theirs: Calendar) -> None:
    """If nothing came meanwhile, the place that was kept goes to what waits."""
    today = theirs.day(now)
    due_at = calendar.moment(today, selection.AFTERNOON, theirs.zone)
    is_work = now < due_at < theirs.day_end(now) and theirs.is_working_day(today)
    if is_work and morning_lists.on(work, mate.id, today, AFTERNOON) is None:
        morning_lists.plan(work, mate.id, today, AFTERNOON, due_at)
