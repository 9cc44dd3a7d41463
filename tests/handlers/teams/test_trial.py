"""What `make run-teams` says and does around Microsoft's page."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from handlers.teams import trial

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2026-11-26T09:00", "2026-11-26"),
        ("2026-11-26T09:30", "2026-11-27"),
        ("2026-11-27T18:00", "2026-11-30"),
        ("2026-11-28T08:00", "2026-11-30"),
    ],
)
def test_its_clock_is_turned_to_the_next_working_morning(now, morning):
    at = trial.morning_after(datetime.fromisoformat(now).replace(tzinfo=LONDON))
    assert at.isoformat() == f"{morning}T09:30:00+00:00"


def test_it_says_what_the_page_cannot_do_and_how_the_clock_is_turned():
    now = datetime(2026, 11, 27, 9, 30, tzinfo=LONDON)
    told = trial.TOLD.format(page="http://localhost:1", now=now)
    assert "opens no dialogs and shows no mentions" in told
    assert "stands at Friday 09:30: press Enter" in told
