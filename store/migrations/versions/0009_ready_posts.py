"""What is ready to be sent"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

FORGET_LOST = """
    UPDATE post SET failed = 'nothing to say'
    WHERE kind IN ('nudge', 'complaint') AND message_id IS NULL AND failed <> ''
      AND EXISTS (SELECT 1 FROM place WHERE place.installation_id = post.installation_id
                  AND place.place = post.address AND place.lost <> '')
"""
EDIT_AGAIN = """
    UPDATE post SET failed = ''
    WHERE message_id IS NOT NULL AND failed NOT IN ('', 'nothing to say', 'outsiders')
      AND wanted > shown
      AND NOT EXISTS (SELECT 1 FROM place WHERE place.installation_id = post.installation_id
                      AND place.place = post.address AND place.lost <> '')
"""
MAKE_READY = """
    UPDATE post SET ready_at = free_at
    WHERE wanted > shown AND failed = ''
      AND (parent_id IS NULL OR message_id IS NOT NULL OR EXISTS (
          SELECT 1 FROM post AS parent WHERE parent.id = post.parent_id
          AND (parent.message_id IS NOT NULL OR parent.failed <> '')))
"""
ASK_AGAIN = """
    UPDATE nudge SET sent_at = NULL,
        due_at = CASE WHEN status = 'sent' THEN ask_at ELSE due_at END,
        status = CASE WHEN status = 'sent' THEN 'planned' ELSE status END
    WHERE status IN ('sent', 'taken', 'snoozed')
      AND id IN (
          SELECT subject_id FROM post WHERE kind = 'nudge' AND message_id IS NULL
          AND failed NOT IN ('', 'outsiders'))
      AND id NOT IN (
          SELECT subject_id FROM post WHERE kind = 'nudge'
          AND (message_id IS NOT NULL OR failed = ''))
"""


def upgrade() -> None:
    """What was refused for good is asked again, and what stands is brought up to date."""
    op.add_column("post", sa.Column("ready_at", sa.Double(), nullable=True))
    for statement in (FORGET_LOST, EDIT_AGAIN, MAKE_READY, ASK_AGAIN):
        op.execute(statement)
    op.drop_index("post_wanted", table_name="post")
    _index("post_ready", ["installation_id", "ready_at", "id"], "ready_at IS NOT NULL")
    _index("post_unsent_reply", ["parent_id"], "message_id IS NULL")
    _index("post_failed", ["failed"], "failed > ''")


def downgrade() -> None:
    for name in ("post_ready", "post_unsent_reply", "post_failed"):
        op.drop_index(name, table_name="post")
    _index("post_wanted", ["free_at"], "wanted > shown")
    op.drop_column("post", "ready_at")


def _index(name: str, columns: list[str], where: str) -> None:
    op.create_index(
        name, "post", columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where)
    )
