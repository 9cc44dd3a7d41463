"""Who was recommended by whom"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "referral",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("by_customer_id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touch_id", sa.Integer()),
        sa.Column("bought_at", sa.DateTime(timezone=True)),
        sa.Column("bought_touch_id", sa.Integer()),
        sa.Column("gone", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["bought_touch_id"], ["touch.id"]),
        sa.ForeignKeyConstraint(["by_customer_id"], ["customer.id"]),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"]),
        sa.ForeignKeyConstraint(["touch_id"], ["touch.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("referral_by_customer", "referral", ["customer_id"])
    op.create_index("referral_by_referrer", "referral", ["by_customer_id"])


def downgrade() -> None:
    op.drop_index("referral_by_referrer", "referral")
    op.drop_index("referral_by_customer", "referral")
    op.drop_table("referral")
