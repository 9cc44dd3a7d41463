"""Morning lists, and what a channel gets on a crowded day"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "morning_list",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("teammate_id", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("part", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.Column("failures", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["teammate_id"], ["teammate.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("teammate_id", "local_date", "part", name="one_list_a_part_of_a_day"),
    )
    op.create_index(
        "morning_list_due", "morning_list", ["due_at"], sqlite_where=sa.text("due_at IS NOT NULL")
    )
    op.create_table(
        "list_row",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("list_id", sa.Integer(), nullable=False),
        sa.Column("nudge_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("is_link", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"]),
        sa.ForeignKeyConstraint(["list_id"], ["morning_list.id"]),
        sa.ForeignKeyConstraint(["nudge_id"], ["nudge.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("list_id", "nudge_id", name="one_row_a_nudge"),
    )
    op.create_index("ix_list_row_nudge_id", "list_row", ["nudge_id"])
    op.create_table(
        "channel_day",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("nudges", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["place.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("place_id", "local_date", name="one_choice_a_day"),
    )


def downgrade() -> None:
    op.drop_table("channel_day")
    op.drop_index("ix_list_row_nudge_id", "list_row")
    op.drop_table("list_row")
    op.drop_index("morning_list_due", "morning_list")
    op.drop_table("morning_list")
