"""Whether a platform takes our token: asked itself after a no, and again until it says yes."""

import asyncio
import logging
import time

from care import team
from care.courier import Courier, NotNow, Refused, Unsure
from care.heed import Heed

FIRST_SECONDS = 30.0
LONGEST_SECONDS = 1800.0
"""Between two times that a platform is asked again: the pause doubles from the first to this."""

ASKING_SECONDS = 10.0

log = logging.getLogger("heed.delivery")


class Access:
    """`is_lost` once the platform, asked itself, says that it does not know our token."""

    def __init__(self, heed: Heed, courier: Courier) -> None:
        self._heed = heed
        self._courier = courier
        self._pause = FIRST_SECONDS
        self._next = time.monotonic() + FIRST_SECONDS
        self.is_lost = False

    @property
    def is_due(self) -> bool:
        return time.monotonic() >= self._next

    async def doubt(self, why: str) -> bool:
        """After one refusal: whether it is so. Nothing is believed that can't be asked about."""
        if not self.is_lost and await self._is_let_in() is False:
            log.error("the platform does not accept our token (%s); nothing is sent", why)
            self.is_lost = True
            self._put_off(FIRST_SECONDS)
            await self._heed.do(team.retire, self._courier.tenancy)
        return self.is_lost

    async def look(self) -> None:
        """Asks again; an installation may also have been retired by an event, or elsewhere."""
        self._put_off(self._pause)
        if not self.is_lost and await self._heed.ask(team.is_let_in, self._courier.tenancy):
            return
        if not await self._is_let_in():
            self._put_off(min(self._pause * 2, LONGEST_SECONDS))
            return
        log.warning("the platform accepts our token again; what waited is sent")
        await self._heed.do(team.readmit, self._courier.tenancy)
        self.is_lost = False
        self._put_off(FIRST_SECONDS)

    def _put_off(self, pause: float) -> None:
        self._pause = pause
        self._next = time.monotonic() + pause

    async def _is_let_in(self) -> bool | None:
        """None where the platform can't be asked now."""
        try:
            async with asyncio.timeout(ASKING_SECONDS):
                return await self._courier.is_let_in()
        except (NotNow, Refused, Unsure, TimeoutError):
            return None
