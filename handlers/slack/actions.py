"""Buttons and menus: what was pressed is done, and whoever pressed is told."""

from typing import Any

from slack_bolt.async_app import AsyncAck

from care import due
from domain.errors import HeedError
from domain.forms import Form, number
from domain.messages import Message
from handlers.desk import Desk
from handlers.slack import presses
from handlers.slack.blocks import PIPE
from handlers.slack.fields import SEARCH
from handlers.slack.home import Homes
from handlers.slack.modals import Way
from handlers.slack.ways import Ways

TURN = "home.turn"


class Actions:
    def __init__(self, desk: Desk, ways: Ways, homes: Homes) -> None:
        self._desk = desk
        self._ways = ways
        self._homes = homes

    async def pressed(self, ack: AsyncAck, body: dict[str, Any], action: dict[str, Any]) -> None:
        """Answers after Slack has been told that the click arrived."""
        await ack()
        verb, _, ref = action["action_id"].partition(PIPE)
        user_id = body["user"]["id"]
        if verb == SEARCH:
            return
        if verb == TURN:
            await self._homes.turn(user_id, number(ref) or 0)
            return
        way = presses.way(body, action, verb)
        is_due = presses.changes_due(way, action, verb)
        caller = self._desk.caller(user_id, f"press:{body['trigger_id']}", presses.place(body))

        async def show(message: Message) -> None:
            if presses.needs_window(way, verb, message):
                self._desk.keep(self._ways.open(message, body["trigger_id"], way))
                return
            aside = Way(url=way.url) if is_due else way
            self._desk.keep(self._ways.tell(aside, user_id, message))
            if is_due and message.id != "error":
                self._desk.keep(self._show_due_anew(way, user_id))

        async def ask(form: Form) -> None:
            await self._ways.ask(form, body["trigger_id"], way)

        try:
            request = self._desk.routes.pressed(
                verb, presses.about(verb, ref), presses.chosen(action)
            )
        except HeedError as error:
            await show(error.say())
            return
        await self._desk.serve(request, caller, show, show, ask)

    async def _show_due_anew(self, way: Way, user_id: str) -> None:
        """The private list of what waits, without what was just done."""
        listed = await self._desk.ask(due.mine, self._desk.caller(user_id))
        await self._ways.tell(way, user_id, listed)
