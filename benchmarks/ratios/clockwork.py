"""What the clock does for many customers at once: reminders sent end to end, plans made anew."""

import asyncio
import time
from datetime import datetime, timedelta

import httpx

from benchmarks.bases import Base, Company
from care import planning
from handlers.slack.connect import Keys
from handlers.slack.courier import SlackCourier
from scheduler.clock import SystemClock
from scheduler.delivery import Deliverer
from scheduler.heartbeat import Heartbeat

CHANNELS = 50
"""A channel takes only so many reminders a day."""

COMPANY = Company(rooms={f"C-{number}": (f"rep{number}",) for number in range(CHANNELS)})
ONE_OF = 8
"""So many customers are waited for, out of those who were imported; a few more are due by then."""

SLICE, MOST_PLANNED = 100, 1000
WEEKS = 1
"""By then most who were imported are to be asked about, and nothing has lapsed yet."""

MOST_SECONDS = 60
LOOK_SECONDS = 0.02


class LaterClock:
    """The machine's, until it is set forward."""

    def __init__(self) -> None:
        self._by = timedelta()

    def now(self) -> datetime:
        return SystemClock().now() + self._by

    def jump(self) -> None:
        """To a working morning in some weeks."""
        now = self.now()
        monday = now + timedelta(weeks=WEEKS, days=7 - now.weekday())
        self._by += monday.replace(hour=11, minute=0) - now


async def reminders_a_second(base: Base, clock: LaterClock, api: int) -> float:
    """From the moment when they are due until the platform has the last of them."""
    address = f"http://127.0.0.1:{api}"
    keys = Keys(bot_token="xoxb-bench", app_token=None, api_url=f"{address}/api/")  # noqa: S106 - it opens nothing
    courier = SlackCourier(keys.posting_client(), base.tenancy, pace=0)
    heartbeat = Heartbeat(base.heed, [Deliverer(base.heed, courier)])
    await heartbeat.until_idle()
    async with httpx.AsyncClient(base_url=address) as client:
        before, count = await _posted(client), len(base.names) // ONE_OF
        clock.jump()
        began = time.perf_counter()
        heartbeat.start()
        await _until(client, before + count)
        took = time.perf_counter() - began
    await heartbeat.stop(1)
    return count / took


async def _until(client: httpx.AsyncClient, count: int) -> None:
    """Raises TimeoutError where they do not come."""
    for _ in range(int(MOST_SECONDS / LOOK_SECONDS)):
        if (posted := await _posted(client)) >= count:
            return
        await asyncio.sleep(LOOK_SECONDS)
    raise TimeoutError(f"{posted} of {count} were posted")


async def _posted(client: httpx.AsyncClient) -> int:
    return int((await client.get("/posted")).json()["posted"])


async def replanned_a_second(base: Base) -> float:
    count = min(len(base.names), MOST_PLANNED)
    began = time.perf_counter()
    for first in range(1, count + 1, SLICE):
        ids = range(first, min(first + SLICE, count + 1))
        await base.heed.do(planning.replan_all, base.tenancy, ids)
    return count / (time.perf_counter() - began)
