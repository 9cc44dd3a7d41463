"""`edit`, `understand` and `corrections`: what is asked of Heed without anybody in particular."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict
from zoneinfo import ZoneInfo

from care import corrections as made
from care import customers, understanding
from care.heed import NOWHERE, Heed
from domain import plain_text
from handlers.console import tenancies
from handlers.console.saying import say, say_json

STANDARD_INPUT = "-"


async def edit(heed: Heed, typed: argparse.Namespace) -> int:
    tenancy = await tenancies.need(heed)
    facts = (typed.customer, typed.field, typed.value)
    answer = await heed.do(customers.edit_by_hand, tenancy, *facts)
    return say(plain_text.spoken(answer.headline, "/heed "))


async def corrections(heed: Heed, typed: argparse.Namespace) -> int:
    """Prints what people put right on receipts, one JSON object a line; sends nothing anywhere."""
    del typed
    for each in await heed.ask(made.lines, await tenancies.need(heed)):
        say_json(asdict(each))
    return 0


async def understand(heed: Heed, line: str, zone: ZoneInfo) -> int:
    """Prints how a line is read, as JSON, against today's customers if there are any; where it is
    "-", how each line from standard input is.
    """
    tenancy = await tenancies.find(heed) or NOWHERE
    for each in _typed() if line == STANDARD_INPUT else (line,):
        read = await heed.ask(understanding.understand, tenancy, each, zone)
        say_json(asdict(read))
    return 0


def _typed() -> Iterator[str]:
    """Without the blank ones."""
    return (line for typed in sys.stdin if (line := typed.rstrip("\r\n")).strip())
