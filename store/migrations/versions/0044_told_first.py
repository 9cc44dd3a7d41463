"""Whom we tell first of what others have complained about, and what to know of who is ticked off"""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    note = sa.Column("note", sa.String(), server_default="", nullable=False)
    op.add_column("tick_row", note)
    op.create_table(
        "told_first",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.Column("gone", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["teammate.id"]),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaint.id"]),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("told_first_by_complaint", "told_first", ["complaint_id"])


def downgrade() -> None:
    op.drop_index("told_first_by_complaint", "told_first")
    op.drop_table("told_first")
    op.drop_column("tick_row", "note")
