"""The digest's numbers in words."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from domain import plain_text
from domain.coverage import CareNumbers
from domain.shares import Covered
from domain.wording.digests import Digest


@pytest.mark.parametrize(
    ("within", "never", "told"),
    [
        (200, 0, "💚 Coverage 100 %: 200 of 200"),
        (199, 0, "💚 Coverage 99 %: 199 of 200, 1 waits"),
        (180, 3, "💚 Coverage 90 %: 180 of 200, 20 wait, 3 of them never reached"),
        (179, 21, "💛 Coverage 90 %: 179 of 200, 21 wait and were never reached"),
        (150, 0, "💛 Coverage 75 %: 150 of 200, 50 wait"),
        (149, 0, "❤️ Coverage 74 %: 149 of 200, 51 wait"),
    ],
)
def test_it_is_a_hundred_per_cent_only_where_nobody_waits(within, never, told):
    nothing = dict.fromkeys(("done", "due", "late"), ())
    today, now = date(2026, 11, 17), datetime(2026, 11, 17, 8, 30, tzinfo=UTC)
    digest = Digest(
        today=today,
        since=date(2026, 11, 16),
        now=now,
        zone=ZoneInfo("Europe/London"),
        name="Chloe",
        scope="all",
        covered=Covered(counted=200, within=within, never=never),
        care=CareNumbers(),
        **nothing,
    )
    *_, coverage = digest.standing()
    spoken = plain_text.spoken(coverage.line, "")
    assert spoken.replace(" customers reached in time", "") == told
