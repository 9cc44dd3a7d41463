"""Whoever has used an earlier version is told once how reminders come from now on"""

from alembic import op

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "INSERT INTO alarm (workspace_id, kind, subject_id, due_at, failures)"
        " SELECT id, 'attention news', id, '2020-01-01 00:00:00.000000', 0 FROM workspace"
    )


def downgrade() -> None:
    op.execute("DELETE FROM alarm WHERE kind = 'attention news'")
