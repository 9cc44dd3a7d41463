"""`sample`: made-up customers for a made-up team, where Heed is tried."""

import asyncio
import sys

from care import places, sample
from care.heed import Heed, SystemCaller
from domain.errors import NotUnderstood

PATIENCE = 20.0
BETWEEN = 0.2


async def fill(heed: Heed, tenancy: SystemCaller, channel: str, host: str) -> int:
    """Waits for the channel, where Heed may be about to come in."""
    if not await heed.ask(places.is_in, tenancy, channel):
        _tell(f"Waiting for Heed to be invited to {channel} …")
        await _wait(heed, tenancy, channel)
    count = await heed.do(sample.fill, tenancy, channel, host)
    _tell(f"Added {count} customers. Their reminders come to {channel}.")
    return 0


async def _wait(heed: Heed, tenancy: SystemCaller, channel: str) -> None:
    try:
        async with asyncio.timeout(PATIENCE):
            while not await heed.ask(places.is_in, tenancy, channel):  # noqa: ASYNC110 - another process comes in
                await asyncio.sleep(BETWEEN)
    except TimeoutError:
        told = f"Heed is in no channel called {channel}: invite it there first."
        raise NotUnderstood(told) from None


def _tell(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
