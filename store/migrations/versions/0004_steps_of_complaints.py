"""Steps of complaints"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("touch", sa.Column("complaint_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("touch", "complaint_id")
