"""How Heed reads the lines of a set: on SQLite, with the set's customers and nobody's people."""

import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import features
from benchmarks.reading.labels import Labelled
from care import imports, team, understanding
from care.heed import Heed, SystemCaller
from care.understanding import Understood
from handlers.console import tables
from scheduler.clock import FixedClock
from store.store import open_store

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 20, 14, 0, tzinfo=LONDON)
"""When all lines are typed: on a Friday."""


@dataclass(frozen=True, kw_only=True)
class Read:
    """One line with its reading. Of a name that is not certain the likeliest customer counts, for
    one click takes it.
    """

    wanted: Labelled
    read: Understood

    @property
    def filed(self) -> frozenset[str]:
        return frozenset(self.read.signs)

    @property
    def asked(self) -> frozenset[str]:
        return frozenset(self.read.asks)

    @property
    def customer(self) -> str | None:
        return self.read.customer or next(iter(self.read.candidates), None)

    @property
    def days(self) -> int:
        return (NOW.date() - self._day).days

    @property
    def _day(self) -> date:
        return datetime.fromisoformat(self.read.at).astimezone(LONDON).date()

    def wrong(self) -> list[str]:
        """Which of customer, kind, signs, direction and day are not as labelled."""
        told = {"customer": self.customer, "kind": self.read.kind, "days": self.days}
        told["direction"] = self.read.direction
        meant = {each: getattr(self.wanted, each) for each in told}
        off = [each for each in told if meant[each] is not None and told[each] != meant[each]]
        missed = self.wanted.signs.misses(self.filed, self.asked)
        return off + (["signs"] if missed or self.filed - self.wanted.signs.may else [])


async def read_all(lines: Sequence[Labelled], customers: Sequence[str]) -> list[Read]:
    async with _open(customers) as (heed, tenancy):
        ask = understanding.understand
        return [
            Read(wanted=each, read=await heed.ask(ask, tenancy, each.line, LONDON))
            for each in lines
        ]


@asynccontextmanager
async def _open(customers: Sequence[str]) -> AsyncIterator[tuple[Heed, SystemCaller]]:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/heed.db")
        try:
            heed = Heed(store, FixedClock(NOW), features.build(), patience=None)
            nobody, zone = SystemCaller(workspace_id=0), LONDON.key
            found = await heed.do(team.settle_in, nobody, "bench", "T1", "U-heed", zone)
            tenancy = SystemCaller(workspace_id=found.workspace_id)
            path = Path(folder) / "customers.csv"
            tables.write(path, [{"name": name, "rung": "customer"} for name in customers])
            rows = tables.read(path, LONDON).rows
            agenda = await heed.ask(imports.look_through, tenancy, rows)
            await heed.do(imports.carry_out, tenancy, agenda, lambda _: None)
            yield heed, tenancy
        finally:
            store.close()
