"""What was promised, ours and theirs"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "promise",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("touch_id", sa.Integer()),
        sa.Column("words", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("has_hour", sa.Boolean(), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("whose", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer()),
        sa.Column("kept_at", sa.DateTime(timezone=True)),
        sa.Column("kept_by_id", sa.Integer()),
        sa.Column("kept_touch_id", sa.Integer()),
        sa.Column("let_go_at", sa.DateTime(timezone=True)),
        sa.Column("gone", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"]),
        sa.ForeignKeyConstraint(["kept_by_id"], ["teammate.id"]),
        sa.ForeignKeyConstraint(["kept_touch_id"], ["touch.id"]),
        sa.ForeignKeyConstraint(["made_by_id"], ["teammate.id"]),
        sa.ForeignKeyConstraint(["touch_id"], ["touch.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("promise_by_customer", "promise", ["customer_id"])
    op.create_index("promise_open", "promise", ["workspace_id", "kept_at", "let_go_at"])


def downgrade() -> None:
    op.drop_index("promise_open", "promise")
    op.drop_index("promise_by_customer", "promise")
    op.drop_table("promise")
