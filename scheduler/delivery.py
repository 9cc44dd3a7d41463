"""Claim, send, settle: every message of the outbox, sent once whatever breaks in between.

The order matters (engine.md, "Crashes"): *maybe sent* is committed before the platform is
called; whoever finds it set looks for the message first; every mark carries the fencing token.
"""

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from care import outbox, places, retries, team
from care.courier import Arrival, Courier, Dismissed, NotNow, Refused, Unsure
from care.heed import Heed
from domain.errors import STORE_TROUBLE
from domain.posts import Post

LEASE = 30.0
"""Seconds on the database's clock."""

WORKING_SHARE = 0.7
"""Of its lease a worker uses so much; what is left belongs to whoever comes after a crash."""

MOST = 20
"""Messages claimed at a time: what one channel's rate can take within the lease."""

UNSURE_SECONDS = 5.0
"""After a lost answer: longer than a request takes, so that a late arrival is there to be found."""

log = logging.getLogger("heed.delivery")


class Deliverer:
    """One a courier. Several machines may run one for the same installation."""

    def __init__(self, heed: Heed, courier: Courier) -> None:
        self._heed = heed
        self._courier = courier
        self._lines: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._free_at: dict[str, float] = {}
        self._under_way: set[asyncio.Task[None]] = set()
        self._is_stopping = False
        self.is_dismissed = False

    @property
    def is_busy(self) -> bool:
        return bool(self._under_way)

    async def arrived(self) -> None:
        """Until the first of what is under way has come to an end."""
        if self._under_way:
            await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)

    async def deliver(self) -> None:
        """Takes in hand all that is ready, and comes back before it has arrived."""
        if self.is_dismissed or self._is_stopping:
            return
        until = time.monotonic() + LEASE * WORKING_SHARE
        claimed = await self._heed.do(outbox.claim, self._courier.home, LEASE, MOST)
        by_address = sorted(claimed, key=lambda post: (post.address, post.id))
        for address, group in groupby(by_address, key=lambda post: post.address):
            task = asyncio.create_task(self._run(address, list(group), until))
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

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._under_way.discard(task)
        if not task.cancelled() and (error := task.exception()):
            log.error("a delivery failed; its lease will run out", exc_info=error)
        self._heed.stir()

    async def _run(self, address: str, posts: Sequence[Post], until: float) -> None:
        """One address, in order; what the lease is too short for is let go."""
        async with self._lines[address]:
            for at, post in enumerate(posts):
                if self._is_stopping or self.is_dismissed or time.monotonic() > until:
                    await self._let_go(posts[at:])
                    return
                await self._try(post)

    async def _let_go(self, posts: Sequence[Post]) -> None:
        for post in posts:
            await self._heed.do(outbox.release, self._courier.home, post, 0.0)

    async def _try(self, post: Post) -> None:
        """One that breaks must not keep the others from their way; it is logged once."""
        try:
            await self._carry(post)
        except STORE_TROUBLE:
            raise
        except Exception as error:
            if await self._heed.do(retries.post, self._courier.home, post) == 1:
                told = "post %s could not be delivered; it is tried again later"
                log.error(told, post.id, exc_info=error)  # noqa: TRY400 - once, not each time

    async def _carry(self, post: Post) -> None:
        """What is found again after a crash says what was so before it, and is edited next."""
        home = self._courier.home
        try:
            arrival = await self._place(post)
        except NotNow as error:
            await self._heed.do(outbox.release, home, post, error.after)
        except Unsure:
            log.warning("post %s: no answer, it will be looked for", post.id)
            await self._heed.do(outbox.release, home, post, UNSURE_SECONDS)
        except Refused as error:
            await self._refused(post, error)
        except Dismissed:
            await self._dismissed(post)
        else:
            if arrival:
                shown = replace(post, wanted=post.wanted - post.maybe_sent)
                await self._heed.do(outbox.settle, home, shown, arrival.place, arrival.message_id)

    async def _place(self, post: Post) -> Arrival | None:
        """Where it stands after this; None when there is nothing to say any more, or somebody else
        has it in hand by now.
        """
        if post.is_new and not post.maybe_sent:
            return await self._send(post)
        delivery = await self._heed.do(outbox.say, self._courier.home, post)
        if delivery is None:
            return None
        if post.place and post.message_id:
            await self._courier.edit(delivery)
            return Arrival(place=post.place, message_id=post.message_id)
        if found := await self._courier.find(delivery):
            return found
        if not await self._heed.do(outbox.mark_not_sent, self._courier.home, post):
            return None
        return await self._send(replace(post, maybe_sent=False))

    async def _send(self, post: Post) -> Arrival | None:
        await self._keep_pace(post.address)
        delivery = await self._heed.do(outbox.begin, self._courier.home, post)
        if delivery is None:
            return None
        self._free_at[post.address] = time.monotonic() + self._courier.pace
        try:
            return await self._courier.send(delivery)
        except (NotNow, Refused, Dismissed):
            await self._heed.do(outbox.mark_not_sent, self._courier.home, post)
            raise

    async def _keep_pace(self, address: str) -> None:
        """One after the other: an address has a line of its own."""
        wait = self._free_at.get(address, 0.0) - time.monotonic()
        if wait > 0:
            await asyncio.sleep(wait)

    async def _refused(self, post: Post, error: Refused) -> None:
        log.warning("post %s is refused: %s", post.id, error.why)
        home = self._courier.home
        await self._heed.do(outbox.give_up, home, post, error.why)
        if error.is_place_lost:
            await self._heed.do(places.lost, home, post.address, error.why)

    async def _dismissed(self, post: Post) -> None:
        """Nothing is lost: it is sent when the installation is let in again."""
        log.error("the platform no longer accepts this installation's token; nothing is sent")
        self.is_dismissed = True
        home = self._courier.home
        await self._heed.do(outbox.release, home, post, 0.0)
        await self._heed.do(team.retire, home)
