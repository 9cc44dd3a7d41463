"""What a workspace has set itself, by name."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, select

from store.parts import Part
from store.tables import Setting
from store.work import Work

HERE = Setting.workspace_id == bindparam("ws")
_ALL = select(Setting.name, Setting.value).where(HERE, ~Setting.gone)
_NAMED = select(Setting.id).where(HERE, Setting.name == bindparam("name"))


def values(work: Work) -> dict[str, Any]:
    return _values(work.all(_ALL))


def _values(rows: Sequence[Any]) -> dict[str, Any]:
    return {row.name: row.value for row in rows}


VALUES = Part(_ALL, _values)


def put(work: Work, name: str, value: Any) -> None:
    if row := _row(work, name):
        work.change(Setting, row.id, value=value, gone=False)
    else:
        work.add(Setting, name=name, value=value, gone=False)
    work.chosen = None


def reset(work: Work, name: str) -> None:
    """As if it had never been set."""
    if row := _row(work, name):
        work.change(Setting, row.id, gone=True)
    work.chosen = None


def _row(work: Work, name: str) -> Row[Any] | None:
    return work.first(_NAMED, name=name)
