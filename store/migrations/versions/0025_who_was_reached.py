"""Whom we reached and who turned to us, told apart, and why somebody is not counted"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

IMPORTED = "words = 'last contact, as imported' AND by_id IS NULL"


def upgrade() -> None:
    op.execute("ALTER TABLE customer RENAME COLUMN last_contact_at TO reached_at")
    op.add_column("customer", sa.Column("turned_at", sa.DateTime(timezone=True)))
    op.add_column("customer", sa.Column("outside", sa.String()))
    op.execute(f"UPDATE touch SET kind = 'call', direction = 'ours' WHERE {IMPORTED}")  # noqa: S608 - as above
    _plan_all_anew()


def downgrade() -> None:
    op.execute(f"UPDATE touch SET kind = 'message', direction = 'theirs' WHERE {IMPORTED}")  # noqa: S608 - as above
    with op.batch_alter_table("customer") as batch_op:
        batch_op.drop_column("outside")
        batch_op.drop_column("turned_at")
    op.execute("ALTER TABLE customer RENAME COLUMN reached_at TO last_contact_at")
    _plan_all_anew()


def _plan_all_anew() -> None:
    """What follows from the touches is reckoned by the rules, in slices, after the start."""
    op.execute(
        "INSERT INTO replanning (workspace_id, reached, wanted_at) "
        "SELECT id, 0, CURRENT_TIMESTAMP FROM workspace"
    )
