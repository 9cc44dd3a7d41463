"""Whether outsiders read a channel: nothing about a customer is shown there."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from handlers.slack.company import has_outsiders
from handlers.slack.people import UNREACHABLE

KINDS = "public_channel,private_channel"
PAGE = 200
REMEMBERED_SECONDS = 600


class Rooms:
    """What Slack says about channels, remembered for ten minutes."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client
        self._shared: dict[str, tuple[bool, float]] = {}
        self.when_asked: list[Callable[..., object]] = []

    async def is_shared(self, channel: str) -> bool:
        """Direct messages never are; nor is a channel that Slack won't tell of, since whoever
        types there sees the answer alone.
        """
        if not channel.startswith(("C", "G")):
            return False
        known = self._shared.get(channel)
        if known and known[1] > time.monotonic():
            return known[0]
        try:
            _, is_shared = await self.describe(channel)
        except UNREACHABLE:
            return self.note(channel, shared=False)
        for tell in self.when_asked:
            tell(channel, is_shared=is_shared)
        return is_shared

    def note(self, channel: str, *, shared: bool) -> bool:
        self._shared[channel] = (shared, time.monotonic() + REMEMBERED_SECONDS)
        return shared

    async def describe(self, channel: str) -> tuple[str, bool]:
        """Its name, and whether it is shared; raises SlackApiError."""
        answer = await self._client.conversations_info(channel=channel)
        room = answer.get("channel") or {}
        is_shared = has_outsiders(room)
        return str(room.get("name") or channel), self.note(channel, shared=is_shared)

    async def has_me(self, channel: str) -> bool:
        """Whether Heed is in it; of private ones only their members are told anything."""
        answer = await self._client.conversations_info(channel=channel)
        return bool((answer.get("channel") or {}).get("is_member", True))

    async def members(self, channel: str) -> tuple[str, ...]:
        pages = _pages(self._client.conversations_members, channel=channel)
        return tuple([member async for page in pages for member in page.get("members") or ()])


async def mine(client: AsyncWebClient) -> AsyncIterator[dict[str, Any]]:
    """Every channel that Heed is in, as Slack tells of it."""
    async for page in _pages(client.users_conversations, types=KINDS):
        for room in page.get("channels") or ():
            yield room


async def _pages(ask: Callable[..., Awaitable[Any]], **about: str) -> AsyncIterator[Any]:
    cursor = ""
    while True:
        page = await ask(limit=PAGE, cursor=cursor, **about)
        yield page
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return
