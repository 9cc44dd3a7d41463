"""The one place where the time is read: the machine's, or a clock that a stand-in turns."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import aiohttp

from domain.errors import NoClock

PATIENCE = aiohttp.ClientTimeout(total=40)
RETRY_SECONDS = 1


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)


class FixedClock:
    """Always the same moment: for asking "as if it were then"."""

    def __init__(self, at: datetime) -> None:
        self._at = at

    def now(self) -> datetime:
        return self._at


class TurnedClock:
    """Follows a clock at an address, and tells it when there is nothing left to do.

    The protocol is in the playground's README. Between two turns time runs on at real speed.
    """

    def __init__(self, address: str) -> None:
        self._address = address.rstrip("/")
        self._listener = uuid4().hex
        self._turn = 0
        self._base = datetime.now(UTC)
        self._read_at = time.monotonic()
        self._is_running = True

    def now(self) -> datetime:
        gone_by = time.monotonic() - self._read_at if self._is_running else 0
        return self._base + timedelta(seconds=gone_by)

    async def set(self) -> None:
        """Reads the time once; raises NoClock."""
        try:
            async with (
                aiohttp.ClientSession(timeout=PATIENCE) as session,
                session.get(self._address) as response,
            ):
                self._note(await response.json())
        except (aiohttp.ClientError, TimeoutError, ValueError, KeyError) as error:
            raise NoClock(str(error) or type(error).__name__) from error

    async def follow(
        self, is_done: Callable[[], Awaitable[datetime | None]], stirred: asyncio.Event
    ) -> None:
        """For ever: `is_done` returns the next alarm once all that was due is done.

        Set `stirred` when that may have changed; it is set here when the clock was turned.
        """
        waits: set[asyncio.Task[None]] = set()
        newest: asyncio.Task[None] | None = None
        told: tuple[int, datetime | None] | None = None
        async with aiohttp.ClientSession(timeout=PATIENCE) as session, _ended(waits):
            while True:
                stirred.clear()
                now_told = (self._turn, await is_done())
                if newest is None or newest.done() or told != now_told:
                    told = now_told
                    newest = asyncio.create_task(self._wait(session, now_told, stirred))
                    waits.add(newest)
                    newest.add_done_callback(waits.discard)
                await stirred.wait()

    async def _wait(
        self,
        session: aiohttp.ClientSession,
        done: tuple[int, datetime | None],
        stirred: asyncio.Event,
    ) -> None:
        """Comes back when the clock was turned, or after a while anyhow.

        `done`: the turn whose work is done, which the clock may have left by now, and the alarm.
        """
        turn, alarm = done
        told = {
            "listener": self._listener,
            "turn": turn,
            "next": alarm.isoformat() if alarm else None,
        }
        try:
            async with session.post(f"{self._address}/wait", json=told) as response:
                self._note(await response.json())
        except (aiohttp.ClientError, TimeoutError):
            await asyncio.sleep(RETRY_SECONDS)
        stirred.set()

    def _note(self, told: dict[str, str | int | bool]) -> None:
        self._base = datetime.fromisoformat(str(told["now"]))
        self._read_at = time.monotonic()
        self._turn = int(told["turn"])
        self._is_running = bool(told["running"])


async def open_clock(address: str | None) -> SystemClock | TurnedClock:
    """The machine's, or the one at that address; raises NoClock."""
    if not address:
        return SystemClock()
    clock = TurnedClock(address)
    await clock.set()
    return clock


@asynccontextmanager
async def _ended(waits: set[asyncio.Task[None]]) -> AsyncIterator[None]:
    """An older wait is ended by the newer one, at the other end: whoever hung up first would, for
    a moment, have nobody waiting at all, and the clock would run past us.
    """
    try:
        yield
    finally:
        for each in waits:
            each.cancel()
