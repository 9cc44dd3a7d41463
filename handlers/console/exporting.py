"""`export customers.csv`: every customer, in a table that an import takes back."""

import argparse
from pathlib import Path

from care import exports
from care.heed import Heed
from domain.messages import Count
from handlers.console import tables, tenancies
from handlers.console.saying import say


async def write(heed: Heed, typed: argparse.Namespace) -> int:
    rows = await heed.ask(exports.rows, await tenancies.need(heed))
    tables.write(Path(typed.file), rows)
    return say(f"Exported: {len(rows)} {Count(len(rows), 'customer').noun} to {typed.file}.")
