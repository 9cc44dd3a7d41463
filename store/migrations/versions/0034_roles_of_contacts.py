"""What a person decides at a customer's"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("contact", sa.Column("role", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    op.drop_column("contact", "role")
