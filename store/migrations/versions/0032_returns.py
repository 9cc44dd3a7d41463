"""Enquiries are answered by the play that answers every contact"""

from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

FORMER, NOW = "follow up:enquiry:", "return:"
RENAME = """
    UPDATE nudge SET play = '{play}', key = '{to}' || substr(key, {behind})
    WHERE key LIKE '{of}%' AND play = '{former}'
"""
SETTING = "UPDATE setting SET name = '{to}' WHERE name = '{of}'"


def upgrade() -> None:
    _rename(FORMER, "follow up", NOW, "return")
    op.execute(SETTING.format(of="follow_up.enquiry_hours", to="return.enquiry_hours"))


def downgrade() -> None:
    _rename(NOW, "return", FORMER, "follow up")
    op.execute(SETTING.format(of="return.enquiry_hours", to="follow_up.enquiry_hours"))


def _rename(of: str, former: str, to: str, play: str) -> None:
    op.execute(RENAME.format(of=of, former=former, to=to, play=play, behind=len(of) + 1))
