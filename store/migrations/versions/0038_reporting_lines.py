"""Who reports to whom"""

import sqlalchemy as sa
from alembic import op

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("teammate", sa.Column("manager_id", sa.Integer(), nullable=True))
    op.create_index("teammate_by_manager", "teammate", ["manager_id"])


def downgrade() -> None:
    op.drop_index("teammate_by_manager", "teammate")
    with op.batch_alter_table("teammate") as batch_op:
        batch_op.drop_column("manager_id")
