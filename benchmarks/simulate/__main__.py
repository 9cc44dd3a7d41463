"""`python -m benchmarks.simulate`: a team with Heed, without it, and with plain reminders."""

import argparse
import asyncio
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.progress import track

import features
from benchmarks.bases import address_of
from benchmarks.names import names
from benchmarks.simulate import baselines, events, picture, report, week
from benchmarks.simulate.events import Customer, Day
from benchmarks.simulate.heed import Team, team_with_heed
from benchmarks.simulate.outcome import Outcome, outcome, taken_from
from benchmarks.simulate.parameters import Parameters
from care.registry import Registry

PAGE = Path("docs/simulation.md")
PICTURE, WEEK = PAGE.with_suffix(".svg"), PAGE.with_name("week.md")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.simulate", description=__doc__)
    usual = Parameters()
    parser.add_argument("--reps", type=int, default=usual.reps)
    parser.add_argument("--customers", type=int, default=usual.customers)
    parser.add_argument("--days", type=int, default=usual.days)
    parser.add_argument("--acceptance", type=float, default=usual.acceptance)
    parser.add_argument("--seeds", type=int, default=1, help="so many worlds; mean and range")
    parser.add_argument("--on", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument(
        "--write", action="store_true", help=f"writes {PAGE}, its picture, and {WEEK}"
    )
    typed = parser.parse_args()
    sizes = {"reps": typed.reps, "customers": typed.customers, "days": typed.days}
    world = replace(usual, acceptance=typed.acceptance, **sizes)
    worlds = [replace(world, seed=seed) for seed in range(1, typed.seeds + 1)]
    found = [asyncio.run(live(each, typed.on)) for each in worlds]
    console = Console()
    console.print(report.table(found))
    for missed in report.missed(found):
        console.print(missed)
    if typed.write:
        PAGE.write_text(report.page(world, found))
        PICTURE.write_text(picture.drawn(found))
        last, weeks = found[-1][-1].week, report.weeks(found)
        WEEK.write_text(week.page(last, weeks.half, weeks.most))


async def live(world: Parameters, kind: str, registry: Registry | None = None) -> list[Outcome]:
    """Without, with a plain reminder, with one that is repeated, with Heed."""
    every = events.customers(world, names(world.customers))
    days = [events.day(world, every, number) for number in range(world.days)]
    alone = baselines.without(world, every, days)
    plain = baselines.every_thirty(world, every, days, repeats=False)
    daily = baselines.every_thirty(world, every, days, repeats=True)
    with tempfile.TemporaryDirectory() as folder, address_of(kind, Path(folder)) as address:
        helped = await _with_heed(world, every, days, address, registry)
    return [
        outcome("no bot", alone, None, days),
        outcome("every 30 days", *plain, days),
        outcome("every 30 days, then daily", *daily, days),
        helped,
    ]


async def _with_heed(
    world: Parameters,
    every: Sequence[Customer],
    days: Sequence[Day],
    address: str,
    registry: Registry | None,
) -> Outcome:
    async with team_with_heed(world, every, address, registry or features.build()) as team:
        for day in _shown(days, world):
            await team.live(day)
        return await _told(team, days)


async def _told(team: Team, days: Sequence[Day]) -> Outcome:
    rows = await team.heed.ask(taken_from, team.tenancy)
    told = week.median(team.diary, days, team.world.reps)
    return replace(outcome("Heed", team.ledger, team.tally, days), week=told, **rows)


def _shown(days: Sequence[Day], world: Parameters) -> Iterable[Day]:
    return track(days, description=f"World {world.seed}: {len(days)} days")


if __name__ == "__main__":
    main()
