"""Buttons and menus: what was pressed is done, and whoever pressed is told."""

from typing import Any

from slack_bolt.async_app import AsyncAck

from care import due
from domain.errors import HeedError
from domain.forms import Form, number
from domain.messages import Message
from handlers.dispatcher import Dispatcher
from handlers.slack import presses
from handlers.slack.blocks import PIPE
from handlers.slack.fields import SEARCH
from handlers.slack.home import Homes
from handlers.slack.modals import Way
from handlers.slack.ways import Ways

TURN = "home.turn"


class Actions:
    def __init__(self, dispatcher: Dispatcher, ways: Ways, homes: Homes) -> None:
        self._dispatcher = dispatcher
        self._ways = ways
        self._homes = homes

    async def pressed(self, ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        """Answers after Slack has been told that the click arrived."""
        await ack()
        action_id, _, ref = action["action_id"].partition(PIPE)
        user_id = body["user"]["id"]
        if action_id == SEARCH:
            return
        if action_id == TURN:
            await self._homes.turn(user_id, number(ref) or 0)
            return
        way = presses.way(body, action, action_id)
        is_due = presses.changes_due(way, action, action_id)
        caller = self._dispatcher.caller(
            user_id, f"press:{body['trigger_id']}", presses.place(body)
        )

        async def show(message: Message) -> None:
            if presses.needs_window(way, action_id, message):
                self._dispatcher.keep(self._ways.open(message, body["trigger_id"], way))
                return
            aside = Way(url=way.url) if is_due else way
            self._dispatcher.keep(self._ways.tell(aside, user_id, message))
            if is_due and message.id != "error":
                self._dispatcher.keep(self._show_due_anew(way, user_id))

        async def ask(form: Form) -> None:
            await self._ways.ask(form, body["trigger_id"], way)

        try:
            request = self._dispatcher.routes.pressed(
                action_id, presses.about(action_id, ref), presses.chosen(action)
            )
        except HeedError as error:
            await show(error.say())
            return
        await self._dispatcher.serve(request, caller, show, show, ask)

    async def _show_due_anew(self, way: Way, user_id: str) -> None:
        """The private list of what waits, without what was just done."""
        listed = await self._dispatcher.ask(due.mine, self._dispatcher.caller(user_id))
        await self._ways.tell(way, user_id, listed)
