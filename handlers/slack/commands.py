"""`/heed …`: only the person who typed sees the answer."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncRespond

from domain.forms import Form
from domain.messages import Message
from handlers import routing
from handlers.dispatcher import Dispatcher
from handlers.slack.blocks import render
from handlers.slack.modals import Way
from handlers.slack.plain import unescape
from handlers.slack.rooms import Rooms
from handlers.slack.ways import Ways


class Commands:
    def __init__(self, dispatcher: Dispatcher, ways: Ways, rooms: Rooms) -> None:
        self._dispatcher = dispatcher
        self._ways = ways
        self._rooms = rooms

    async def heed(self, ack: AsyncAck, command: dict[str, Any], respond: AsyncRespond) -> None:
        typed = unescape(command.get("text") or "").strip()

        async def show(message: Message) -> None:
            rendered = render(message)
            await ack(text=rendered.text, blocks=rendered.blocks, response_type="ephemeral")

        async def later(message: Message) -> None:
            rendered = render(message)
            await respond(text=rendered.text, blocks=rendered.blocks, replace_original=False)

        async def ask(form: Form) -> None:
            place = command["channel_id"]
            way = Way(url=str(command.get("response_url") or ""), place=place)
            await self._ways.ask(form, command["trigger_id"], way)
            await ack()

        once = f"command:{command['team_id']}:{command['trigger_id']}"
        caller = self._dispatcher.caller(command["user_id"], once, typed_in=command["channel_id"])
        request = self._dispatcher.routes.typed(typed, can_ask=True)
        if not routing.is_greeting(typed) and await self._rooms.is_shared(command["channel_id"]):
            request = routing.NOT_HERE
        if not await self._dispatcher.serve(request, caller, show, later, ask):
            await ack()
