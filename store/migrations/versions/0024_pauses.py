"""Whoever is paused, or asked not to be contacted"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.add_column("customer", sa.Column("paused_until", moment, nullable=True))
    op.add_column("customer", sa.Column("no_contact_since", moment, nullable=True))
    op.add_column(
        "customer", sa.Column("silent_because", sa.String(), server_default="", nullable=False)
    )


def downgrade() -> None:
    op.drop_column("customer", "silent_because")
    op.drop_column("customer", "no_contact_since")
    op.drop_column("customer", "paused_until")
