"""Purchases: what was bought and paid, with the contact that tells of it"""

import sqlalchemy as sa
from alembic import op

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "purchase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("touch_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger()),
        sa.Column("currency", sa.String(), nullable=False),
        sa.Column("per", sa.String(), nullable=False),
        sa.Column("added", sa.String(), nullable=False),
        sa.Column("worth_before", sa.BigInteger()),
        sa.Column("worth_after", sa.BigInteger()),
        sa.Column("is_refused", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"]),
        sa.ForeignKeyConstraint(["touch_id"], ["touch.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("purchase_by_customer", "purchase", ["customer_id"])
    op.create_index("purchase_by_touch", "purchase", ["touch_id"])


def downgrade() -> None:
    op.drop_index("purchase_by_touch", "purchase")
    op.drop_index("purchase_by_customer", "purchase")
    op.drop_table("purchase")
