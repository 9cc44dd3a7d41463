"""Dead letters: what came in and could not be handled."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, delete, select

from domain.dead_letters import DeadLetter
from store.tables import DeadLetter as Letters
from store.work import Work

_NAMES = tuple(DeadLetter.__dataclass_fields__)
_ALL = (
    select(*(getattr(Letters, name) for name in _NAMES))
    .where(Letters.workspace_id == bindparam("ws"))
    .order_by(Letters.id)
)
_HERE = Letters.installation_id == bindparam("installation")
_KNOWN = select(Letters.id).where(_HERE, Letters.key == bindparam("key"))
_NEWEST = select(Letters.id).where(_HERE).order_by(Letters.id.desc()).limit(bindparam("most"))
_CROWDED_OUT = delete(Letters).where(_HERE, Letters.id.not_in(_NEWEST))
_OLD = delete(Letters).where(Letters.at < bindparam("before"))
_EVERYTHING = delete(Letters).where(Letters.workspace_id == bindparam("ws"))


def everything(work: Work) -> list[DeadLetter]:
    """The oldest first."""
    return [_from_row(row) for row in work.all(_ALL)]


def keep(work: Work, letter: DeadLetter, at: datetime) -> None:
    """What comes again is kept once, as it came last."""
    values = {name: getattr(letter, name) for name in _NAMES} | {"at": at}
    known = work.first(_KNOWN, installation=work.installation_id, key=letter.key)
    if known:
        work.set(Letters, known.id, **values)
    else:
        work.insert(Letters, installation_id=work.installation_id, **values)


def crowd_out(work: Work, most: int) -> None:
    """Only the newest stay."""
    work.run(_CROWDED_OUT, installation=work.installation_id, most=most)


def forget_old(work: Work, before: datetime) -> None:
    """Of every workspace."""
    work.run(_OLD, before=before)


def forget_all(work: Work) -> int:
    return work.run(_EVERYTHING)


def _from_row(row: Row[Any]) -> DeadLetter:
    return DeadLetter(**row._mapping)  # noqa: SLF001 - the row's public mapping
