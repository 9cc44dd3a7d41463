"""Sends, edits and looks for messages on Slack; never repeats a call by itself."""

import asyncio
from http import HTTPStatus
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from care.courier import Arrival, Dismissed, NotNow, Refused, Unsure
from care.heed import Clockwork
from domain.posts import Delivery
from handlers.slack.blocks import render

EVENT = "heed_delivery"
"""Kind of the metadata by which a message is found after a crash."""

LOOK_BACK = 200
LOOK_BACK_PAGES = 5
"""Pages of so many messages are looked through for one that may have arrived."""

PACE = 1.05
"""Seconds between two messages in a channel: Slack allows about one a second (slack.md)."""

PLACE_LOST = {"channel_not_found", "not_in_channel", "is_archived", "restricted_action"}
DISMISSED = {
    "account_inactive",
    "invalid_auth",
    "not_authed",
    "token_expired",
    "token_revoked",
}
LATER = {"internal_error", "fatal_error", "service_unavailable", "team_added_to_org"}
GONE = {"message_not_found", "cant_update_message", "edit_window_closed"}


class SlackCourier:
    """Its client must have no retry handlers: an ambiguous failure is looked into, not repeated."""

    def __init__(self, client: AsyncWebClient, home: Clockwork, pace: float = PACE) -> None:
        self._client = client
        self._rooms: dict[str, str] = {}
        self.home = home
        self.pace = pace

    async def send(self, delivery: Delivery) -> Arrival:
        rendered = render(delivery.message)
        answer = await self._call(
            self._client.chat_postMessage,
            channel=await self._room(delivery.post.address),
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
        return Arrival(place=str(answer["channel"]), message_id=str(answer["ts"]))

    async def edit(self, delivery: Delivery) -> None:
        """A message that somebody deleted needs no edit."""
        rendered = render(delivery.message)
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
        room = await self._room(delivery.post.address)
        cursor = ""
        for _ in range(LOOK_BACK_PAGES):
            answer = await self._read(room, delivery.thread, cursor)
            for message in answer.get("messages") or []:
                payload = (message.get("metadata") or {}).get("event_payload") or {}
                if payload.get("delivery") == delivery.post.delivery:
                    return Arrival(place=room, message_id=str(message["ts"]))
            cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                break
        return None

    async def _read(self, room: str, thread: str | None, cursor: str) -> Any:
        """A page of what was said there, the newest first, in a thread the oldest."""
        page = {"channel": room, "limit": LOOK_BACK, "include_all_metadata": True}
        if cursor:
            page["cursor"] = cursor
        if thread:
            return await self._call(self._client.conversations_replies, ts=thread, **page)
        return await self._call(self._client.conversations_history, **page)

    async def _room(self, address: str) -> str:
        """A person's direct messages, opened once; a channel is itself."""
        if not address.startswith(("U", "W")):
            return address
        if address not in self._rooms:
            answer = await self._call(self._client.conversations_open, users=[address])
            self._rooms[address] = str(answer["channel"]["id"])
        return self._rooms[address]

    async def _call(self, method: Any, **arguments: Any) -> Any:
        """Slack's answer; raises what the error means for the message."""
        try:
            return await method(**arguments)
        except SlackApiError as error:
            raise _meaning(error) from error
        except (aiohttp.ClientError, TimeoutError, asyncio.IncompleteReadError, OSError) as error:
            raise Unsure from error


def _meaning(error: SlackApiError) -> Exception:
    """Sorted by what is certain: sent for sure never comes here."""
    response = error.response
    status, code = response.status_code, str(response.get("error"))
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return NotNow(float(response.headers.get("Retry-After", 1)))
    if code in DISMISSED:
        return Dismissed()
    if code in LATER or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return Unsure()
    return Refused(code, is_place_lost=code in PLACE_LOST)
