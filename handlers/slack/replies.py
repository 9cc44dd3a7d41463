"""What people write under Heed's posts, and to Heed itself. Of all else nothing is kept."""

import logging
from collections.abc import Awaitable
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from care import replies, undo
from care.heed import Caller, SystemCaller
from care.replies import Reply
from domain.errors import AlreadyDone, LineTooLong, NotAllowed, OutsidersHere, UnknownTeammate
from domain.messages import Message
from handlers import routing
from handlers.dispatcher import Dispatcher
from handlers.slack.blocks import render
from handlers.slack.plain import COMMAND, unescape
from handlers.slack.ways import whisper

NOTED = "memo"
FINAL = "~"
"""The version of a message that is deleted: it comes after all that are told by a moment."""

SILENT = (AlreadyDone, NotAllowed, UnknownTeammate)
"""Nothing to be told where nobody asked: a guest may talk in a thread like anybody."""

log = logging.getLogger("heed.slack")


class Replies:
    def __init__(
        self,
        dispatcher: Dispatcher,
        client: AsyncWebClient,
        patient: AsyncWebClient,
        tenancy: SystemCaller,
    ) -> None:
        self._dispatcher = dispatcher
        self._client = client
        self._patient = patient
        self._tenancy = tenancy
        dispatcher.when_done.append(self._follow)

    async def message(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        match event.get("subtype"):
            case None | "thread_broadcast" if event.get("channel_type") == "im":
                await self._to_heed(event, body)
            case None | "thread_broadcast":
                await self._written(event, body)
            case "message_changed":
                await self._changed(event, body)
            case "message_deleted":
                await self._deleted(event, body)

    async def _written(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        place = event["channel"]
        thread = await self._thread(place, event)
        if not thread:
            return
        reply = _reply(event, event, place, thread)
        if await self._quietly(replies.heard, event["user"], body, reply):
            self._dispatcher.keep(self._mark(place, event["ts"], is_noted=True))

    async def _changed(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        message, place = event.get("message") or {}, event["channel"]
        thread = await self._thread(place, message)
        if not thread:
            return
        reply = _reply(event, message, place, thread)
        is_noted = await self._quietly(replies.edited, message["user"], body, reply)
        if is_noted is not None:
            self._dispatcher.keep(self._mark(place, message["ts"], is_noted=is_noted))

    async def _deleted(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        message, place = event.get("previous_message") or {}, event["channel"]
        if thread := await self._thread(place, message):
            gone = Reply(place, thread, message["ts"], version=FINAL)
            await self._quietly(replies.deleted, message["user"], body, gone)

    async def _thread(self, place: str, message: dict[str, Any]) -> str | None:
        """The post of Heed's that a person's message replies to."""
        thread, is_a_persons = message.get("thread_ts"), message.get("user")
        if not thread or thread == message.get("ts") or message.get("bot_id") or not is_a_persons:
            return None
        is_ours = await self._dispatcher.heed.ask(replies.is_ours, self._tenancy, place, thread)
        return thread if is_ours else None

    async def _to_heed(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        """A direct message is a command without its slash. Slack is told at once that it arrived:
        it would send it again while an answer waits for its turn.
        """
        if event.get("bot_id") or event.get("thread_ts") or not event.get("user"):
            return

        async def show(message: Message) -> None:
            rendered = render(message)
            answer = self._patient.chat_postMessage(
                channel=event["channel"], text=rendered.text, blocks=rendered.blocks
            )
            self._dispatcher.keep(answer)

        typed = unescape(event.get("text") or "").removeprefix(COMMAND).strip()
        caller = self._dispatcher.caller(event["user"], f"event:{body['event_id']}")
        await self._dispatcher.serve(self._dispatcher.routes.typed(typed), caller, show, show)

    async def _quietly(
        self, capability: Any, user_id: str, body: dict[str, Any], reply: Reply
    ) -> Any:
        caller = self._dispatcher.caller(user_id, f"event:{body['event_id']}")
        try:
            request = routing.Request(capability=capability, args=(reply,))
            return await self._dispatcher.put(request, caller)
        except SILENT:
            return None
        except (LineTooLong, OutsidersHere) as error:
            self._dispatcher.keep(whisper(self._client, reply.place, user_id, error.say()))
            return None

    def _follow(self, request: routing.Request, caller: Caller) -> None:
        """A reply that was taken back is no longer marked."""
        if request.capability in {undo.last, undo.one}:
            self._dispatcher.keep(self._unmark(caller))

    async def _unmark(self, caller: Caller) -> None:
        for place, message in await self._dispatcher.heed.ask(replies.just_taken_back, caller):
            await self._mark(place, message, is_noted=False)

    async def _mark(self, place: str, message: str, *, is_noted: bool) -> None:
        change = self._client.reactions_add if is_noted else self._client.reactions_remove
        await _unless_so(change(channel=place, timestamp=message, name=NOTED))


def _reply(event: dict[str, Any], message: dict[str, Any], place: str, thread: str) -> Reply:
    words = unescape(message.get("text") or "")
    return Reply(place, thread, message["ts"], words, _version(message, event))


def _version(message: dict[str, Any], event: dict[str, Any]) -> str:
    """By when it was edited, which Slack tells in whole seconds, and then by when that was told;
    unedited it comes before any edit.
    """
    edited = message.get("edited")
    at = str(edited.get("ts") or 0) if isinstance(edited, dict) else "0"
    return f"{at} {event.get('event_ts') or message['ts']}"


async def _unless_so(call: Awaitable[object]) -> None:
    """The mark is a courtesy: that it stands already, or its message is gone, harms nobody."""
    try:
        await call
    except SlackApiError as error:
        log.info("a reply could not be marked: %s", error.response.get("error"))
