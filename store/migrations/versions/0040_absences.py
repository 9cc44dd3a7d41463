"""When who is away, and who stands in"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("teammate_id", sa.Integer(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("known_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stand_in_id", sa.Integer(), nullable=True),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("gone", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["stand_in_id"], ["teammate.id"]),
        sa.ForeignKeyConstraint(["teammate_id"], ["teammate.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("absence_of_teammate", "absence", ["teammate_id"])
    op.add_column("teammate", sa.Column("stand_in_id", sa.Integer(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("teammate") as table:
        table.drop_column("stand_in_id")
    op.drop_index("absence_of_teammate", "absence")
    op.drop_table("absence")
