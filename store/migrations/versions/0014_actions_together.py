"""Actions that one line led to, and that are taken back together"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("action", sa.Column("part_of_id", sa.Integer(), nullable=True))
    op.create_index(
        "action_by_head",
        "action",
        ["part_of_id"],
        postgresql_where=sa.text("part_of_id IS NOT NULL"),
        sqlite_where=sa.text("part_of_id IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index("action_by_head", "action")
    with op.batch_alter_table("action") as batch_op:
        batch_op.drop_column("part_of_id")
