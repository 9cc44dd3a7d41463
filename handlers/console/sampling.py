"""`sample`: made-up customers for a made-up team, where Heed is tried."""

import asyncio

from care import places, sample
from care.heed import Clockwork, Heed

PATIENCE = 20.0
BETWEEN = 0.2


async def fill(heed: Heed, home: Clockwork, channel: str, host: str) -> int:
    """Waits for the channel, where Heed may be about to come in; raises TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while not await heed.ask(places.asks_in, home, channel):  # noqa: ASYNC110 - another process comes in
            await asyncio.sleep(BETWEEN)
    await heed.do(sample.fill, home, channel, host)
    return 0
