"""Moments at which the clock is to do what a feature has registered: one a kind and subject."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, text

from store.columns import UtcMoment
from store.tables import Alarm
from store.work import Work

_PUT = text(
    "INSERT INTO alarm (workspace_id, kind, subject_id, due_at) VALUES (:ws, :kind, :subject, :due)"
    " ON CONFLICT (kind, subject_id) DO UPDATE SET due_at = excluded.due_at, failures = 0"
).bindparams(bindparam("due", type_=UtcMoment))
_HERE = Alarm.workspace_id == bindparam("ws")
_CLEAR = delete(Alarm).where(
    _HERE, Alarm.kind == bindparam("of_kind"), Alarm.subject_id == bindparam("subject")
)
_IS_SET = select(Alarm.id).where(
    _HERE, Alarm.kind == bindparam("of_kind"), Alarm.subject_id == bindparam("subject")
)
_TAKE = (
    delete(Alarm)
    .where(_HERE, Alarm.id == bindparam("alarm"), Alarm.due_at <= bindparam("now"))
    .returning(Alarm.kind, Alarm.subject_id)
)
_DUE = (
    select(Alarm.id, Alarm.workspace_id)
    .where(Alarm.due_at <= bindparam("now"))
    .order_by(Alarm.due_at, Alarm.id)
    .limit(bindparam("most"))
)


def put(work: Work, kind: str, subject_id: int, due_at: datetime) -> None:
    """In place of the one that there is, if any."""
    work.run(_PUT, kind=kind, subject=subject_id, due=due_at)


def is_set(work: Work, kind: str, subject_id: int) -> bool:
    return work.first(_IS_SET, of_kind=kind, subject=subject_id) is not None


def clear(work: Work, kind: str, subject_id: int) -> None:
    work.run(_CLEAR, of_kind=kind, subject=subject_id)


def take(work: Work, alarm_id: int, now: datetime) -> Row[Any] | None:
    """It is gone with the commit; None where it is not due, or somebody else has taken it."""
    return work.first(_TAKE, alarm=alarm_id, now=now)


def due(work: Work, now: datetime, most: int) -> list[tuple[int, int]]:
    """(workspace, alarm): the clock's own question, across workspaces."""
    return [(row.workspace_id, row.id) for row in work.all(_DUE, now=now, most=most)]
