"""Of whom a nudge is asked while its owner is away"""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("nudge", sa.Column("stand_in_id", sa.Integer(), nullable=True))
    op.add_column("nudge", sa.Column("stand_in_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("nudge") as table:
        table.drop_column("stand_in_at")
        table.drop_column("stand_in_id")
