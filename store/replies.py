"""Which version of a reply is the newest that is known, so that no older one is taken for it."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select, text

from store.columns import UtcMoment
from store.tables import Action, ReplyVersion
from store.work import Work

_NOTE = text(
    "INSERT INTO reply_version (workspace_id, place, message_id, version, at)"
    " VALUES (:ws, :place, :message, :version, :at)"
    " ON CONFLICT (workspace_id, place, message_id)"
    " DO UPDATE SET version = excluded.version, at = excluded.at"
    " WHERE reply_version.version < excluded.version"
).bindparams(bindparam("at", type_=UtcMoment))
_OVERTAKEN = select(ReplyVersion.id).where(
    ReplyVersion.workspace_id == bindparam("ws"),
    ReplyVersion.place == bindparam("place"),
    ReplyVersion.message_id == bindparam("message"),
    ReplyVersion.version >= bindparam("version"),
)
_DID = text(
    "INSERT INTO reply_version (workspace_id, place, message_id, version, at, action_id)"
    " VALUES (:ws, :place, :message, '', :at, :action)"
    " ON CONFLICT (workspace_id, place, message_id) DO UPDATE SET action_id = excluded.action_id"
).bindparams(bindparam("at", type_=UtcMoment))
_ACTION = select(ReplyVersion.action_id).where(
    ReplyVersion.workspace_id == bindparam("ws"),
    ReplyVersion.place == bindparam("place"),
    ReplyVersion.message_id == bindparam("message"),
)
_TAKEN_BACK = select(ReplyVersion.place, ReplyVersion.message_id).where(
    ReplyVersion.workspace_id == bindparam("ws"),
    ReplyVersion.action_id == Action.id,
    Action.undone_by_id == bindparam("undo"),
)
_FORGET = delete(ReplyVersion).where(
    ReplyVersion.at < bindparam("before"), ReplyVersion.action_id.is_(None)
)


def note(work: Work, place: str, message: str, version: str, at: datetime) -> bool:
    """False where this version, or a newer one, is known; whoever notes one at the same time
    waits. Without a version it counts as it comes.
    """
    values = {"place": place, "message": message, "version": version, "at": at}
    return not version or work.run(_NOTE, **values) == 1


def is_overtaken(work: Work, place: str, message: str, version: str) -> bool:
    """The same, asked only."""
    values = {"place": place, "message": message, "version": version}
    return bool(version) and work.first(_OVERTAKEN, **values) is not None


def did(work: Work, place: str, message: str, action_id: int | None, at: datetime) -> None:
    """Which action it led to, for as long as it may be edited."""
    work.run(_DID, place=place, message=message, action=action_id, at=at)


def action_of(work: Work, place: str, message: str) -> int | None:
    row = work.first(_ACTION, place=place, message=message)
    return row.action_id if row else None


def taken_back(work: Work, undo_id: int) -> list[tuple[str, str]]:
    """(place, message) of those whose doing that *undo* took back."""
    rows = work.all(_TAKEN_BACK, undo=undo_id)
    return [(row.place, row.message_id) for row in rows]


def forget(work: Work, before: datetime) -> None:
    """Of every workspace, what did nothing; by then a platform has told everything that it tells
    again.
    """
    work.run(_FORGET, before=before)
