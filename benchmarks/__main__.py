"""`python -m benchmarks`: measures everything on both databases, and prints a table."""

import argparse
import asyncio
import os
import platform
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.bases import address_of, open_base
from benchmarks.measures import every
from benchmarks.timing import share

KINDS = ("sqlite", "postgresql")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--customers", type=int, default=100_000)
    parser.add_argument("--on", choices=KINDS, action="append", help="both, if not given")
    typed = parser.parse_args()
    console = Console()
    for kind in typed.on or KINDS:
        console.print(asyncio.run(measure(kind, typed.customers)))


async def measure(kind: str, count: int) -> Table:
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}"
    title = f"{kind}, {count:,} customers, {machine}"
    table = Table("", "runs", "half within", "95 % within", "99 % within", title=title)
    with tempfile.TemporaryDirectory() as folder, address_of(kind, Path(folder)) as address:
        async with open_base(address, count) as base:
            _tell_import(table, base.seconds, count)
            async for label, runs in every(base):
                times = [_shown(share(runs, percent)) for percent in (50, 95, 99)]
                table.add_row(label, str(len(runs)), *(times if len(runs) > 1 else times[:1]))
    return table


def _tell_import(table: Table, seconds: dict[str, float], count: int) -> None:
    for step, took in seconds.items():
        table.add_row(f"import, {step}", "1", _shown(took))
    total = sum(seconds.values())
    table.add_row(f"import, in all ({count / total:,.0f} lines a second)", "1", _shown(total))


def _shown(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    main()
