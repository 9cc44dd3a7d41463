"""Sends, edits and looks for messages on Slack; never repeats a call by itself."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from care.courier import Arrival, Dismissed, Refused, Unsure, need_time
from care.heed import SystemCaller
from domain.posts import Delivery
from handlers.slack.blocks import Rendered, render
from handlers.slack.refusals import GONE, meaning

EVENT = "heed_delivery"
"""Kind of the metadata by which a message is found after a crash."""

LOOK_BACK = 200
"""Messages a page, looked through for one that may have arrived; Slack gives apps that are
distributed outside its Marketplace 15 of them, and one page a minute.
"""

APART = timedelta(minutes=10)
"""So much sooner than ours Slack's clock may say that a message was sent."""

PACE = 1.05
"""Seconds between two messages in a channel: Slack allows about one a second
(docs/sources.md#what-the-platforms-ask-for).
"""

LOST = (
    SlackClientError,
    aiohttp.ClientError,
    TimeoutError,
    asyncio.IncompleteReadError,
    OSError,
    ValueError,
    AttributeError,
)
"""What the SDK raises where no answer came, or one that it can't read: the last two."""

Json = dict[str, Any]


class SlackCourier:
    """Its client must have no retry handlers: an ambiguous failure is looked into, not repeated."""

    def __init__(self, client: AsyncWebClient, tenancy: SystemCaller, pace: float = PACE) -> None:
        self._client = client
        self._rooms: dict[str, str] = {}
        self._read_to: dict[str, str] = {}
        self.tenancy = tenancy
        self.pace = pace

    async def send(self, delivery: Delivery) -> Arrival:
        rendered, room = _rendered(delivery), await self._room(delivery.post.address)
        need_time(delivery)
        answer = await self._call(
            self._client.chat_postMessage,
            channel=room,
            text=rendered.text,
            blocks=rendered.blocks,
            thread_ts=delivery.thread,
            unfurl_links=False,
            unfurl_media=False,
            metadata={
                "event_type": EVENT,
                "event_payload": {"delivery": delivery.post.delivery},
            },
        )
        return Arrival(place=_text(answer, "channel"), message_id=_text(answer, "ts"))

    async def edit(self, delivery: Delivery) -> None:
        """A message that somebody deleted needs no edit."""
        rendered = _rendered(delivery)
        try:
            await self._call(
                self._client.chat_update,
                channel=delivery.post.place or "",
                ts=delivery.post.message_id or "",
                text=rendered.text,
                blocks=rendered.blocks,
            )
        except Refused as error:
            if error.why not in GONE:
                raise

    async def find(self, delivery: Delivery) -> Arrival | None:
        """Looks through all that was said since it was wanted. Whoever has to wait between two
        pages goes on after it where they were.
        """
        room, name = await self._room(delivery.post.address), delivery.post.delivery
        while True:
            try:
                answer = await self._read(room, delivery, self._read_to.get(name, ""))
            except (Unsure, Refused):
                self._read_to.pop(name, None)
                raise
            for message in answer["messages"]:
                payload = (message.get("metadata") or {}).get("event_payload") or {}
                if payload.get("delivery") == name:
                    self._read_to.pop(name, None)
                    return Arrival(place=room, message_id=_text(message, "ts"))
            self._read_to[name] = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not self._read_to[name]:
                del self._read_to[name]
                return None

    async def is_let_in(self) -> bool:
        try:
            await self._call(self._client.auth_test)
        except Dismissed:
            return False
        return True

    async def _read(self, room: str, delivery: Delivery, cursor: str) -> Json:
        """A page of what was said there, the newest first, in a thread the oldest."""
        page = {"channel": room, "limit": LOOK_BACK, "include_all_metadata": True}
        page["oldest"] = _moment(delivery.post.created_at)
        if cursor:
            page["cursor"] = cursor
        try:
            if delivery.thread:
                answer = await self._call(
                    self._client.conversations_replies, ts=delivery.thread, **page
                )
            else:
                answer = await self._call(self._client.conversations_history, **page)
        except Refused as error:
            if error.why != "thread_not_found":
                raise
            return {"messages": []}
        if not isinstance(answer.get("messages"), list):
            raise Unsure("no messages were told of")
        return answer

    async def _room(self, address: str) -> str:
        """A person's direct messages, opened once; a channel is itself."""
        if not address.startswith(("U", "W")):
            return address
        if address not in self._rooms:
            answer = await self._call(self._client.conversations_open, users=[address])
            self._rooms[address] = _text(answer.get("channel"), "id")
        return self._rooms[address]

    async def _call(self, method: Any, **arguments: Any) -> Json:
        """Slack's answer; raises what any other means for the message."""
        try:
            answer = (await method(**arguments)).data
        except SlackApiError as error:
            raise meaning(error.response) from error
        except LOST as error:
            raise Unsure(type(error).__name__) from error
        if not isinstance(answer, dict):
            raise Unsure("no answer of Slack's")
        return answer


def _rendered(delivery: Delivery) -> Rendered:
    return render(delivery.message, str(delivery.post.wanted))


def _moment(wanted: datetime) -> str:
    """The earliest at which it may stand there, as Slack numbers its messages."""
    return f"{max(0.0, wanted.timestamp() - APART.total_seconds()):.6f}"


def _text(answer: Any, name: str) -> str:
    """Raises Unsure where the answer does not say it, whatever else it says."""
    found = answer.get(name) if isinstance(answer, dict) else None
    if not isinstance(found, str) or not found:
        raise Unsure(f"the answer names no {name}")
    return found
