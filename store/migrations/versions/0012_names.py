"""Plainer names: an action's name, a draft's command, and how a nudge was dismissed"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

NUDGE = {"rest": "dismissed_as", "rested_at": "dismissed_at", "rested_by_id": "dismissed_by_id"}
ACTIONS = sa.table("action", sa.column("id", sa.Integer), sa.column("changes", sa.JSON))
ONCE = 500
"""Actions whose changes are read and written at a time."""


def upgrade() -> None:
    for old, new in NUDGE.items():
        op.alter_column("nudge", old, new_column_name=new)
    op.alter_column("action", "verb", new_column_name="name")
    op.alter_column("draft", "verb", new_column_name="command")
    op.execute("UPDATE action SET name = 'correct' WHERE name = 'mend'")
    _rename_in_changes(NUDGE)


def downgrade() -> None:
    _rename_in_changes({new: old for old, new in NUDGE.items()})
    op.execute("UPDATE action SET name = 'mend' WHERE name = 'correct'")
    op.alter_column("draft", "command", new_column_name="verb")
    op.alter_column("action", "name", new_column_name="verb")
    for old, new in NUDGE.items():
        op.alter_column("nudge", new, new_column_name=old)


def _rename_in_changes(names: dict[str, str]) -> None:
    """The trail names columns, too: what it says is what *undo* puts back."""
    connection, last = op.get_bind(), 0
    while rows := connection.execute(_after(last)).all():
        last = rows[-1].id
        for row in rows:
            told = json.dumps(row.changes)
            changed = [_renamed(change, names) for change in row.changes]
            if json.dumps(changed) != told:
                here = ACTIONS.c.id == row.id
                connection.execute(ACTIONS.update().where(here).values(changes=changed))


def _after(last: int) -> sa.Select[tuple[int, object]]:
    chosen = sa.select(ACTIONS.c.id, ACTIONS.c.changes).where(ACTIONS.c.id > last)
    return chosen.order_by(ACTIONS.c.id).limit(ONCE)


def _renamed(change: dict, names: dict[str, str]) -> dict:
    if change.get("table") != "nudge":
        return change
    return {key: _keys(value, names) for key, value in change.items()}


def _keys(value: object, names: dict[str, str]) -> object:
    if not isinstance(value, dict):
        return value
    return {names.get(key, key): each for key, each in value.items()}
