"""When a platform was last heard, and which posts are to be read since"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

WHERE = sa.text("unheard_since IS NOT NULL")


def upgrade() -> None:
    op.add_column("installation", sa.Column("heard_at", sa.DateTime(timezone=True)))
    op.add_column("post", sa.Column("unheard_since", sa.DateTime(timezone=True)))
    op.create_index(
        "post_unheard",
        "post",
        ["installation_id", "id"],
        sqlite_where=WHERE,
        postgresql_where=WHERE,
    )


def downgrade() -> None:
    op.drop_index("post_unheard", "post")
    op.drop_column("post", "unheard_since")
    op.drop_column("installation", "heard_at")
