"""Sends and edits messages on Teams; never repeats a call by itself."""

import httpx

from care.courier import Arrival, Dismissed, NotNow, Refused, Unsure, need_time, seconds
from care.heed import SystemCaller
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

PLACE_LOST = {
    "BotDisabledByAdmin",
    "BotNotInConversationRoster",
    "ConversationBlockedByUser",
    "ConversationNotFound",
    "MessageWritesBlocked",
}
"""Teams' own words: nothing can be said there any more, until Heed is let in again."""

MESSAGE_REFUSED = {
    "ActivityNotFoundInConversation",
    "Bad argument",
    "BadArgument",
    "BadSyntax",
    "MessageNotFound",
    "MessageSizeTooBig",
}
"""Teams' own words: this message, or the one that it belongs to. No second try changes that."""

GONE = {"ActivityNotFoundInConversation", "MessageNotFound"}
"""The message, or the head of the thread, was deleted."""

HEADLESS = GONE | {"ConversationNotFound"}


class TeamsCourier:
    def __init__(
        self, wire: Wire, addresses: Addresses, tenancy: SystemCaller, pace: float = PACE
    ) -> None:
        self._wire = wire
        self._addresses = addresses
        self.tenancy = tenancy
        self.pace = pace

    async def send(self, delivery: Delivery) -> Arrival:
        """Only channels have threads: elsewhere a reply stands on its own."""
        post = delivery.post
        try:
            to = await self._addresses.find(post.address)
            thread = (delivery.thread or "") if to.kind is Kind.CHANNEL else ""
            await self._wire.sign_in()
            need_time(delivery)
            message_id = await self._say(to, as_activity(delivery.message), thread)
        except (httpx.HTTPError, SignInFailed) as error:
            raise meaning(error) from error
        return Arrival(place=to.conversation, message_id=message_id)

    async def _say(self, to: Reference, activity: Json, thread: str) -> str:
        """Where the thread's head was deleted, it is said outside of any thread."""
        try:
            return await self._wire.send(to, activity, thread)
        except httpx.HTTPStatusError as error:
            if not (thread and _word(error.response) in HEADLESS):
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
            if not (isinstance(sorted_out, Refused) and sorted_out.why in GONE | PLACE_LOST):
                raise sorted_out from error

    async def find(self, delivery: Delivery) -> None:
        """Teams lets a bot look up none of its messages, nor mark one to be known again.

        So what may have arrived is sent once more: a lost answer, or a crash between sending and
        noting it, can show a message twice, and never loses one (docs/teams.md).
        """
        del delivery

    async def is_let_in(self) -> bool:
        try:
            await self._wire.sign_in()
        except SignInFailed as error:
            if not error.is_refused:
                raise NotNow(SIGN_IN_SECONDS) from error
            return False
        return True


def meaning(error: Exception) -> Exception:
    """Sorted by what is certain: sent for sure never comes here."""
    match error:
        case SignInFailed():
            return Dismissed(str(error)) if error.is_refused else NotNow(SIGN_IN_SECONDS)
        case httpx.ConnectError() | httpx.ConnectTimeout() | httpx.PoolTimeout():
            return NotNow(BUSY_SECONDS)
        case httpx.HTTPStatusError():
            return _answered(error.response)
        case _:
            return Unsure(type(error).__name__)


def _answered(response: httpx.Response) -> Exception:
    """Only what Teams documents as final is final: anybody's 403 or 404 may be a proxy's."""
    status, code = response.status_code, _word(response)
    match status:
        case httpx.codes.TOO_MANY_REQUESTS:
            return NotNow(seconds(response.headers.get("Retry-After"), BUSY_SECONDS))
        case httpx.codes.PRECONDITION_FAILED:
            return NotNow(BUSY_SECONDS)
        case httpx.codes.UNAUTHORIZED:
            return NotNow(SIGN_IN_SECONDS)
    if response.is_client_error and code in PLACE_LOST | MESSAGE_REFUSED:
        return Refused(code, is_place_lost=code in PLACE_LOST)
    return Unsure(f"HTTP {status} {code}".rstrip())


def _word(response: httpx.Response) -> str:
    """Teams' own word for it, such as BotNotInConversationRoster; empty where it says none."""
    try:
        body = response.json()
        code = body["subCode"] if "subCode" in body else body["error"]["code"]
    except (ValueError, KeyError, TypeError):
        return ""
    return code if isinstance(code, str) else ""
