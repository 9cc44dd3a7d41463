"""Why something went wrong, how it was put right, and what became of a complaint besides"""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

WORDS = ("cause", "remedy")
NEW = ("cause", "remedy", "is_severe", "reopened_at", "joined_to_id")


def upgrade() -> None:
    for name in WORDS:
        op.add_column("complaint", sa.Column(name, sa.String(), server_default="", nullable=False))
    severe = sa.Column("is_severe", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    op.add_column("complaint", severe)
    op.add_column("complaint", sa.Column("reopened_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("complaint", sa.Column("joined_to_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    for name in reversed(NEW):
        op.drop_column("complaint", name)
