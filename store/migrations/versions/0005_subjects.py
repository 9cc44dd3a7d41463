"""What a nudge and a touch are about beside their customer, and how urgent a nudge is"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

NAMING = {"fk": "%(table_name)s_%(column_0_name)s_fkey"}
"""The name that PostgreSQL gives to a key that has none; SQLite gives none."""

ABOUT = "UPDATE {table} SET subject_kind = 'complaint', subject_id = complaint_id"
URGENCY = """
    UPDATE nudge SET urgency = CASE
        WHEN complaint_id IS NOT NULL THEN 0
        WHEN key LIKE 'follow up:enquiry:%' THEN 1
        ELSE 2
    END
"""


def upgrade() -> None:
    for table in ("nudge", "touch"):
        op.add_column(table, sa.Column("subject_kind", sa.String(), nullable=True))
        op.add_column(table, sa.Column("subject_id", sa.Integer(), nullable=True))
        op.execute(ABOUT.format(table=table) + " WHERE complaint_id IS NOT NULL")
    op.add_column("nudge", sa.Column("urgency", sa.Integer(), nullable=True))
    op.execute(URGENCY)
    with op.batch_alter_table("nudge", naming_convention=NAMING) as nudge:
        nudge.alter_column("urgency", existing_type=sa.Integer(), nullable=False)
        nudge.drop_constraint("nudge_complaint_id_fkey", type_="foreignkey")
        nudge.drop_column("complaint_id")
    op.drop_column("touch", "complaint_id")
    given = sa.text("subject_id IS NOT NULL")
    op.create_index(
        "nudge_by_subject",
        "nudge",
        ["subject_kind", "subject_id"],
        sqlite_where=given,
        postgresql_where=given,
    )


def downgrade() -> None:
    op.drop_index("nudge_by_subject", table_name="nudge")
    for table in ("nudge", "touch"):
        op.add_column(table, sa.Column("complaint_id", sa.Integer(), nullable=True))
        op.execute(f"UPDATE {table} SET complaint_id = subject_id")  # noqa: S608 - our own names
        op.drop_column(table, "subject_id")
        op.drop_column(table, "subject_kind")
    op.drop_column("nudge", "urgency")
    with op.batch_alter_table("nudge", naming_convention=NAMING) as nudge:
        nudge.create_foreign_key("nudge_complaint_id_fkey", "complaint", ["complaint_id"], ["id"])
