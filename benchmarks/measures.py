"""What is measured: each yields a label, and the seconds that each single run took."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from itertools import chain, cycle

from sqlalchemy import select

from benchmarks import outbox
from benchmarks.bases import LONDON, Base
from benchmarks.names import misspelt
from benchmarks.timing import Runs, timed
from care import commands, customers, digests, due, due_nudges, home, understanding
from care.heed import NOWHERE
from domain.nudges import Status
from scheduler.heartbeat import MOST, Heartbeat
from store.tables import Nudge
from store.work import Work, table_of

LINES = 200
AT_ONCE = 50
LOOKS = 20
YEARS = timedelta(days=3650)


async def every(base: Base) -> AsyncIterator[tuple[str, Runs]]:
    async for measured in _logging(base):
        yield measured
    async for measured in _names(base):
        yield measured
    async for measured in _reading(base):
        yield measured
    for count in (0, 100, 1000):
        yield f"tick with {count} due", await _tick(base, count)
    async for measured in outbox.every(base):
        yield measured


async def _logging(base: Base) -> AsyncIterator[tuple[str, Runs]]:
    lines = (f"{name} called Maria about the renewal, she was happy" for name in cycle(base.names))
    times = min(LINES, len(base.names))

    async def log() -> None:
        await base.heed.do(commands.run, base.caller("ana"), "log", next(lines))

    yield "log a line, alone", await timed(log, times)
    crowd = await asyncio.gather(*(timed(log, times // 10) for _ in range(AT_ONCE)))
    yield f"log a line, {AT_ONCE} at once", list(chain.from_iterable(crowd))


async def _names(base: Base) -> AsyncIterator[tuple[str, Runs]]:
    for label, spell in (("exact", str), ("with a typo", misspelt)):
        wanted = iter(base.names[-LOOKS - 1 :])

        async def look(spell: Callable[[str], str] = spell) -> None:
            line = f"{spell(next(wanted))} called"  # noqa: B023 - awaited within the loop
            await base.heed.ask(understanding.understand, base.caller("ana"), line, LONDON)

        yield f"find a name, {label}, first time", await timed(look, 1)
        yield f"find a name, {label}", await timed(look, LOOKS)


async def _reading(base: Base) -> AsyncIterator[tuple[str, Runs]]:
    chloe, ana = base.caller("chloe"), base.caller("ana")
    ask = base.heed.ask
    yield "a manager's digest", await timed(lambda: ask(digests.mine, chloe), LOOKS)
    yield "a rep's digest", await timed(lambda: ask(digests.mine, ana), LOOKS)
    late = ("beyond", "all", "2026-11-16")
    opened = await timed(lambda: ask(digests.open_line, chloe, *late), LOOKS)
    yield "open “waits too long”", opened
    yield "a rep's Home", await timed(lambda: ask(home.show, ana, 0), LOOKS)
    yield "a manager's Home", await timed(lambda: ask(home.show, chloe, 0), LOOKS)
    yield "what waits for a rep", await timed(lambda: ask(due.mine, ana), LOOKS)
    yield "a customer's card", await timed(lambda: ask(customers.card, ana, 7), LOOKS)


async def _tick(base: Base, count: int) -> Runs:
    """Everything that is due is looked at, some of it asked for; nothing is sent."""
    await base.heed.do(_make_due, base.tenancy, count)
    heartbeat = Heartbeat(base.heed, [])
    began = time.perf_counter()
    while await base.heed.ask(due_nudges.due, NOWHERE, MOST):
        await heartbeat.look()
    return [time.perf_counter() - began]


def _make_due(work: Work, now: datetime, count: int) -> None:
    """Exactly so many: everything else is put off for years."""
    nudge = table_of(Nudge)
    waiting = nudge.update().where(nudge.c.due_at.is_not(None))
    work.connection.execute(waiting.values(due_at=now + YEARS))
    first = select(nudge.c.id).where(nudge.c.status == Status.PLANNED).limit(count)
    due = nudge.update().where(nudge.c.id.in_(first))
    work.connection.execute(due.values(due_at=now, ask_at=now))
