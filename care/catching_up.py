"""What happened on a platform while Heed was away: which posts are to be read, and from when on."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from store import unheard
from store.work import Work


class Unheard(NamedTuple):
    """A post by where it stands. `since` then nobody told what happened under it."""

    post_id: int
    place: str
    message: str
    since: datetime


def beat(work: Work, now: datetime) -> None:
    unheard.beat(work, now)


def was_away(work: Work, now: datetime, most: int) -> list[Unheard]:
    """Marks what waits for somebody, from the last heartbeat on; the newest that are to be read."""
    del now
    if since := unheard.last_beat(work):
        unheard.mark(work, since)
    return [Unheard._make(row) for row in unheard.newest(work, most)]


def of_message(work: Work, now: datetime, place: str, message: str) -> Unheard | None:
    """None where all is known."""
    del now
    row = unheard.of_message(work, place, message)
    return Unheard._make(row) if row else None


def reactions(work: Work, now: datetime, post_id: int) -> Sequence[tuple[str, str]]:
    """(sign, whose) of those that are known to be there."""
    del now
    return unheard.reactions(work, post_id)


def heard(work: Work, now: datetime, post_id: int) -> bool:
    """That post has been read; whether any other is still to be."""
    del now
    unheard.heard(work, post_id)
    return bool(unheard.newest(work, 1))
