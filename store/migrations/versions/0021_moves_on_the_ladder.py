"""Who moved on the ladder, and what showed it"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rung_move",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("from_rung", sa.String(), nullable=False),
        sa.Column("to_rung", sa.String(), nullable=False),
        sa.Column("since_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.Column("evidence", sa.String()),
        sa.Column("touch_id", sa.Integer()),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("is_refused", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["teammate.id"]),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"]),
        sa.ForeignKeyConstraint(["touch_id"], ["touch.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("rung_move_by_customer", "rung_move", ["customer_id"])
    op.create_index("rung_move_by_time", "rung_move", ["workspace_id", "at"])
    op.create_index("rung_move_by_touch", "rung_move", ["touch_id"])


def downgrade() -> None:
    op.drop_index("rung_move_by_touch", "rung_move")
    op.drop_index("rung_move_by_time", "rung_move")
    op.drop_index("rung_move_by_customer", "rung_move")
    op.drop_table("rung_move")
