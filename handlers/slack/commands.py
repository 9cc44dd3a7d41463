"""`/heed …`: only the person who typed sees the answer."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncRespond

from domain.errors import OutsidersHere
from domain.messages import Message
from handlers import reading
from handlers.desk import Desk, told
from handlers.slack.blocks import render
from handlers.slack.plain import unescape
from handlers.slack.rooms import Rooms

HARMLESS = ("help", "")
"""What may be typed anywhere: it shows no customer."""


class Commands:
    def __init__(self, desk: Desk, rooms: Rooms) -> None:
        self._desk = desk
        self._rooms = rooms

    async def heed(self, ack: AsyncAck, command: dict[str, Any], respond: AsyncRespond) -> None:
        typed = unescape(command.get("text") or "").strip()

        async def show(message: Message) -> None:
            rendered = render(message)
            await ack(text=rendered.text, blocks=rendered.blocks, response_type="ephemeral")

        async def later(message: Message) -> None:
            rendered = render(message)
            await respond(text=rendered.text, blocks=rendered.blocks, replace_original=False)

        is_harmless = typed.casefold() in HARMLESS
        if not is_harmless and await self._rooms.is_shared(command["channel_id"]):
            await show(told(OutsidersHere()))
            return
        once = f"command:{command['team_id']}:{command['trigger_id']}"
        caller = self._desk.caller(command["user_id"], once)
        if not await self._desk.serve(reading.typed(typed), caller, show, later):
            await ack()
