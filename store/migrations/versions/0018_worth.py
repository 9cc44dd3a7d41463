"""What a customer is to us: one of our best, and what they bring in a year"""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "customer",
        sa.Column("is_star", sa.Boolean(), server_default=sa.text("false"), nullable=False),
    )
    op.add_column("customer", sa.Column("worth", sa.BigInteger(), nullable=True))


def downgrade() -> None:
    op.drop_column("customer", "worth")
    op.drop_column("customer", "is_star")
