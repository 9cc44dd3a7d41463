"""Buttons and menus: what was pressed is done, and whoever pressed is told."""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncRespond

from care import due
from domain.errors import HeedError
from domain.messages import Message
from handlers import reading
from handlers.desk import Desk, told
from handlers.reading import Request
from handlers.slack.blocks import PIPE, render

REPLACED = {"receipt", "unclear", "answer", "undone", "card"}
"""Private answers that make room for the next one, by the kind of message they are."""

CHANGES = ("touch.", "draft.", "action.", "nudge.", "complaint.")
"""Verbs after which a private answer would say what is no longer so."""


class Actions:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def pressed(
        self, ack: AsyncAck, body: dict[str, Any], action: dict[str, Any], respond: AsyncRespond
    ) -> None:
        """Answers by the response URL, after Slack has been told that the click arrived."""
        await ack()
        verb, _, ref = action["action_id"].partition(PIPE)
        origin = str(action.get("block_id") or "").rpartition("-")[0]
        is_private = bool((body.get("container") or {}).get("is_ephemeral"))
        replaces = is_private and origin in REPLACED and verb.startswith(CHANGES)
        caller = self._desk.caller(body["user"]["id"], f"press:{body['trigger_id']}")

        async def show(message: Message) -> None:
            replace = replaces and message.id != "error"
            self._desk.keep(_respond(respond, message, replace=replace))
            if is_private and origin == "due" and message.id != "error":
                self._desk.keep(self._show_due_anew(respond, body["user"]["id"]))

        try:
            request = reading.pressed(verb, ref, _chosen(action))
        except HeedError as error:
            await show(told(error))
            return
        await self._desk.serve(request, caller, show, show)

    async def _show_due_anew(self, respond: AsyncRespond, user_id: str) -> None:
        """The private list of what waits, without what was just done."""
        listed = await self._desk.put(Request(capability=due.mine), self._desk.caller(user_id))
        await _respond(respond, listed.say(), replace=True)


async def _respond(respond: AsyncRespond, message: Message, *, replace: bool) -> None:
    rendered = render(message)
    await respond(
        text=rendered.text,
        blocks=rendered.blocks,
        replace_original=replace,
        response_type="ephemeral",
    )


def _chosen(action: dict[str, Any]) -> str:
    return str((action.get("selected_option") or {}).get("value") or "")
