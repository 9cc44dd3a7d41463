"""Claim, send, settle: every message of the outbox, sent once whatever breaks in between.

The order matters (docs/design.md#crashes): *maybe sent* is committed before the platform is
called; whoever finds it set looks for the message first; every mark carries the fencing token.

Messages are marked and settled together, but only those that are sent at this moment: one an
address. So a crash leaves no more to be looked for than was under way, what is taken back while it
waits its turn is never sent, and where a platform can't be searched no more is said twice.
"""

import asyncio
import logging
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from care import outbox, places, retries
from care.batches import DOZEN
from care.courier import Arrival, Courier, Dismissed, NotNow, Refused, Unsure
from care.heed import Heed
from domain.errors import STORE_TROUBLE
from domain.posts import Delivery, Post, Shown
from scheduler.access import Access
from scheduler.batcher import Batcher
from scheduler.lease import CLOCKS, Clocks, Lease

R = TypeVar("R")

LEASE = 30.0
"""Seconds on the database's clock."""

WORKING_SHARE = 0.7
"""Of its lease a worker uses so much; what is left belongs to whoever comes after a crash."""

CLOSING_SHARE = 0.1
"""So much of it no call may use: what it was too short for is let go while it still runs."""

MOST = 20
"""Messages claimed at a time: what one channel's rate can take within the lease."""

UNSURE_SECONDS = 5.0
"""After a lost answer: longer than a request takes, so that a late arrival is there to be found.
Twice as long after the next one, and so on, up to the longest.
"""

LONGEST_UNSURE_SECONDS = 600.0

log = logging.getLogger("heed.delivery")


