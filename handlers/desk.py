"""The one place where what Heed was asked becomes what the person is told, errors included."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from care.heed import Caller, Heed
from domain.errors import AlreadyDone, HeedError, StillSaving, UnknownTeammate
from domain.messages import Message, Sayable, line
from handlers.reading import Request

Show = Callable[[Message], Awaitable[object]]
log = logging.getLogger("heed")

TROUBLE = Message(
    id="trouble",
    headline=line("😕 Something went wrong on my side, and it has been noted for repair."),
    facts=(),
    notes=(line("Nothing was changed. Please try again, or tell whoever runs Heed."),),
)


Introduce = Callable[[str], Awaitable[object]]
"""Makes somebody known to Heed, by their id on the platform."""


class Desk:
    """Asks Heed on a person's behalf, for one installation of any platform."""

    def __init__(self, heed: Heed, introduce: Introduce, installation_id: int) -> None:
        self.heed = heed
        self._introduce = introduce
        self._installation_id = installation_id
        self._under_way: set[asyncio.Task[None]] = set()

    def caller(self, user_id: str, once: str = "") -> Caller:
        return Caller(installation_id=self._installation_id, user_id=user_id, once=once)

    async def serve(self, request: Request, caller: Caller, show: Show, later: Show) -> bool:
        """Shows the answer, or why there is none; False for an event seen before.

        `later` shows what comes after the platform's time for answering is over.
        """
        try:
            message = (await self.put(request, caller)).say()
        except AlreadyDone:
            return False
        except StillSaving as error:
            message = told(error)
            self.keep(self._tell(error.outcome, later))
        except HeedError as error:
            message = told(error)
        except Exception:
            log.exception("a request failed")
            message = TROUBLE
        await show(message)
        return True

    async def put(self, request: Request, caller: Caller) -> Sayable:
        """Whoever Heed has not met yet is introduced first."""
        try:
            return await request.put(self.heed, caller)
        except UnknownTeammate:
            await self._introduce(caller.user_id)
            return await request.put(self.heed, caller)

    def keep(self, coroutine: "Awaitable[object]") -> None:
        """Goes on in the background, and is waited for at a stop."""
        task = asyncio.ensure_future(_logged(coroutine))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def close(self, within: float) -> None:
        if self._under_way:
            await asyncio.wait(self._under_way, timeout=within)

    async def _tell(self, outcome: Awaitable[object], later: Show) -> None:
        try:
            result = await outcome
        except HeedError as error:
            await later(told(error))
        except Exception:
            log.exception("a late request failed")
            await later(TROUBLE)
        else:
            await later(result.say())  # type: ignore[attr-defined] # requests answer Sayables


def told(error: HeedError) -> Message:
    return Message(id="error", headline=error.told())


async def _logged(coroutine: Awaitable[object]) -> None:
    try:
        await coroutine
    except Exception:
        log.exception("something in the background failed")
