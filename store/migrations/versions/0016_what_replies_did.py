"""The action that a reply led to, so that an edited one can change what it did"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("reply_version", sa.Column("action_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("reply_version") as batch_op:
        batch_op.drop_column("action_id")
