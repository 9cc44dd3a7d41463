"""What the clock does: it looks at what is due, one reminder at a time, and decides as of now."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from care import actions, calendars, direct_messages, numbers, people, planning
from care.planning import Cause
from care.registry import registry
from domain.calendar import Calendar
from domain.customers import Customer
from domain.nudges import Nudge, Status, Urgency
from domain.pacing import PaceNumbers
from domain.subjects import Subject
from store import actions as store_actions
from store import (
    alarms,
    customers,
    dead_letters,
    digests,
    inbox,
    nudge_posts,
    nudges,
    places,
    posts,
    refusals,
    replannings,
    replies,
)
from store.work import Work

SEEN_FOR = timedelta(days=7)
"""How long inbound events are remembered; platforms retry for minutes."""

DEAD_LETTERS_FOR = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class Due:
    """Pairs of workspace and row that the clock has to look at."""

    nudges: tuple[tuple[int, int], ...]
    digests: tuple[tuple[int, int], ...]
    replannings: tuple[tuple[int, int], ...]
    alarms: tuple[tuple[int, int], ...]

    def __bool__(self) -> bool:
        return bool(self.nudges or self.digests or self.replannings or self.alarms)


def due(work: Work, now: datetime, most: int) -> Due:
    return Due(
        nudges=tuple(nudges.due(work, now, most)),
        digests=tuple(digests.due(work, now, most)),
        replannings=tuple(replannings.pending(work, most)),
        alarms=tuple(alarms.due(work, now, most)),
    )


def next_alarm(work: Work, now: datetime) -> datetime | None:
    """The earliest moment at which something will be due."""
    del now
    moments = (nudges.next_due(work), digests.next_due(work), alarms.next_due(work))
    return min((moment for moment in moments if moment), default=None)


def forget(work: Work, now: datetime) -> int:
    """What has been kept for long enough; how many events that were seen."""
    dead_letters.forget_old(work, now - DEAD_LETTERS_FOR)
    replies.forget(work, now - SEEN_FOR)
    return inbox.forget_seen(work, now - SEEN_FOR)


def look(work: Work, now: datetime, nudge_id: int) -> None:
    """Is it still called for? Then asks it, brings it back, escalates it, or lets it lapse."""
    nudge = nudges.by_id(work, nudge_id)
    customer = customers.lock(work, nudge.customer_id, wait=False) if nudge else None
    if nudge is None or customer is None:
        return
    planning.replan(work, now, customer.id)
    if nudge.failures:
        nudges.note(work, nudge.id, failures=0)
    nudge = nudges.by_id(work, nudge_id)
    if nudge is None or nudge.due_at is None or nudge.due_at > now:
        return
    match nudge.status:
        case Status.PLANNED:
            _ask(work, now, nudge, customer)
        case Status.SNOOZED:
            _bring_back(work, now, nudge)
        case Status.SENT | Status.TAKEN if nudge.subject:
            _escalate(work, now, nudge, nudge.subject)
        case Status.SENT | Status.TAKEN:
            _lapse(work, now, nudge)
        case _:
            nudges.note(work, nudge.id, due_at=None)


def _ask(work: Work, now: datetime, nudge: Nudge, customer: Customer) -> None:
    calendar = calendars.of(work, customer)
    breaks_through = nudge.urgency is Urgency.BREAKS_THROUGH
    if not (breaks_through or calendar.is_working(now)):
        _hold_back(work, nudge, _next_chance(nudge, now, calendar))
        return
    owner = people.owner(work, customer)
    place = places.for_teammate(work, owner.id if owner else None)
    if nudge.subject and place is None:
        _ask_nowhere(work, now, nudge, nudge.subject, calendar.next_morning(now))
        return
    if place and _is_asked_in_private(work, now, nudge, customer, place.place):
        return
    day = now.astimezone(ZoneInfo(place.zone)).date() if place else None
    if place is None or not (breaks_through or _has_room(work, nudge, place.id, place.place, day)):
        _hold_back(work, nudge, calendar.next_morning(now))
        return
    there = work.at(place.installation_id)
    nudge_posts.want(
        there,
        nudge.id,
        place.place,
        now,
        customer_id=customer.id,
        parent_id=_root(there, now, nudge, place.place),
        day=None if breaks_through else day,
        can_wait=nudge.urgency is Urgency.ROUTINE,
    )
    nudges.note(work, nudge.id, sent_at=now)
    planning.refresh(work, nudge.id)


def _is_asked_in_private(
    work: Work, now: datetime, nudge: Nudge, customer: Customer, address: str
) -> bool:
    """What the channel has refused for good is asked elsewhere; when nobody is left, it all begins
    anew.
    """
    known = nudge_posts.of(work, nudge.id)
    if not any(post.is_refused and post.address == address for post in known):
        return False
    way = direct_messages.elsewhere(work, customer, known)
    if way is None:
        for post in known:
            refusals.forget(work, post)
        return False
    installation_id, user_id = way
    nudge_posts.want(work.at(installation_id), nudge.id, user_id, now, customer_id=customer.id)
    nudges.note(work, nudge.id, sent_at=now)
    planning.refresh(work, nudge.id)
    return True


def _ask_nowhere(
    work: Work, now: datetime, nudge: Nudge, subject: Subject, morning: datetime
) -> None:
    """A subject's step that no channel can be asked for may still be late."""
    if nudge.late_at > now:
        _hold_back(work, nudge, min(morning, nudge.late_at))
        return
    _tell_late(work, now, nudge, subject)
    _hold_back(work, nudge, morning)


