"""What Heed answers on Teams: in a person's own conversation, or where they spoke."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

from care.courier import NotNow
from domain.messages import Message
from domain.references import Reference
from handlers.teams.activities import Activity
from handlers.teams.addresses import Addresses
from handlers.teams.cards import as_activity
from handlers.teams.courier import meaning
from handlers.teams.wire import SignInFailed, Wire

TRIES = 3
"""How often an answer is sent, where Teams says "later" for certain."""

LONGEST_WAIT = 30.0


log = logging.getLogger("heed.teams")


class Voice:
    """Answers are sent once and not kept: who gets none asks again. Each says whether
    it arrived.
    """

    def __init__(self, wire: Wire, addresses: Addresses) -> None:
        self._wire = wire
        self._addresses = addresses

    async def tell(self, user_id: str, message: Message) -> bool:
        """In the person's own conversation, for nobody else to see."""

        async def send() -> None:
            to = await self._addresses.find(user_id)
            await self._wire.send(to, as_activity(message))

        return await _patiently(send)

    async def reply(self, activity: Activity, message: Message) -> bool:
        """Where it was said: in a channel for all to see, unless it was a private command."""
        where, card = activity.reference(), as_activity(message)
        if not activity.is_targeted:
            return await _patiently(lambda: self._wire.send(where, card, activity.thread))
        user_id = activity.user_id
        is_whispered = await _patiently(
            lambda: self._wire.whisper(where, user_id, card, activity.thread)
        )
        return is_whispered or await self.tell(user_id, message)

    async def thank(self, activity: Activity, words: str) -> bool:
        """A line without a card, where it was said."""
        said = {"type": "message", "text": words, "textFormat": "plain"}
        return await _patiently(
            lambda: self._wire.send(activity.reference(), said, activity.thread)
        )

    async def replace(self, where: Reference, message_id: str, message: Message) -> bool:
        """The card that was pressed makes room for the next one."""
        return await _patiently(lambda: self._wire.edit(where, message_id, as_activity(message)))


async def _patiently(call: Callable[[], Awaitable[Any]]) -> bool:
    """Whether Teams took it; where it says "later" for certain, it is asked again."""
    for left in reversed(range(TRIES)):
        try:
            await call()
        except (httpx.HTTPError, SignInFailed) as error:
            sorted_out = meaning(error)
            if not (left and isinstance(sorted_out, NotNow)):
                why = str(sorted_out) or type(error).__name__
                log.warning("an answer did not arrive: %s", why)
                break
            await asyncio.sleep(min(sorted_out.after, LONGEST_WAIT))
        else:
            return True
    return False
