"""`python -m benchmarks.reading`: reads labelled lines, and says how much was read right."""

import argparse
import asyncio
from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from benchmarks.reading import replies
from benchmarks.reading.labels import SETS, company, lines
from benchmarks.reading.readings import Read, read_all
from benchmarks.reading.scores import Score, Share, score

HALVES = ("tune", "check")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("sets", nargs="*", default=SETS, help="both, if none is given")
    parser.add_argument("--half", choices=HALVES, help="one of two halves of the lines")
    parser.add_argument(
        "--misses",
        nargs="?",
        const="training",
        metavar="SET",
        help="name what was read wrong, of the training set if none is named;"
        " what has been looked at counts as training from then on",
    )
    typed = parser.parse_args()
    for chosen in typed.sets:
        asyncio.run(_measure(chosen, typed.half, is_named=typed.misses == chosen))
        _measure_replies(chosen, typed.half, is_named=typed.misses == chosen)


async def _measure(chosen: str, half: str | None, *, is_named: bool) -> None:
    console = Console()
    kept = [it for it in lines(chosen) if half is None or it.half == HALVES.index(half)]
    read = await read_all(kept, company(chosen))
    if is_named:
        for each in read:
            _name(console, each)
    console.print(_table(f"{chosen}: {len(read)} lines", score(read)))


def _measure_replies(chosen: str, half: str | None, *, is_named: bool) -> None:
    console = Console()
    every = replies.read_all(chosen)
    read = [it for it in every if half is None or it.half == HALVES.index(half)]
    for each in read if is_named else ():
        if not each.is_right:
            told = f"{each.thread}: {each.reply}\n    {sorted(each.wanted)}, taken for {each.took}"
            console.print(told, markup=False, highlight=False)
    if read:
        console.print(_table(f"{chosen}: {len(read)} replies", replies.score(read)))


def _name(console: Console, it: Read) -> None:
    if not it.wrong():
        return
    signs, read = it.wanted.signs, it.read
    wanted = (it.wanted.kind, it.wanted.direction, [sorted(each) for each in signs.needed])
    was = (str(read.kind), str(read.direction), [*map(str, read.signs)], [*map(str, read.asks)])
    days = f"{it.wanted.days} days ago, not {it.days}" if "days" in it.wrong() else ""
    customer = f"{it.wanted.customer}, not {it.customer}" if "customer" in it.wrong() else ""
    told = f"    wanted {wanted}, read {was} {days} {customer}"
    console.print(f"{it.wanted.line}\n    {', '.join(it.wrong())}\n{told}", markup=False, width=999)


def _table(title: str, scores: Iterable[Score]) -> Table:
    table = Table("", "precision", "recall, or share that is right", title=title)
    for each in scores:
        table.add_row(each.about, _shown(each.precision), _shown(each.recall))
    return table


def _shown(share: Share | None) -> str:
    return "" if share is None else str(share)


if __name__ == "__main__":
    main()
