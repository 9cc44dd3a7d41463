"""The shortcuts: a form to fill in, from anywhere or from a message."""

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from slack_bolt.async_app import AsyncAck
from slack_sdk.web.async_client import AsyncWebClient

from care import forms
from domain.forms import Form
from domain.messages import Message
from handlers.dispatcher import Dispatcher
from handlers.routing import Request
from handlers.slack.modals import Way
from handlers.slack.people import UNREACHABLE
from handlers.slack.plain import unescape
from handlers.slack.rooms import Rooms
from handlers.slack.ways import Ways

LINK_SECONDS = 1
"""For asking where a message stands: a form that opens late does not open at all."""


class Shortcuts:
    def __init__(
        self, dispatcher: Dispatcher, ways: Ways, rooms: Rooms, client: AsyncWebClient
    ) -> None:
        self._dispatcher = dispatcher
        self._ways = ways
        self._rooms = rooms
        self._client = client

    async def anywhere(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """An empty form; its answer is a direct message."""
        await ack()
        await self._open(body, _asked(), Way())

    async def on_message(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """A form begun from a message; where outsiders read along, the answer is a direct one."""
        await ack()
        message, channel = body["message"], body["channel"]["id"]
        at = datetime.fromtimestamp(float(message["ts"]), UTC)
        link, is_shared = await asyncio.gather(
            self._link(channel, message["ts"]), self._rooms.is_shared(channel)
        )
        words = unescape(str(message.get("text") or ""))
        author = str(message.get("user") or message.get("bot_id") or "")
        original = forms.Original(link=link, author=author)
        way = Way(url="" if is_shared else str(body.get("response_url") or ""))
        await self._open(
            body, Request(capability=forms.log, args=(words, at, original), changes=False), way
        )

    async def _open(self, body: dict[str, Any], request: Request, way: Way) -> None:
        user_id = body["user"]["id"]

        async def show(message: Message) -> None:
            self._dispatcher.keep(self._ways.tell(way, user_id, message))

        async def ask(form: Form) -> None:
            await self._ways.ask(form, body["trigger_id"], way)

        await self._dispatcher.serve(request, self._dispatcher.caller(user_id), show, show, ask)

    async def _link(self, channel: str, ts: str) -> str:
        """Empty where Slack doesn't tell in time: the contact counts without it."""
        with suppress(*UNREACHABLE):
            async with asyncio.timeout(LINK_SECONDS):
                answer = await self._client.chat_getPermalink(channel=channel, message_ts=ts)
                return str(answer.get("permalink") or "")
        return ""


def _asked(*facts: object) -> Request:
    return Request(capability=forms.log, args=facts, changes=False)
