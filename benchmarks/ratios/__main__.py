"""`python -m benchmarks.ratios`: prints what is reached beside what is to be reached."""

import argparse
import asyncio
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.bases import Company, address_of, open_base
from benchmarks.names import names
from benchmarks.ratios import programs
from benchmarks.ratios.clockwork import (
    COMPANY,
    LaterClock,
    reminders_a_second,
    replanned_a_second,
)
from benchmarks.ratios.measures import HELP, LOG, Ratios, commands, compare
from benchmarks.ratios.requests import Command
from handlers.slack.connect import PLATFORM

KINDS = ("sqlite", "postgresql")
TARGETS = {
    "empty command, 32 connections, of bare": ("0.4", "0.4"),
    "log a line, 32 connections, of bare": ("0.12", "0.06"),
    "log a line, alone, times as long": ("12", "30"),
    "reminders a second": ("300", "200"),
    "replanned customers a second": ("6,000", "2,000"),
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ratios")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--customers", type=int, default=2000)
    parser.add_argument("--seconds", type=float, default=1.0, help="of each measure of a round")
    parser.add_argument("--on", choices=KINDS, action="append", help="both, if not given")
    typed = parser.parse_args()
    scale = Scale(rounds=typed.rounds, seconds=typed.seconds, customers=typed.customers)
    Console().print(asyncio.run(told(typed.on or list(KINDS), scale)))


@dataclass(frozen=True, kw_only=True)
class Scale:
    rounds: int
    seconds: float
    customers: int


async def told(kinds: list[str], scale: Scale) -> Table:
    columns = [f"{kind}{what}" for kind in kinds for what in ("", ", wanted")]
    table = Table("", *columns, title=f"medians of {scale.rounds} rounds in turns")
    found: dict[str, dict[str, str]] = {kind: {} for kind in kinds}
    async with programs.module("stand_in") as api:
        for kind, ratios in (await _commands(kinds, api, scale)).items():
            found[kind] = _shown(ratios)
        for kind in kinds:
            found[kind] |= await _clockwork(kind, api, scale)
    for label, wanted in TARGETS.items():
        cells = [(found[kind][label], wanted[KINDS.index(kind)]) for kind in kinds]
        table.add_row(label, *(cell for pair in cells for cell in pair))
    return table


async def _commands(kinds: list[str], api: int, scale: Scale) -> dict[str, dict[str, Ratios]]:
    """Every program runs at once, and is asked in turn."""
    async with AsyncExitStack() as stack:
        port = await stack.enter_async_context(programs.module("bare"))
        bare = Command(port=port, says=b"ok")
        asked: dict[str, Command] = {}
        for kind in kinds:
            heed = await stack.enter_async_context(_program(kind, api, scale.customers))
            asked |= {f"{kind} {name}": each for name, each in heed.items()}
        ratios = await compare(bare, asked, scale.rounds, scale.seconds)
    return {kind: {name: ratios[f"{kind} {name}"] for name in (HELP, LOG)} for kind in kinds}


@asynccontextmanager
async def _program(kind: str, api: int, count: int) -> AsyncIterator[Mapping[str, Command]]:
    """Heed with some customers, and what is typed there."""
    with tempfile.TemporaryDirectory() as folder, address_of(kind, Path(folder)) as address:
        async with open_base(address, count, Company(platform=PLATFORM)):
            pass
        async with programs.heed(address, api, Path(folder)) as port:
            yield commands(port, names(count))


def _shown(ratios: Mapping[str, Ratios]) -> dict[str, str]:
    return {
        "empty command, 32 connections, of bare": f"{ratios[HELP].many:.3f}",
        "log a line, 32 connections, of bare": f"{ratios[LOG].many:.3f}",
        "log a line, alone, times as long": f"{ratios[LOG].slower:.0f}",
    }


async def _clockwork(kind: str, api: int, scale: Scale) -> dict[str, str]:
    """As often as there are rounds, each time on a base of its own."""
    runs = [await _once(kind, api, scale.customers) for _ in range(scale.rounds)]
    sent, planned = zip(*runs, strict=True)
    return {
        "reminders a second": f"{median(sent):,.0f}",
        "replanned customers a second": f"{median(planned):,.0f}",
    }


async def _once(kind: str, api: int, count: int) -> tuple[float, float]:
    clock = LaterClock()
    with tempfile.TemporaryDirectory() as folder, address_of(kind, Path(folder)) as address:
        async with open_base(address, count, COMPANY, clock) as base:
            planned = await replanned_a_second(base)
            return await reminders_a_second(base, clock, api), planned


if __name__ == "__main__":
    main()
