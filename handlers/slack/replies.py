"""What people write under Heed's posts, and to Heed itself. Of all else nothing is kept."""

import logging
from collections.abc import Awaitable
from datetime import UTC, datetime
from typing import Any

from slack_sdk.errors import SlackApiError

from care import replies, undo
from care.feature import Reply
from care.heed import Caller
from care.replies import Heard
from domain.errors import (
    AlreadyDone,
    HeedError,
    LineTooLong,
    NotAllowed,
    OutsidersHere,
    UnknownTeammate,
)
from handlers import routing
from handlers.dispatcher import Dispatcher, Show
from handlers.slack.installed import Installed
from handlers.slack.mention_text import is_mentioned, without_mention
from handlers.slack.ways import whisper

NOTED = "memo"
FINAL = "~"
"""The version of a message that is deleted: it comes after all that are told by a moment."""

SILENT = (NotAllowed, UnknownTeammate)
"""Nothing to be told where nobody asked: a guest may talk in a thread like anybody."""

TOLD = (LineTooLong, OutsidersHere)

log = logging.getLogger("heed.slack")


class Replies:
    def __init__(self, dispatcher: Dispatcher, installed: Installed) -> None:
        self._dispatcher = dispatcher
        self._client = installed.client
        self._patient = installed.patient
        self._tenancy = installed.tenancy
        self._me = installed.bot_user
        dispatcher.when_done.append(self._follow)

    async def message(self, event: dict[str, Any]) -> None:
        """What is said where others read along, and whatever becomes of it."""
        match event.get("subtype"):
            case None | "thread_broadcast":
                await self._written(event)
            case "message_changed":
                await self._changed(event)
            case "message_deleted":
                await self._deleted(event)

    async def said(self, event: dict[str, Any], words: str, show: Show) -> bool | None:
        """Whether what was said to Heed under one of its posts was noted; None where that is known
        already, or has been answered.
        """
        reply = _as_reply(event, event, event["thread_ts"], words)
        return await self._noted(event["user"], reply, show)

    async def _written(self, event: dict[str, Any]) -> None:
        if thread := await self._thread(event["channel"], event):
            await self._noted(event["user"], self._reply(event, event, thread))

    async def _noted(self, user_id: str, reply: Reply, show: Show | None = None) -> bool | None:
        """None where it has been answered."""
        heard: Heard = await self._quietly(replies.heard, user_id, reply, show) or Heard()
        await self._answer(user_id, reply, heard, show)
        if heard.is_noted:
            self._dispatcher.keep(self._mark(reply.place, reply.message, is_noted=True))
        return heard.is_noted if heard.message is None else None

    async def _answer(
        self, user_id: str, reply: Reply, heard: Heard, show: Show | None = None
    ) -> None:
        """For the eyes of whoever wrote it alone."""
        if heard.message and show:
            await show(heard.message)
        elif heard.message:
            said = whisper(self._client, reply.place, user_id, heard.message, reply.thread)
            self._dispatcher.keep(said)

    async def _changed(self, event: dict[str, Any]) -> None:
        message, place = event.get("message") or {}, event["channel"]
        thread = await self._thread(place, message)
        if not thread:
            return
        reply = self._reply(event, message, thread)
        is_told = is_mentioned(message.get("text") or "", self._me)
        if is_told and self._dispatcher.routes.is_command(reply.words):
            return
        heard: Heard = await self._quietly(replies.edited, message["user"], reply) or Heard()
        await self._answer(message["user"], reply, heard)
        if heard.is_noted is not None:
            mark = self._mark(place, message["ts"], is_noted=heard.is_noted)
            self._dispatcher.keep(mark)

    async def _deleted(self, event: dict[str, Any]) -> None:
        message, place = event.get("previous_message") or {}, event["channel"]
        if thread := await self._thread(place, message):
            gone = Reply(place, thread, message["ts"], version=FINAL)
            await self._quietly(replies.deleted, message["user"], gone)

    def _reply(self, event: dict[str, Any], message: dict[str, Any], thread: str) -> Reply:
        words = routing.addressed(without_mention(message.get("text") or "", self._me))
        return _as_reply(event, message, thread, words)

    async def _thread(self, place: str, message: dict[str, Any]) -> str | None:
        """The post of Heed's that a person's message replies to."""
        thread, is_a_persons = message.get("thread_ts"), message.get("user")
        if not thread or thread == message.get("ts") or message.get("bot_id") or not is_a_persons:
            return None
        is_ours = await self._dispatcher.heed.ask(replies.is_ours, self._tenancy, place, thread)
        return thread if is_ours else None

    async def _quietly(
        self, capability: Any, user_id: str, reply: Reply, show: Show | None = None
    ) -> Any:
        """`show` where Heed was spoken to: silence would be no answer."""
        once = f"reply:{reply.place}:{reply.message}:{reply.version}"
        caller = self._dispatcher.caller(user_id, once)
        try:
            request = routing.Request(capability=capability, args=(reply,))
            return await self._dispatcher.put(request, caller)
        except AlreadyDone:
            return None
        except HeedError as error:
            if show:
                await show(error.say())
            elif isinstance(error, TOLD):
                self._dispatcher.keep(whisper(self._client, reply.place, user_id, error.say()))
            elif not isinstance(error, SILENT):
                raise
            return None

    def _follow(self, request: routing.Request, caller: Caller) -> None:
        """A reply that was taken back is no longer marked."""
        if request.capability in {undo.last, undo.one, undo.these}:
            self._dispatcher.keep(self._unmark(caller))

    async def _unmark(self, caller: Caller) -> None:
        for place, message in await self._dispatcher.heed.ask(replies.just_taken_back, caller):
            await self._mark(place, message, is_noted=False)

    async def _mark(self, place: str, message: str, *, is_noted: bool) -> None:
        change = self._client.reactions_add if is_noted else self._client.reactions_remove
        await _unless_so(change(channel=place, timestamp=message, name=NOTED))


def _as_reply(event: dict[str, Any], message: dict[str, Any], thread: str, words: str) -> Reply:
    at = datetime.fromtimestamp(float(message["ts"]), UTC)
    version = _version(message, event)
    return Reply(event["channel"], thread, message["ts"], words, version, at)


def _version(message: dict[str, Any], event: dict[str, Any]) -> str:
    """By when it was edited, which Slack tells in whole seconds, and then by when that was told;
    unedited it comes before any edit.
    """
    edited = message.get("edited")
    if not isinstance(edited, dict):
        return f"0 {message['ts']}"
    return f"{edited.get('ts') or 0} {event.get('event_ts') or message['ts']}"


async def _unless_so(call: Awaitable[object]) -> None:
    """The mark is a courtesy: that it stands already, or its message is gone, harms nobody."""
    try:
        await call
    except SlackApiError as error:
        log.info("a reply could not be marked: %s", error.response.get("error"))
