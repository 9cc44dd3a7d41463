"""What was asked of somebody today is counted by an index"""

import sqlalchemy as sa
from alembic import op

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None


def upgrade() -> None:
    is_sent = sa.text("sent_at IS NOT NULL")
    op.create_index(
        "nudge_sent",
        "nudge",
        ["workspace_id", "sent_at"],
        sqlite_where=is_sent,
        postgresql_where=is_sent,
    )


def downgrade() -> None:
    op.drop_index("nudge_sent", "nudge")
