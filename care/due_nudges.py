"""What the clock does: it looks at what is due, by the dozen, and decides as of now."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from care import actions, asking, batches, calendars, planning, plans, retries
from care.plans import Cause
from care.registry import registry
from domain.customers import Customer
from domain.nudges import Nudge, Status
from store import actions as store_actions
from store import (
    alarms,
    customers,
    dead_letters,
    digests,
    inbox,
    morning_lists,
    nudge_posts,
    nudges,
    posts,
    replannings,
    replies,
)
from store.work import Work

SEEN_FOR = timedelta(days=7)
"""How long inbound events are remembered; platforms retry for minutes."""

ITS_DAY_IS_OVER = "its day is over"

DEAD_LETTERS_FOR = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class Due:
    """Pairs of workspace and row that the clock has to look at."""

    nudges: tuple[tuple[int, int], ...]
    digests: tuple[tuple[int, int], ...]
    replannings: tuple[tuple[int, int], ...]
    alarms: tuple[tuple[int, int], ...]
    lists: tuple[tuple[int, int], ...]

    def __bool__(self) -> bool:
        return bool(self.nudges or self.digests or self.replannings or self.alarms or self.lists)


def due(work: Work, now: datetime, most: int) -> Due:
    return Due(
        nudges=tuple(nudges.due(work, now, most)),
        digests=tuple(digests.due(work, now, most)),
        replannings=tuple(replannings.pending(work, most)),
        alarms=tuple(alarms.due(work, now, most)),
        lists=tuple(morning_lists.due(work, now, most)),
    )


def forget(work: Work, now: datetime) -> int:
    """What has been kept for long enough; how many events that were seen."""
    dead_letters.forget_old(work, now - DEAD_LETTERS_FOR)
    replies.forget(work, now - SEEN_FOR)
    return inbox.forget_seen(work, now - SEEN_FOR)


def look_all(work: Work, now: datetime, ids: Sequence[int]) -> list[tuple[int, Exception]]:
    """Is each still called for? Then asks it, brings it back, escalates it, or gives it up. What
    can't be looked at steps back; the first time in a row, it is told with the reason.
    """
    found = zip(ids, batches.try_all(work, ids, partial(_look_all, now=now)), strict=True)
    failed = [(id_, error) for id_, error in found if error]
    return [(id_, error) for id_, error in failed if retries.nudge(work, now, id_) == 1]


def _look_all(work: Work, ids: Sequence[int], now: datetime) -> list[None]:
    """Those whose customers somebody else has in hand come next time."""
    concerned = [nudge.customer_id for nudge in nudges.by_ids(work, ids)]
    held = customers.lock_free(work, concerned) if concerned else {}
    planning.replan_all(work, now, held)
    found = _still_due(work, now, ids, held)
    for nudge in found:
        if nudge.status is not Status.PLANNED:
            _look_again(work, now, nudge.id)
    if any(nudge.status is not Status.PLANNED for nudge in found):
        found = _still_due(work, now, ids, held)
    planned = _in_time(work, now, found, held)
    asking.ask_all(work, now, [(nudge, held[nudge.customer_id]) for nudge in planned])
    return [None for _ in ids]


def _in_time(
    work: Work, now: datetime, found: Sequence[Nudge], held: Mapping[int, Customer]
) -> list[Nudge]:
    """Those to be asked; what was held back until its day was over is given up unasked."""
    planned = [nudge for nudge in found if nudge.status is Status.PLANNED]
    over = {nudge.id for nudge in planned if _is_over(work, now, nudge, held)}
    for nudge in planned:
        if nudge.id in over:
            _give_up(work, now, nudge)
    return [nudge for nudge in planned if nudge.id not in over]


def _is_over(work: Work, now: datetime, nudge: Nudge, held: Mapping[int, Customer]) -> bool:
    if registry(work).plays.of(nudge).over_at is None:
        return False
    zone = calendars.of(work, held[nudge.customer_id]).zone
    over_at = registry(work).plays.over_at(nudge, zone)
    return over_at is not None and over_at <= now


def _still_due(work: Work, now: datetime, ids: Sequence[int], held: Collection[int]) -> list[Nudge]:
    """They can be looked at: what failed before works again."""
    found = [nudge for nudge in nudges.by_ids(work, ids) if nudge.customer_id in held]
    nudges.note_all(work, {nudge.id: {"failures": 0} for nudge in found if nudge.failures})
    return [nudge for nudge in found if nudge.due_at and nudge.due_at <= now]


def _look_again(work: Work, now: datetime, nudge_id: int) -> None:
    """At what has been asked before; one of the same customer's may have changed it just now."""
    nudge = nudges.by_id(work, nudge_id)
    if nudge is None or nudge.due_at is None or nudge.due_at > now:
        return
    match nudge.status:
        case Status.SNOOZED:
            _bring_back(work, now, nudge)
        case Status.TAKEN:
            _look_at_taken(work, now, nudge)
        case Status.SENT if asking.tells(work, nudge):
            nudges.note(work, nudge.id, due_at=asking.tell_late(work, now, nudge))
        case Status.SENT:
            _give_up(work, now, nudge)
        case Status.PLANNED:
            pass
        case _:
            nudges.note(work, nudge.id, due_at=None)


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


def _look_at_taken(work: Work, now: datetime, nudge: Nudge) -> None:
    """Its clock goes on: what is late is told all the same."""
    is_late = asking.tells(work, nudge) and nudge.late_at <= now
    again = asking.tell_late(work, now, nudge) if is_late else None
    until = plans.held_until(work, nudge, None)
    if until and until > now:
        nudges.note(work, nudge.id, due_at=min(until, again or until))
    else:
        _let_go(work, now, nudge)


def _let_go(work: Work, now: datetime, nudge: Nudge) -> None:
    """Taken is a promise until the end of the next working day; then it asks for somebody again."""
    nudges.change(work, nudge.id, taken_by_id=None, taken_at=None)
    planning.refresh(work, nudge.id)
    cause = Cause(nudge_id=nudge.id, why="taken, and not done")
    actions.record(work, now, "let go", nudge.customer_id, cause)


def _give_up(work: Work, now: datetime, nudge: Nudge) -> None:
    """Nobody got to it in two weeks: it is counted, and comes back in a week, unless its day is
    over by then.
    """
    is_over = registry(work).plays.of(nudge).over_at is not None
    values = {"dismissed_as": Status.GIVEN_UP, "dismissed_at": now}
    nudges.change(work, nudge.id, **values, reason=ITS_DAY_IS_OVER if is_over else "")
    planning.refresh(work, nudge.id)
    cause = Cause(nudge_id=nudge.id, why="nobody acted")
    actions.record(work, now, "lapse", nudge.customer_id, cause)
