"""How Heed reads the lines of a set: on SQLite, with the people it tells of."""

import tempfile
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import features
from benchmarks.reading.labels import Labelled
from care import customers, team, understanding
from care.heed import Heed, SystemCaller
from care.understanding import Understood
from domain.customers import Contact
from domain.newcomers import Newcomer
from domain.teammates import Teammate
from scheduler.clock import FixedClock
from store import customers as stored
from store.store import open_store
from store.work import Work

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

    def wrong(self, *, is_asking_enough: bool = False) -> list[str]:
        """Which of customer, kind, signs, direction and day are not as labelled. Where
        `is_asking_enough`, a sign that the receipt asks about counts, as a customer does.
        """
        told = {"customer": self.customer, "kind": self.read.kind, "days": self.days}
        told["direction"] = self.read.direction
        meant = {each: getattr(self.wanted, each) for each in told}
        off = [each for each in told if meant[each] is not None and told[each] != meant[each]]
        if self.wanted.customer is None and not self.wanted.several and self.read.customer:
            off.append("customer")
        wanted = self.wanted.signs
        judge = wanted.not_even_asked if is_asking_enough else wanted.misses
        missed = judge(self.filed, self.asked)
        return off + (["signs"] if missed or self.filed - self.wanted.signs.may else [])


async def read_all(lines: Sequence[Labelled], company: Mapping[str, Any]) -> list[Read]:
    async with _open(company) as (heed, tenancy):
        return [Read(wanted=each, read=await _understood(heed, tenancy, each)) for each in lines]


async def _understood(heed: Heed, tenancy: SystemCaller, it: Labelled) -> Understood:
    ask = understanding.understand
    return await heed.ask(ask, tenancy, it.line, LONDON, theirs=it.theirs)


@asynccontextmanager
async def _open(company: Mapping[str, Any]) -> AsyncIterator[tuple[Heed, SystemCaller]]:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{folder}/heed.db")
        try:
            heed = Heed(store, FixedClock(NOW), features.build(), patience=None)
            nobody, zone = SystemCaller(workspace_id=0), LONDON.key
            found = await heed.do(team.settle_in, nobody, "bench", "T1", "U-heed", zone)
            there, here = found.workspace_id, found.installation_id
            tenancy = SystemCaller(workspace_id=there, installation_id=here)
            mates = [
                Teammate(id=0, name=name, zone=zone, user_id=f"U-{at}", handle="")
                for at, name in enumerate(company["team"])
            ]
            await heed.do(team.introduce, tenancy, tuple(mates))
            await heed.do(_settle, tenancy, company["customers"])
            yield heed, tenancy
        finally:
            store.close()


def _settle(work: Work, now: datetime, known: Sequence[Mapping[str, Any]]) -> None:
    for each in known:
        customer_id = customers.add(work, now, Newcomer(name=each["name"]), owner_id=None)
        stored.change(work, customer_id, aliases=list(each["aliases"]))
        for name in each["contacts"]:
            stored.add_contact(work, customer_id, Contact(id=0, name=name))
        stored.learn_names(work, customer_id)
