"""Many customers planned anew, some at a time, so that nobody waits for all of them."""

from datetime import datetime

from care import planning
from store import replannings
from store.work import Work

SLICE = 50
"""Customers in one transaction."""


def want(work: Work, now: datetime, owner_id: int | None = None) -> None:
    """Of that owner's customers, or of everybody's; begun anew where it was under way."""
    replannings.add(work, now, owner_id)


def go_on(work: Work, now: datetime, replanning_id: int) -> None:
    """The next of them, as of now; one that can't be planned must not keep the others from it."""
    under_way = replannings.lock(work, replanning_id)
    if under_way is None:
        return
    ids = replannings.following(work, under_way, SLICE)
    planning.reckon_each_anew(work, now, ids)
    replannings.note(work, replanning_id, ids[-1] if len(ids) == SLICE else None)


def skip(work: Work, now: datetime, replanning_id: int) -> int:
    """What failed as a whole is left to the reminders themselves: each is planned anew when due."""
    del now
    under_way = replannings.lock(work, replanning_id)
    ids = replannings.following(work, under_way, SLICE) if under_way else []
    replannings.note(work, replanning_id, ids[-1] if ids else None)
    return 1
