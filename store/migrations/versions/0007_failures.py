"""How often in a row a nudge, a digest and a post have failed"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

TABLES = ("nudge", "digest", "post")


def upgrade() -> None:
    for table in TABLES:
        count = sa.Column("failures", sa.Integer(), nullable=False, server_default=sa.text("0"))
        op.add_column(table, count)


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "failures")