def _next_chance(nudge: Nudge, now: datetime, calendar: Calendar) -> datetime:
    """What can wait comes with the morning's reminders; what can't, when work begins."""
    is_routine = nudge.urgency is Urgency.ROUTINE
    return calendar.morning(now) if is_routine else calendar.next_working(now)


def _has_room(work: Work, nudge: Nudge, place_id: int, address: str, day: date | None) -> bool:
    """Whether the channel's day holds one more; counted alone, so that two never take the last."""
    places.lock(work, place_id)
    posted, routine = posts.counted(work, address, day) if day else (0, 0)
    pace = numbers.of(work, PaceNumbers)
    if posted >= pace.posts_a_day:
        return False
    return nudge.urgency is not Urgency.ROUTINE or routine < pace.routine_posts_a_day


def _hold_back(work: Work, nudge: Nudge, until: datetime) -> None:
    """It waits in `due` lists meanwhile: what it asks for is asked for, only not in the channel."""
    nudges.note(work, nudge.id, due_at=until)


def _root(work: Work, now: datetime, nudge: Nudge, address: str) -> int | None:
    """The subject's own post in that place, in whose thread its steps are asked for."""
    if nudge.subject is None:
        return None
    kind, id_ = nudge.subject
    return posts.want(work, kind, id_, address, now, customer_id=nudge.customer_id)


def _bring_back(work: Work, now: datetime, nudge: Nudge) -> None:
    """What was put off is shown as open again, and whoever put it off is told in its thread."""
    nudges.note(work, nudge.id, snoozed_until=None, due_at=now)
    planning.refresh(work, nudge.id)
    put_off = store_actions.last_on_nudge(work, nudge.snoozed_by_id or 0, nudge, "later")
    for post in nudge_posts.of(work, nudge.id):
        if put_off and post.message_id:
            parent, there = post.parent_id or post.id, work.at(post.installation_id)
            about = {"customer_id": nudge.customer_id, "parent_id": parent}
            posts.want(there, "back", put_off.id, post.address, now, **about)


def _escalate(work: Work, now: datetime, nudge: Nudge, subject: Subject) -> None:
    _tell_late(work, now, nudge, subject)
    nudges.note(work, nudge.id, due_at=None)


def _tell_late(work: Work, now: datetime, nudge: Nudge, subject: Subject) -> None:
    """A kind of an earlier version tells nobody."""
    if kind := registry(work).subjects.get(subject.kind):
        kind.when_late(work, now, nudge)


def _lapse(work: Work, now: datetime, nudge: Nudge) -> None:
    """Nobody got to it in two weeks: it rests, and the next one counts from now."""
    nudges.change(work, nudge.id, dismissed_as=Status.LAPSED, dismissed_at=now)
    planning.refresh(work, nudge.id)
    cause = Cause(nudge_id=nudge.id, why="nobody acted")
    actions.record(work, now, "lapse", nudge.customer_id, cause)
