"""Which version of a reply is the newest that is known, so that no older one is taken for it."""

from datetime import datetime

from sqlalchemy import bindparam, delete, select, text

from store.columns import UtcMoment
from store.tables import ReplyVersion
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
_FORGET = delete(ReplyVersion).where(ReplyVersion.at < bindparam("before"))


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


def forget(work: Work, before: datetime) -> None:
    """Of every workspace; by then a platform has told everything that it tells again."""
    work.run(_FORGET, before=before)
