"""What turned to us two weeks before an upgrade, or earlier, is not asked about by it."""

from datetime import date, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None

NAME = "return.since"
LOOKED_BACK = timedelta(days=14)


def upgrade() -> None:
    setting = sa.table(
        "setting", sa.column("workspace_id"), sa.column("name"), sa.column("value", sa.JSON())
    )
    last = sa.text("SELECT workspace_id, max(at) FROM touch GROUP BY workspace_id")
    for workspace_id, at in op.get_bind().execute(last).all():
        since = date.fromisoformat(str(at)[:10]) - LOOKED_BACK
        values = {"workspace_id": workspace_id, "name": NAME, "value": since.isoformat()}
        op.execute(setting.insert().values(**values))
    op.execute(
        "INSERT INTO replanning (workspace_id, reached, wanted_at) "
        "SELECT id, 0, CURRENT_TIMESTAMP FROM workspace "
        "WHERE id NOT IN (SELECT workspace_id FROM replanning WHERE owner_id IS NULL)"
    )


def downgrade() -> None:
    op.execute(f"DELETE FROM setting WHERE name = '{NAME}'")  # noqa: S608 - a name of our own
