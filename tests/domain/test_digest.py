"""The digest's numbers in words."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain import plain_text
from domain.wording.digests import Digest


@pytest.mark.parametrize(
    ("within", "told"),
    [
        (200, "💚 Coverage 100 %: 200 of 200 customers heard from us in time"),
        (199, "💚 Coverage 99 %: 199 of 200 customers heard from us in time, 1 waits too long"),
        (1, "💚 Coverage 0 %: 1 of 200 customers heard from us in time, 199 wait too long"),
    ],
)
def test_it_is_a_hundred_per_cent_only_where_nobody_waits(within, told):
    nothing = dict.fromkeys(("done", "due", "late"), ())
    today, now = date(2026, 11, 17), datetime(2026, 11, 17, 8, 30, tzinfo=UTC)
    digest = Digest(
        today=today,
        since=date(2026, 11, 16),
        now=now,
        zone=ZoneInfo("Europe/London"),
        name="Chloe",
        scope="all",
        within=within,
        counted=200,
        **nothing,
    )
    *_, coverage = digest.standing()
    assert plain_text.spoken(coverage.line, "") == told
