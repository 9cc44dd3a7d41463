"""Rows that fail when they are looked at or sent: how often in a row, and how many there are."""

from datetime import datetime

from sqlalchemy import Select, bindparam, func, select, update

from domain.posts import Post
from domain.retries import LONGEST, Failing, pause
from store.tables import Alarm, Digest, MorningList, Nudge
from store.tables import Post as Posts
from store.work import Work

Due = type[Nudge] | type[Digest] | type[Alarm] | type[MorningList]
DUE: tuple[Due, ...] = (Nudge, Digest, Alarm, MorningList)

_COUNT = {
    table: update(table)
    .where(table.workspace_id == bindparam("ws"), table.id == bindparam("row"))
    .where(table.due_at <= bindparam("now"))
    .values(failures=table.failures + 1)
    .returning(table.failures)
    for table in DUE
}
_COUNT_POST = (
    update(Posts)
    .where(Posts.workspace_id == bindparam("ws"), Posts.id == bindparam("row"))
    .where(Posts.attempt == bindparam("token"))
    .values(failures=Posts.failures + 1)
    .returning(Posts.failures)
)


def _failing(table: Due) -> Select[int]:
    """Those that a later look has not moved out of reach."""
    return select(func.count()).where(table.failures > 0, table.due_at <= bindparam("until"))


_FAILING = {table: _failing(table) for table in DUE}
_FAILING_POSTS = select(func.count()).where(Posts.failures > 0, Posts.ready_at.is_not(None))


def step_back(work: Work, table: Due, id_: int, now: datetime) -> int:
    """The clock leaves it alone for a while; which failure in a row it was. 0 where somebody else
    has dealt with it meanwhile.
    """
    row = work.first(_COUNT[table], row=id_, now=now)
    if row is None:
        return 0
    work.set(table, id_, due_at=now + pause(row.failures))
    return int(row.failures)


def count(work: Work, post: Post) -> int:
    """Which failure in a row it was; 0 where somebody else holds the lease by now."""
    row = work.first(_COUNT_POST, row=post.id, token=post.attempt)
    return int(row.failures) if row else 0


def failing(work: Work, now: datetime) -> Failing:
    """In every workspace."""
    nudges, digests, alarms, lists = (
        work.all(_FAILING[table], until=now + LONGEST)[0][0] for table in DUE
    )
    posts = work.all(_FAILING_POSTS)[0][0]
    return Failing(nudges=nudges, digests=digests + lists, alarms=alarms, posts=posts)
