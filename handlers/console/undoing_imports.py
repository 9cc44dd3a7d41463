"""`undo-import`: what would go and what stays, then all of it."""

import argparse
from collections.abc import Iterator

from rich.console import Console
from rich.progress import Progress

from care import import_undoing
from care.heed import Heed
from care.import_undoing import Undoing
from domain.messages import Count
from handlers.console import saying, tenancies
from handlers.console.confirming import asks


async def take_back(heed: Heed, typed: argparse.Namespace) -> int:
    """Says what would go and what stays, then does so when told to. Returns 0 when done."""
    console = Console(highlight=False, soft_wrap=True)
    tenancy = await tenancies.need(heed)
    undoing = await heed.ask(import_undoing.look_through, tenancy)
    for told in _told(undoing):
        saying.show(console, told)
    if not (typed.yes or asks(console, "Take it back?")):
        console.print("Nothing was changed. Add --yes to take it back without being asked.")
        return 1
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("Taking back", total=len(undoing.numbers))
        for start in range(0, len(undoing.numbers), import_undoing.CHUNK):
            chunk = undoing.numbers[start : start + import_undoing.CHUNK]
            await heed.do(import_undoing.take_back, tenancy, chunk)
            progress.advance(task, len(chunk))
    await heed.do(import_undoing.finish, tenancy, undoing)
    console.print("Taken back.")
    return 0


def _told(undoing: Undoing) -> Iterator[str]:
    source, at = undoing.batch.why.rpartition(" #")[0] or "a table", undoing.batch.at
    gone = f"{undoing.go} {Count(undoing.go, 'customer goes', 'customers go').noun} again"
    were = f"{undoing.were} {Count(undoing.were, 'is', 'are').noun} as before"
    yield f"The import of {source}, {at:%Y-%m-%d %H:%M} UTC: {gone}, {were}."
    for each in undoing.kept:
        kept = f"keeps {', '.join(each.what)}" if each.what else "stays, with all that was imported"
        yield f"{each.customer} {kept}: {each.who} built on that since."
