"""The managers' mornings: one row a manager and local date, so that none comes twice."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, func, select

from store.tables import Digest as Digests
from store.work import Work

HERE = Digests.workspace_id == bindparam("ws")
_OF = (HERE, Digests.teammate_id == bindparam("teammate"))
_PENDING = select(Digests.id, Digests.local_date, Digests.due_at).where(
    *_OF, Digests.due_at.is_not(None)
)
_LAST_HAD = select(func.max(Digests.local_date)).where(*_OF, Digests.due_at.is_(None))
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
_NEXT_DUE = select(func.min(Digests.due_at)).where(Digests.due_at.is_not(None))


def pending(work: Work, teammate_id: int) -> Row[Any] | None:
    """The one that is still to come."""
    return work.first(_PENDING, teammate=teammate_id)


def last_had(work: Work, teammate_id: int) -> date | None:
    """The latest date whose digest has come, or has been let go."""
    row = work.first(_LAST_HAD, teammate=teammate_id)
    return row[0] if row else None


def by_id(work: Work, digest_id: int) -> Row[Any] | None:
    return work.first(_BY_ID, digest=digest_id)


def lock(work: Work, digest_id: int) -> Row[Any] | None:
    return work.first(_LOCKED, digest=digest_id)


def due(work: Work, now: datetime, most: int) -> list[tuple[int, int]]:
    """(workspace, digest): the clock's own question, across workspaces."""
    return [(row.workspace_id, row.id) for row in work.all(_DUE, now=now, most=most)]


def next_due(work: Work) -> datetime | None:
    row = work.first(_NEXT_DUE)
    return row[0] if row else None


def plan(work: Work, teammate_id: int, local_date: date, due_at: datetime) -> int:
    return work.insert(Digests, teammate_id=teammate_id, local_date=local_date, due_at=due_at)


def note(work: Work, digest_id: int, due_at: datetime | None) -> None:
    work.set(Digests, digest_id, due_at=due_at)


def remove(work: Work, digest_id: int) -> None:
    """One that was planned and has not come: its morning has moved to another date."""
    work.run(_REMOVE, digest=digest_id)
