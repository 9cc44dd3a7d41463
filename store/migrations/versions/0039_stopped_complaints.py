"""Who has a complaint, and since when we wait for the customer"""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("complaint") as table:
        table.add_column(sa.Column("owner_id", sa.Integer(), nullable=True))
        table.create_foreign_key("complaint_owner", "teammate", ["owner_id"], ["id"])
    op.create_table(
        "complaint_wait",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("complaint_id", sa.Integer(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by_id", sa.Integer()),
        sa.Column("ended_at", sa.DateTime(timezone=True)),
        sa.Column("gone", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["teammate.id"]),
        sa.ForeignKeyConstraint(["complaint_id"], ["complaint.id"]),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("complaint_wait_by_customer", "complaint_wait", ["customer_id"])


def downgrade() -> None:
    op.drop_index("complaint_wait_by_customer", "complaint_wait")
    op.drop_table("complaint_wait")
    with op.batch_alter_table("complaint") as table:
        table.drop_constraint("complaint_owner", type_="foreignkey")
        table.drop_column("owner_id")
