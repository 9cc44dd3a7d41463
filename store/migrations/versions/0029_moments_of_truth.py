"""Moments of truth: what is answered for whom, and what the company lacks"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "moment_tick",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.Column("gone", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["teammate.id"]),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("moment_tick_by_customer", "moment_tick", ["customer_id"])
    op.create_table(
        "moment_system",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("rung", sa.String(), nullable=False),
        sa.Column("system", sa.String(), nullable=False),
        sa.Column("gap", sa.String(), nullable=False),
        sa.Column("owner_id", sa.Integer()),
        sa.Column("due_at", sa.DateTime(timezone=True)),
        sa.Column("gone", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["owner_id"], ["teammate.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("moment_system_by_rung", "moment_system", ["workspace_id", "rung"])


def downgrade() -> None:
    op.drop_index("moment_system_by_rung", "moment_system")
    op.drop_table("moment_system")
    op.drop_index("moment_tick_by_customer", "moment_tick")
    op.drop_table("moment_tick")
