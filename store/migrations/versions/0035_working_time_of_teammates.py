"""When each of the team works, and whose public holidays they keep"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("teammate", sa.Column("week", sa.String(), nullable=True))
    op.add_column("teammate", sa.Column("country", sa.String(), nullable=True))


def downgrade() -> None:
    op.drop_column("teammate", "country")
    op.drop_column("teammate", "week")