class Deliverer:
    """One a courier. Several machines may run one for the same installation."""

    def __init__(self, heed: Heed, courier: Courier, clocks: Clocks = CLOCKS) -> None:
        self._heed = heed
        self._courier = courier
        self._clocks = clocks
        self._access = Access(heed, courier)
        self._lines: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._free_at: dict[str, float] = {}
        self._unsure: Counter[int] = Counter()
        self._beginning = Batcher(self._begin, DOZEN)
        self._settling = Batcher(self._settle, DOZEN)
        self._under_way: set[asyncio.Task[None]] = set()
        self._is_stopping = False

    @property
    def is_busy(self) -> bool:
        return bool(self._under_way)

    async def arrived(self) -> None:
        """Until the first of what is under way has come to an end."""
        if self._under_way:
            await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)

    def look_in(self) -> None:
        """From time to time: whether the platform lets us in again, or still."""
        if self._access.is_due and not self._is_stopping:
            self._start(self._access.look())

    async def deliver(self) -> None:
        """Takes in hand all that is ready, and comes back before it has arrived."""
        if self._access.is_lost or self._is_stopping:
            return
        lease = Lease(LEASE, self._clocks)
        claimed = await self._heed.do(outbox.claim, self._courier.tenancy, LEASE, MOST)
        by_address = sorted(claimed, key=lambda post: (post.address, post.id))
        for address, group in groupby(by_address, key=lambda post: post.address):
            self._start(self._run(address, list(group), lease))

    def _start(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._finished)

    async def stop(self, within: float) -> None:
        """Finishes the messages under way and lets go of the rest; after `within` seconds the
        lease does that.
        """
        self._is_stopping = True
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=within)
        for task in self._under_way:
            task.cancel()
        for batcher in (self._beginning, self._settling):
            batcher.cancel()

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("a delivery failed; its lease will run out", exc_info=error)
        self._heed.stir()

    async def _run(self, address: str, posts: Sequence[Post], lease: Lease) -> None:
        """One address, in order; what the lease is too short for is let go."""
        async with self._lines[address]:
            for at, post in enumerate(posts):
                is_late = lease.left() < LEASE * (1 - WORKING_SHARE)
                if is_late or self._is_stopping or self._access.is_lost:
                    await self._let_go(posts[at:])
                    return
                await self._try(post, lease)

    async def _let_go(self, posts: Sequence[Post]) -> None:
        for post in posts:
            await self._heed.do(outbox.release, self._courier.tenancy, post, 0.0)

    async def _try(self, post: Post, lease: Lease) -> None:
        """One that breaks must not keep the others from their way; it is logged once."""
        try:
            await self._carry(post, lease)
        except STORE_TROUBLE:
            raise
        except Exception as error:
            if await self._heed.do(retries.post, self._courier.tenancy, post) == 1:
                told = "post %s could not be delivered; it is tried again later"
                log.error(told, post.id, exc_info=error)  # noqa: TRY400 - once, not each time

    async def _carry(self, post: Post, lease: Lease) -> None:
        """What is found again after a crash says what was so before it, and is edited next."""
        try:
            arrival = await self._place(post, lease)
        except NotNow as error:
            if error.why:
                log.warning("post %s is kept back for a while: %s", post.id, error.why)
            await self._heed.do(outbox.release, self._courier.tenancy, post, error.after)
        except Unsure as error:
            await self._look_later(post, error)
        except Refused as error:
            await self._refused(post, error)
        except Dismissed as error:
            await self._dismissed(post, error)
        else:
            del self._unsure[post.id]
            if arrival:
                said = replace(post, wanted=post.wanted - post.maybe_sent)
                await self._settling.put(Shown(said, arrival.place, arrival.message_id))

    async def _begin(self, posts: Sequence[Post]) -> Sequence[Delivery | Exception | None]:
        return await self._heed.do(outbox.begin, self._courier.tenancy, posts)

    async def _settle(self, shown: Sequence[Shown]) -> Sequence[Exception | None]:
        return await self._heed.do(outbox.settle, self._courier.tenancy, shown)

    async def _place(self, post: Post, lease: Lease) -> Arrival | None:
        """Where it stands after this; None when there is nothing to say any more, or somebody else
        has it in hand by now.
        """
        if post.is_new and not post.maybe_sent:
            return await self._send(post, lease)
        delivery = await self._heed.do(outbox.say, self._courier.tenancy, post)
        if delivery is None:
            return None
        if post.place and post.message_id:
            await self._within(lease, self._courier.edit, delivery)
            return Arrival(place=post.place, message_id=post.message_id)
        if found := await self._within(lease, self._courier.find, delivery):
            return found
        if not await self._heed.do(outbox.mark_not_sent, self._courier.tenancy, post):
            return None
        return await self._send(replace(post, maybe_sent=False), lease)

    async def _send(self, post: Post, lease: Lease) -> Arrival | None:
        await self._keep_pace(post.address)
        delivery = await self._beginning.put(post)
        if delivery is None:
            return None
        self._free_at[post.address] = time.monotonic() + self._courier.pace
        try:
            return await self._within(lease, self._courier.send, delivery)
        except (NotNow, Refused, Dismissed):
            await self._heed.do(outbox.mark_not_sent, self._courier.tenancy, post)
            raise

    async def _within(
        self, lease: Lease, call: Callable[[Delivery], Awaitable[R]], delivery: Delivery
    ) -> R:
        """The platform gets no more time than is left of the lease: whoever slept meanwhile says
        nothing, for somebody else has it in hand by now.
        """
        left = lease.left() - LEASE * CLOSING_SHARE
        if left <= 0:
            raise NotNow(0.0)
        try:
            async with asyncio.timeout(left):
                return await call(replace(delivery, left=lease.left))
        except TimeoutError as error:
            raise Unsure("it took longer than the lease") from error

    async def _keep_pace(self, address: str) -> None:
        """One after the other: an address has a line of its own."""
        wait = self._free_at.get(address, 0.0) - time.monotonic()
        if wait > 0:
            await asyncio.sleep(wait)

    async def _look_later(self, post: Post, error: Exception) -> None:
        """The longer it stays so, the more rarely: a wall that answers for the platform may stand
        for hours.
        """
        log.warning("post %s: no clear answer (%s), it will be looked for", post.id, error)
        pause = UNSURE_SECONDS * 2.0 ** self._unsure[post.id]
        self._unsure[post.id] += pause < LONGEST_UNSURE_SECONDS
        await self._heed.do(
            outbox.release, self._courier.tenancy, post, min(pause, LONGEST_UNSURE_SECONDS)
        )

    async def _refused(self, post: Post, error: Refused) -> None:
        log.warning("post %s is refused: %s", post.id, error.why)
        tenancy = self._courier.tenancy
        await self._heed.do(outbox.give_up, tenancy, post, error.why)
        if error.is_place_lost:
            await self._heed.do(places.lost, tenancy, post.address, error.why)

    async def _dismissed(self, post: Post, error: Dismissed) -> None:
        """Nothing is lost: it is sent when the installation is let in again."""
        if await self._access.doubt(str(error)):
            await self._heed.do(outbox.release, self._courier.tenancy, post, 0.0)
        else:
            await self._look_later(post, error)
