"""Alarms of the features, and which reminders a message shows"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

SHOWN = """
    INSERT INTO post_nudge (workspace_id, nudge_id, post_id)
    SELECT post.workspace_id, nudge.id, post.id FROM post
    JOIN nudge ON nudge.id = post.subject_id WHERE post.kind = 'nudge'
"""


def upgrade() -> None:
    op.create_table(
        "alarm",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("failures", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("kind", "subject_id", name="one_alarm_a_subject"),
    )
    op.create_index("alarm_due", "alarm", ["due_at"])
    op.create_table(
        "post_nudge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("nudge_id", sa.Integer(), nullable=False),
        sa.Column("post_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["nudge_id"], ["nudge.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"]),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspace.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("nudge_id", "post_id", name="one_place_a_nudge"),
    )
    op.execute(SHOWN)


def downgrade() -> None:
    op.drop_table("post_nudge")
    op.drop_table("alarm")
