"""Sends and edits messages on Teams; never repeats a call by itself."""

import httpx

from care.courier import Arrival, NotNow, Refused, Unsure
from care.heed import Clockwork
from domain.posts import Delivery
from domain.references import Kind, Reference
from handlers.teams.addresses import Addresses
from handlers.teams.cards import as_activity
from handlers.teams.wire import Json, SignInFailed, Wire

PACE = 1.05
"""Seconds between two messages in one conversation: Teams allows 60 in 30 s (its "Rate limit")."""

SIGN_IN_SECONDS = 60.0
"""Until we try again where Microsoft gives us no token, or Teams won't have it."""

BUSY_SECONDS = 5.0
"""Where Teams says "later", and not when."""

LOST = {httpx.codes.FORBIDDEN, httpx.codes.NOT_FOUND, httpx.codes.GONE}


class TeamsCourier:
    def __init__(
        self, wire: Wire, addresses: Addresses, home: Clockwork, pace: float = PACE
    ) -> None:
        self._wire = wire
        self._addresses = addresses
        self.home = home
        self.pace = pace

    async def send(self, delivery: Delivery) -> Arrival:
        """Only channels have threads: elsewhere a reply stands on its own."""
        post = delivery.post
        try:
            to = await self._addresses.find(post.address)
            thread = (delivery.thread or "") if to.kind is Kind.CHANNEL else ""
            message_id = await self._say(to, as_activity(delivery.message), thread)
        except (httpx.HTTPError, SignInFailed) as error:
            raise meaning(error) from error
        return Arrival(place=to.conversation, message_id=message_id or post.delivery)

    async def _say(self, to: Reference, activity: Json, thread: str) -> str:
        """Where the thread's head was deleted, it is said outside of any thread."""
        try:
            return await self._wire.send(to, activity, thread)
        except httpx.HTTPStatusError as error:
            is_headless = error.response.status_code == httpx.codes.NOT_FOUND
            if not (thread and is_headless):
                raise
        return await self._wire.send(to, activity)

    async def edit(self, delivery: Delivery) -> None:
        """A message that somebody deleted needs no edit."""
        post = delivery.post
        try:
            to = await self._addresses.find(post.address)
            await self._wire.edit(to, post.message_id or "", as_activity(delivery.message))
        except (httpx.HTTPError, SignInFailed) as error:
            sorted_out = meaning(error)
            if not (isinstance(sorted_out, Refused) and sorted_out.is_place_lost):
                raise sorted_out from error

    async def find(self, delivery: Delivery) -> None:
        """Teams lets a bot look up none of its messages, nor mark one to be known again.

        So what may have arrived is sent once more: a lost answer, or a crash between sending and
        noting it, can show a message twice, and never loses one (docs/teams.md).
        """
        del delivery


def meaning(error: Exception) -> Exception:
    """Sorted by what is certain: sent for sure never comes here."""
    match error:
        case SignInFailed():
            return NotNow(SIGN_IN_SECONDS)
        case httpx.ConnectError() | httpx.ConnectTimeout() | httpx.PoolTimeout():
            return NotNow(BUSY_SECONDS)
        case httpx.HTTPStatusError():
            return _answered(error.response)
        case _:
            return Unsure()


def _answered(response: httpx.Response) -> Exception:
    match response.status_code:
        case httpx.codes.TOO_MANY_REQUESTS:
            return NotNow(_seconds(response))
        case httpx.codes.PRECONDITION_FAILED:
            return NotNow(BUSY_SECONDS)
        case httpx.codes.UNAUTHORIZED:
            return NotNow(SIGN_IN_SECONDS)
        case status if status >= httpx.codes.INTERNAL_SERVER_ERROR:
            return Unsure()
        case status:
            return Refused(_reason(response), is_place_lost=status in LOST)


def _seconds(response: httpx.Response) -> float:
    try:
        return max(float(response.headers.get("Retry-After", BUSY_SECONDS)), 0.0)
    except ValueError:
        return BUSY_SECONDS


def _reason(response: httpx.Response) -> str:
    """Teams' own word for it, such as BotNotInConversationRoster."""
    try:
        return str(response.json()["error"]["code"])
    except (ValueError, KeyError, TypeError):
        return f"HTTP {response.status_code}"
