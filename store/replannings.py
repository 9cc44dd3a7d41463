"""Whose customers are still to be planned anew, and how far that has come."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, or_, select

from store.tables import Customer, Replanning
from store.work import Work

HERE = Replanning.workspace_id == bindparam("ws")
_PENDING = (
    select(Replanning.id, Replanning.workspace_id).order_by(Replanning.id).limit(bindparam("most"))
)
_LOCKED = (
    select(Replanning.id, Replanning.owner_id, Replanning.reached)
    .where(HERE, Replanning.id == bindparam("replanning"))
    .with_for_update(skip_locked=True)
)
_OF_ALL = (
    select(Customer.id)
    .where(Customer.workspace_id == bindparam("ws"), ~Customer.gone)
    .where(Customer.id > bindparam("reached"))
    .order_by(Customer.id)
    .limit(bindparam("most"))
)
_OF_OWNER = _OF_ALL.where(Customer.owner_id == bindparam("owner"))
_REMOVE = delete(Replanning).where(HERE, Replanning.id == bindparam("replanning"))
_COVERED = delete(Replanning).where(
    HERE, or_(Replanning.owner_id == bindparam("owner"), bindparam("everybody"))
)


def add(work: Work, now: datetime, owner_id: int | None) -> None:
    """In place of whatever it covers."""
    work.run(_COVERED, owner=owner_id, everybody=owner_id is None)
    work.insert(Replanning, owner_id=owner_id, reached=0, wanted_at=now)


def pending(work: Work, most: int) -> list[tuple[int, int]]:
    """Pairs of workspace and row, across workspaces, the oldest first."""
    return [(row.workspace_id, row.id) for row in work.all(_PENDING, most=most)]


def lock(work: Work, replanning_id: int) -> Row[Any] | None:
    """None when it is done, or somebody else is at it."""
    return work.first(_LOCKED, replanning=replanning_id)


def following(work: Work, under_way: Row[Any], most: int) -> list[int]:
    """The next customers."""
    about = {"reached": under_way.reached, "most": most}
    if under_way.owner_id is None:
        return [row.id for row in work.all(_OF_ALL, **about)]
    return [row.id for row in work.all(_OF_OWNER, owner=under_way.owner_id, **about)]


def note(work: Work, replanning_id: int, reached: int | None) -> None:
    """How far it has come; None at the end."""
    if reached is None:
        work.run(_REMOVE, replanning=replanning_id)
    else:
        work.set(Replanning, replanning_id, reached=reached)
