"""What came in: what was seen already, and what was kept for later."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select, text

from store.columns import UtcMoment
from store.tables import Draft, Seen
from store.work import Work

_NOTE = text(
    "INSERT INTO seen (workspace_id, installation_id, key, at)"
    " VALUES (:ws, :installation, :key, :at) ON CONFLICT DO NOTHING"
).bindparams(bindparam("at", type_=UtcMoment))
_FORGET = delete(Seen).where(Seen.at < bindparam("before"))
_DRAFT = select(Draft.id, Draft.by_id, Draft.command, Draft.line, Draft.at, Draft.used_at).where(
    Draft.workspace_id == bindparam("ws"), Draft.id == bindparam("draft")
)


def is_new(work: Work, key: str, at: datetime) -> bool:
    """Notes that this came in; False when it had been noted before."""
    return work.run(_NOTE, installation=work.installation_id, key=key, at=at) == 1


def forget_seen(work: Work, before: datetime) -> int:
    return work.run(_FORGET, before=before)


def keep_draft(work: Work, command: str, line: str, at: datetime) -> int:
    return work.insert(Draft, by_id=work.person.id, command=command, line=line, at=at)


def draft(work: Work, draft_id: int) -> Row[Any] | None:
    return work.first(_DRAFT, draft=draft_id)


def use_draft(work: Work, draft_id: int, at: datetime) -> None:
    work.change(Draft, draft_id, used_at=at)
