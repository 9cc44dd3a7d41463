"""What customers bought, who else cares for them, and how they like to be reached"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

COLUMNS = ("bought", "carers", "channel", "hours")


def upgrade() -> None:
    for name in COLUMNS:
        op.add_column("customer", sa.Column(name, sa.String(), nullable=True))


def downgrade() -> None:
    for name in reversed(COLUMNS):
        op.drop_column("customer", name)
