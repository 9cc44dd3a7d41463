"""What is asked about somebody's list: all that can be done, why it is so, and who is meant."""

from collections.abc import Sequence
from datetime import datetime

from care import attention, list_views
from care.heed import allow
from domain.errors import Gone
from domain.messages import Message
from domain.posts import Post
from domain.reactions import Meaning
from domain.teammates import Permission
from domain.wording import morning_lists as wording
from domain.wording.morning_lists import MorningList, Row
from store import digests, morning_lists
from store.morning_lists import KIND, MORNING
from store.work import Work


def more(work: Work, now: datetime, list_id: int) -> Message:
    """Everything that can be done about the rows of my list."""
    return wording.more(list_id, mine(work, now, list_id).rows)


def why(work: Work, now: datetime, list_id: int) -> Message:
    """Why these come first."""
    rows = [row for row in mine(work, now, list_id).rows if row.first.is_waiting]
    ranked = attention.ranked(work, now, [(None, row.first) for row in rows])
    return attention.explained(work, now, ranked)


def mine(work: Work, now: datetime, list_id: int) -> MorningList:
    """Raises Gone: a list is its reader's alone."""
    person = allow(work, Permission.SEE)
    row = morning_lists.by_id(work, list_id)
    told = list_views.gather(work, now, list_id) if row and row.teammate_id == person.id else None
    if told is None:
        raise Gone
    return told


def of_post(work: Work, post: Post) -> int | None:
    """The list that stands in it, if one does."""
    if post.kind == KIND:
        return post.subject_id
    row = digests.by_id(work, post.subject_id) if post.kind == "digest" else None
    known = morning_lists.on(work, row.teammate_id, row.local_date, MORNING) if row else None
    return known.id if known else None


def waiting(work: Work, now: datetime, list_id: int) -> list[Row]:
    """What of it can be acted on."""
    told = list_views.gather(work, now, list_id)
    return [row for row in told.rows if row.first.is_waiting] if told else []


def which(rows: Sequence[Row], meaning: Meaning) -> Message:
    return wording.which(rows, meaning)
