"""Which customer a post is about, whatever kind it is of"""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

BY_SUBJECT = """
    UPDATE post SET customer_id = (
        SELECT subject.customer_id FROM {table} AS subject WHERE subject.id = post.subject_id
    ) WHERE kind = '{kind}'
"""
TABLES = {"nudge": "nudge", "complaint": "complaint", "late": "complaint", "back": "action"}


def upgrade() -> None:
    op.execute("ALTER TABLE post ADD COLUMN customer_id INTEGER REFERENCES customer (id)")
    for kind, table in TABLES.items():
        op.execute(BY_SUBJECT.format(table=table, kind=kind))
    op.execute("UPDATE post SET kind = 'complaint late' WHERE kind = 'late'")
    op.create_index("ix_post_customer_id", "post", ["customer_id"])


def downgrade() -> None:
    op.execute("UPDATE post SET kind = 'late' WHERE kind = 'complaint late'")
    op.drop_index("ix_post_customer_id", table_name="post")
    op.drop_column("post", "customer_id")
