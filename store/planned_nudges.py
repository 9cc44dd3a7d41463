"""Reminders as planning leaves them: written at once, however many they are."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, update
from sqlalchemy.dialects import postgresql, sqlite

from domain.nudges import Nudge
from domain.subjects import columns
from store.tables import Nudge as Nudges
from store.work import Work, table_of

HERE = Nudges.workspace_id == bindparam("ws")
_TABLE = table_of(Nudges)
_FOLLOWS = (
    *("urgency", "play", "about", "ask_at", "late_at", "due_at", "status", "failures"),
    *("ended_at", "ended_by_id", "ended_touch_id", "stand_in_id", "stand_in_at"),
)
"""What planning decides of one that is there already; all else is what people did to it."""

_REMOVE = delete(Nudges).where(HERE, Nudges.id.in_(bindparam("nudges", expanding=True)))
_RENAME = (
    update(_TABLE)
    .where(_TABLE.c.workspace_id == bindparam("ws"), _TABLE.c.id == bindparam("nudge"))
    .values(key=bindparam("new_key"))
)


def _keep(insert: Any) -> Any:
    statement = insert(_TABLE)
    return statement.on_conflict_do_update(
        index_elements=[_TABLE.c.customer_id, _TABLE.c.key],
        set_={name: statement.excluded[name] for name in _FOLLOWS},
    ).returning(_TABLE.c.id, _TABLE.c.customer_id, _TABLE.c.key)


_KEEP = {"sqlite": _keep(sqlite.insert), "postgresql": _keep(postgresql.insert)}


def remove_all(work: Work, nudges: Iterable[Nudge]) -> None:
    if ids := sorted(nudge.id for nudge in nudges):
        work.run(_REMOVE, nudges=ids)


def rename_all(work: Work, nudges: Sequence[Nudge]) -> None:
    """Each has the key of another call now."""
    work.run_all(_RENAME, [{"nudge": each.id, "new_key": each.key} for each in nudges])


def keep_all(work: Work, nudges: Sequence[Nudge]) -> dict[tuple[int, str], int]:
    """New ones, and those that have changed; their ids, by customer and key."""
    if not nudges:
        return {}
    statement = _KEEP[work.connection.dialect.name]
    rows = work.connection.execute(statement, [_row(work, each) for each in nudges])
    return {(row.customer_id, row.key): row.id for row in rows}


def _row(work: Work, nudge: Nudge) -> dict[str, Any]:
    follows = {name: getattr(nudge, name) for name in _FOLLOWS}
    return {
        "workspace_id": work.workspace_id,
        "customer_id": nudge.customer_id,
        "key": nudge.key,
        "reason": "",
        **columns(nudge.subject),
        **follows,
        "about": dict(nudge.about),
    }
