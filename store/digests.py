"""The managers' mornings: one row a manager and local date, so that none comes twice."""

from datetime import date, datetime
from itertools import takewhile
from typing import Any

from sqlalchemy import Row, bindparam, delete, exists, func, select, update

from domain.posts import DAY_IS_OVER
from store.tables import Digest as Digests
from store.tables import Post
from store.work import Work

LOOKED_BACK_ON = 23
"""Digests: a month of working days."""

HERE = Digests.workspace_id == bindparam("ws")
_OF = (HERE, Digests.teammate_id == bindparam("teammate"))
_PENDING = select(Digests.id, Digests.local_date, Digests.due_at, Digests.failures).where(
    *_OF, Digests.due_at.is_not(None)
)
_LAST_HAD = select(func.max(Digests.local_date)).where(*_OF, Digests.due_at.is_(None))
_CAME = exists().where(
    Post.workspace_id == Digests.workspace_id,
    Post.kind == "digest",
    Post.subject_id == Digests.id,
    Post.message_id.is_not(None),
)
_BEFORE = (
    select(Digests.local_date, _CAME.label("came"))
    .where(*_OF, Digests.due_at.is_(None), Digests.local_date < bindparam("day"))
    .order_by(Digests.local_date.desc())
    .limit(LOOKED_BACK_ON)
)
_OTHERS = select(Digests.id).where(*_OF, Digests.id != bindparam("digest"))
_LET_GO = (
    update(Post)
    .where(
        Post.workspace_id == bindparam("ws"),
        Post.kind == "digest",
        Post.subject_id.in_(_OTHERS),
        Post.message_id.is_(None),
        ~Post.maybe_sent,
        Post.failed == "",
    )
    .values(failed=DAY_IS_OVER, ready_at=None)
)
_REMOVE = delete(Digests).where(HERE, Digests.id == bindparam("digest"))
_BY_ID = select(Digests.id, Digests.teammate_id, Digests.local_date, Digests.due_at).where(
    HERE, Digests.id == bindparam("digest")
)
_LOCKED = _BY_ID.with_for_update()
_DUE = (
    select(Digests.id, Digests.workspace_id)
    .where(Digests.due_at <= bindparam("now"))
    .order_by(Digests.due_at, Digests.id)
    .limit(bindparam("most"))
)


def pending(work: Work, teammate_id: int) -> Row[Any] | None:
    """The one that is still to come."""
    return work.first(_PENDING, teammate=teammate_id)


def last_had(work: Work, teammate_id: int) -> date | None:
    """The latest date whose digest has come, or has been let go."""
    row = work.first(_LAST_HAD, teammate=teammate_id)
    return row[0] if row else None


def missed_before(work: Work, teammate_id: int, day: date) -> date | None:
    """The first of the dates right before `day` whose digest never got through to them."""
    rows = work.all(_BEFORE, teammate=teammate_id, day=day)
    missed = takewhile(lambda row: not row.came, rows)
    return min((row.local_date for row in missed), default=None)


def let_go(work: Work, teammate_id: int, digest_id: int) -> int:
    """Of their digests that are not sent yet, all but this one are wanted no more."""
    return work.run(_LET_GO, teammate=teammate_id, digest=digest_id)


def by_id(work: Work, digest_id: int) -> Row[Any] | None:
    return work.first(_BY_ID, digest=digest_id)


def lock(work: Work, digest_id: int) -> Row[Any] | None:
    return work.first(_LOCKED, digest=digest_id)


def due(work: Work, now: datetime, most: int) -> list[tuple[int, int]]:
    """(workspace, digest): the clock's own question, across workspaces."""
    return [(row.workspace_id, row.id) for row in work.all(_DUE, now=now, most=most)]


def plan(work: Work, teammate_id: int, local_date: date, due_at: datetime) -> int:
    return work.insert(Digests, teammate_id=teammate_id, local_date=local_date, due_at=due_at)


def note(work: Work, digest_id: int, due_at: datetime | None) -> None:
    work.set(Digests, digest_id, due_at=due_at, failures=0)


def remove(work: Work, digest_id: int) -> None:
    """One that was planned and has not come: its morning has moved to another date."""
    work.run(_REMOVE, digest=digest_id)
