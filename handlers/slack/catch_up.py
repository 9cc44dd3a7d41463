"""What happened in Slack while nobody told Heed of it: it reads that under its own posts.

Slack tells again what it could not tell, for about five minutes, and then never. So at a start, and
after a connection was lost for longer, the newest posts that wait for somebody are read; the others
when something happens under them.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from datetime import timedelta
from typing import Any

from care import catching_up
from care.catching_up import Unheard
from handlers.dispatcher import Dispatcher
from handlers.slack import reading_back
from handlers.slack.installed import Installed
from handlers.slack.mentions import Mentions
from handlers.slack.reactions import Reactions
from handlers.slack.reading_back import Found

BEAT_SECONDS = 30.0
RETRIED_SECONDS = 300.0
START_SECONDS = 20.0
MOST = 100
MARGIN = timedelta(minutes=2)
"""Before the last heartbeat: what was told, and not yet acted upon; and the clocks differ."""

CLOCKS = (time.monotonic, time.time)
"""The first may stand still while this machine is suspended, and the second may be set."""

Act = Callable[[], Awaitable[None]]
log = logging.getLogger("heed.slack")


class CatchUp:
    def __init__(
        self,
        dispatcher: Dispatcher,
        installed: Installed,
        reactions: Reactions,
        mentions: Mentions,
    ) -> None:
        self._dispatcher = dispatcher
        self._heed = dispatcher.heed
        self._patient = installed.patient
        self._tenancy = installed.tenancy
        self._reactions = reactions
        self._mentions = mentions
        self._reading = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._under_way: asyncio.Task[None] | None = None
        self._wanted: list[Unheard] = []
        self._is_behind = False

    async def look_back(self) -> None:
        """What waits for somebody is to be read, from the last heartbeat on."""
        self._wanted = await self._heed.do(catching_up.was_away, self._tenancy, MOST)
        self._is_behind = bool(self._wanted)

    async def start(self, is_open: Callable[[], bool]) -> None:
        """Heed hears from now on, as long as `is_open`. What was missed is acted upon first, if it
        takes no longer than a start may.
        """
        await asyncio.wait([self._read_on()], timeout=START_SECONDS)
        self._go_on(self._watch(is_open))

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def first(self, place: str, message: str, act: Act, *, is_seen: bool = False) -> None:
        """What was missed under that post comes before what happens there now; `is_seen` where
        whoever reads it sees that as well.
        """
        if not (self._is_behind and place and message):
            await act()
            return

        async def in_order() -> None:
            is_read = await self._read(place, message)
            if not (is_read and is_seen):
                await act()

        self._dispatcher.keep(in_order())

    async def _watch(self, is_open: Callable[[], bool]) -> None:
        last = _readings()
        while True:
            try:
                if is_open():
                    last = await self._beat(last)
            except Exception:
                log.exception("what was missed in Slack could not be looked for; it is tried again")
            await asyncio.sleep(BEAT_SECONDS)

    async def _beat(self, last: tuple[float, ...]) -> tuple[float, ...]:
        readings = _readings()
        away = max(now - then for now, then in zip(readings, last, strict=True))
        if away > RETRIED_SECONDS + BEAT_SECONDS:
            await self.look_back()
        await self._heed.do(catching_up.beat, self._tenancy)
        self._read_on()
        return readings

    def _read_on(self) -> asyncio.Task[None]:
        if self._under_way is None or self._under_way.done():
            self._under_way = self._go_on(self._read_wanted())
        return self._under_way

    async def _read_wanted(self) -> None:
        """Those that can't be read now are read at another beat."""
        while self._wanted:
            _, place, message, _ = self._wanted[0]
            if await self._read(place, message) is False:
                return
            del self._wanted[:1]

    async def _read(self, place: str, message: str) -> bool | None:
        """Whether it could be read; None where all was known."""
        async with self._reading:
            post = await self._heed.ask(catching_up.of_message, self._tenancy, place, message)
            if post is None:
                return None
            at = self._heed.clock.now()
            found = await reading_back.find(self._patient, post.place, post.message)
            if found is None:
                return False
            try:
                await self._act(post, found, f"{at.timestamp():.6f}")
            except Exception:
                log.exception("what was missed under a post could not be acted upon")
            self._is_behind = await self._heed.do(catching_up.heard, self._tenancy, post.post_id)
            return True

    async def _act(self, post: Unheard, found: Found, ordinal: str) -> None:
        """Reactions first, for Slack does not tell when they came; then replies in their order."""
        if found.is_there:
            known = await self._heed.ask(catching_up.reactions, self._tenancy, post.post_id)
            at = (post.place, post.message)
            await self._reactions.compare(*at, found.reactions, known, ordinal)
        since = (post.since - MARGIN).timestamp()
        for event in found.since(since, post.place):
            await self._mentions.message(event)

    def _go_on(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _readings() -> tuple[float, ...]:
    return tuple(clock() for clock in CLOCKS)
