"""The heartbeat: looks at what is due, and sends what is wanted, until nothing is left."""

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import datetime

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_MISSED, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from care import alarms, digests, due_nudges, morning_lists, outbox, outlook, replanning, retries
from care.batches import DOZEN
from care.heed import NOWHERE, Capability, Heed, SystemCaller
from domain.errors import STORE_TROUBLE
from scheduler.clock import TurnedClock
from scheduler.delivery import Deliverer

TICK_SECONDS = 1
MOST = 100
"""Rows looked at in one go."""

SWEEP_HOURS, A_DAY = 6, 24
SOON = 5.0
"""Seconds: what can't be sent before then is not waited for by a clock that is being turned."""

PAUSE_SECONDS = 0.002
"""Between two looks at whether all is done, where nothing is on its way."""

log = logging.getLogger("heed.clock")


class Heartbeat:
    """APScheduler ticks; whatever somebody has just done makes it beat at once."""

    def __init__(self, heed: Heed, deliverers: Sequence[Deliverer]) -> None:
        self._heed = heed
        self._deliverers = deliverers
        self._looking = asyncio.Lock()
        self._tasks: list[asyncio.Task[None]] = []
        self._scheduler = AsyncIOScheduler(
            timezone="UTC",
            job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None},
        )

    def daily(self, job: Callable[[], Awaitable[object]]) -> None:
        """From the start on, besides."""
        self._scheduler.add_job(job, "interval", hours=A_DAY)

    def start(self) -> None:
        self._scheduler.add_listener(_report, EVENT_JOB_ERROR | EVENT_JOB_MISSED)
        self._scheduler.add_job(self._heed.stir, "interval", seconds=TICK_SECONDS)
        self._scheduler.add_job(self.sweep, "interval", hours=SWEEP_HOURS)
        self._scheduler.start()
        self._tasks = [self._beating(self.look), self._beating(self.send)]

    async def stop(self, within: float) -> None:
        """Finishes the look and the messages under way, within so many seconds."""
        self._scheduler.shutdown(wait=False)
        async with self._looking:
            for task in self._tasks:
                task.cancel()
        await asyncio.gather(*(each.stop(within) for each in self._deliverers))
        for task in self._tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task

    def follow(self, clock: TurnedClock) -> asyncio.Task[None]:
        """Has somebody else's clock wait for us at each of our alarms."""
        stirred = asyncio.Event()
        self._heed.when_stirred.append(stirred.set)
        return asyncio.create_task(clock.follow(self.until_idle, stirred))

    def _beating(self, beat: Callable[[], Awaitable[None]]) -> asyncio.Task[None]:
        stirred = asyncio.Event()
        self._heed.when_stirred.append(stirred.set)
        return asyncio.create_task(_beat_for_ever(stirred, beat))

    async def look(self) -> None:
        """At everything that is due now."""
        async with self._looking:
            due = await self._heed.ask(due_nudges.due, NOWHERE, MOST)
            for workspace_id, list_id in due.lists:
                await self._do(morning_lists.send, retries.morning_list, workspace_id, list_id)
            for workspace_id, ids in _by_the_dozen(due.nudges):
                clock = SystemCaller(workspace_id=workspace_id)
                for nudge_id, error in await self._heed.do(due_nudges.look_all, clock, ids):
                    _log_failure(workspace_id, nudge_id, error)
            for workspace_id, digest_id in due.digests:
                await self._do(digests.send, retries.digest, workspace_id, digest_id)
            for workspace_id, alarm_id in due.alarms:
                await self._do(alarms.ring, retries.alarm, workspace_id, alarm_id)
            for workspace_id, replanning_id in due.replannings:
                await self._plan_anew(workspace_id, replanning_id)

    async def _plan_anew(self, workspace_id: int, replanning_id: int) -> None:
        """A slice, and then a rest as long as it took: half of the time is everybody else's."""
        loop = asyncio.get_running_loop()
        begun = loop.time()
        await self._do(replanning.go_on, replanning.skip, workspace_id, replanning_id)
        await asyncio.sleep(loop.time() - begun)

    async def send(self) -> None:
        """Takes everything in hand that is wanted and ready, wherever we are let in."""
        for deliverer in self._deliverers:
            deliverer.look_in()
        wait = await self._heed.ask(outbox.seconds_until_ready, NOWHERE)
        if wait is not None and wait <= 0:
            for deliverer in self._deliverers:
                await deliverer.deliver()

    async def sweep(self) -> None:
        await self._heed.do(due_nudges.forget, NOWHERE)

    async def until_idle(self) -> datetime | None:
        """Returns the next alarm once nothing is due and nothing can be sent soon."""
        while True:
            was_busy = self._is_busy()
            seen = await self._heed.ask(outlook.outlook, NOWHERE, SOON)
            if seen.is_idle and not was_busy and not self._is_busy():
                return seen.alarm
            await self.look()
            await self.send()
            await self._pause()

    async def _pause(self) -> None:
        busy = [each.arrived() for each in self._deliverers if each.is_busy]
        await asyncio.gather(*(busy or [asyncio.sleep(PAUSE_SECONDS)]))

    def _is_busy(self) -> bool:
        """An answer about a post that was under way when it was asked is worth nothing."""
        return any(each.is_busy for each in self._deliverers)

    async def _do(
        self,
        capability: Capability[[int], None],
        step_back: Capability[[int], int],
        workspace_id: int,
        row_id: int,
    ) -> None:
        """One row that can't be looked at must not keep the others from it; it is logged once."""
        clock = SystemCaller(workspace_id=workspace_id)
        try:
            await self._heed.do(capability, clock, row_id)
        except STORE_TROUBLE:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it is this row's alone
            if await self._heed.do(step_back, clock, row_id) == 1:
                _log_failure(workspace_id, row_id, error)


def _by_the_dozen(due: Sequence[tuple[int, int]]) -> Iterator[tuple[int, list[int]]]:
    """Rows of one workspace each, in their order."""
    theirs: dict[int, list[int]] = defaultdict(list)
    for workspace_id, row_id in due:
        theirs[workspace_id].append(row_id)
    for workspace_id, ids in theirs.items():
        for first in range(0, len(ids), DOZEN):
            yield workspace_id, ids[first : first + DOZEN]


def _log_failure(workspace_id: int, row_id: int, error: Exception) -> None:
    """Once, not each time."""
    told = "row %s of workspace %s could not be looked at; it is tried again later"
    log.error(told, row_id, workspace_id, exc_info=error)


async def _beat_for_ever(stirred: asyncio.Event, beat: Callable[[], Awaitable[None]]) -> None:
    """One bad beat must not be the last."""
    while True:
        await stirred.wait()
        stirred.clear()
        try:
            await beat()
        except Exception:
            log.exception("a heartbeat failed; the next one tries again")
            await asyncio.sleep(TICK_SECONDS)


def _report(event: JobExecutionEvent) -> None:
    log.error("the ticker stumbled over %s", event.job_id, exc_info=event.exception)
