"""What the outbox is asked each second, with few posts and with a hundred times as many."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime

from sqlalchemy import text

from benchmarks.bases import Base
from benchmarks.timing import Runs, share, timed
from care import outbox
from care.heed import NOWHERE
from store.work import Work

POSTS_A_CUSTOMER = 10
A_HUNDREDTH = 0.01
TIMES = 200
TAKEN = 20

_ADD = text("""
    INSERT INTO post (workspace_id, installation_id, kind, subject_id, address, place, message_id,
        delivery, can_wait, maybe_sent, attempt, free_at, failed, created_at,
        wanted, shown, ready_at)
    WITH RECURSIVE number (n) AS (
        SELECT CAST(:first AS INTEGER) UNION ALL SELECT n + 1 FROM number WHERE n + 1 < :last)
    SELECT :ws, :installation, 'measured', n, 'C-measured', 'C-measured', 'm' || n, 'd' || n,
        false, false, 0, 0.0, '', CURRENT_TIMESTAMP,
        2, CASE WHEN n % 1000 = 0 THEN 1 ELSE 2 END, CASE WHEN n % 1000 = 0 THEN 0.0 END
    FROM number
""")


async def every(base: Base) -> AsyncIterator[tuple[str, Runs]]:
    """One in a thousand waits to be edited, all others stand as they are."""
    many = POSTS_A_CUSTOMER * len(base.names)
    few = max(int(many * A_HUNDREDTH), 1)
    asked: dict[str, Callable[[], Awaitable[object]]] = {
        "is a post ready": lambda: base.heed.ask(outbox.seconds_until_ready, NOWHERE),
        "claim twenty": lambda: base.heed.do(outbox.claim, base.tenancy, 0.0, TAKEN),
    }
    middles: dict[str, float] = {}
    for first, last in ((0, few), (few, many)):
        await base.heed.do(_add, base.tenancy, first, last)
        for label, ask in asked.items():
            runs = await timed(ask, TIMES)
            ratio = share(runs, 50) / middles.setdefault(label, share(runs, 50))
            than = f" ({ratio:.1f} times as long as among {few:,})" if first else ""
            yield f"{label}, among {last:,} posts{than}", runs


def _add(work: Work, now: datetime, first: int, last: int) -> None:
    del now
    work.run(_ADD, installation=work.installation_id, first=first, last=last)
    if work.connection.dialect.name == "postgresql":
        work.run(text("ANALYZE post"))
