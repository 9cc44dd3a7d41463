"""Promises that were moved, and why one could not be kept"""

import sqlalchemy as sa
from alembic import op

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("promise", sa.Column("why", sa.String(), server_default="", nullable=False))
    op.add_column("promise", sa.Column("moves", sa.Integer(), server_default="0", nullable=False))
    op.add_column(
        "promise",
        sa.Column("is_moved_late", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )


def downgrade() -> None:
    op.drop_column("promise", "is_moved_late")
    op.drop_column("promise", "moves")
    op.drop_column("promise", "why")
