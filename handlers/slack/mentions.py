"""What people say to Heed by its name in a channel, and in their direct messages with it.

The answer is for their eyes only. Slack tells of a mention twice, as such and as a message, in
whatever order: the first of them is heard. It tells again of one that is edited.
"""

from collections import OrderedDict
from typing import Any

from care import command_help, replies, thread_commands
from care.thread_commands import Thread
from domain.messages import Message
from handlers import routing
from handlers.dispatcher import Dispatcher
from handlers.routing import Request
from handlers.slack.blocks import render
from handlers.slack.installed import Installed
from handlers.slack.mention_text import around_mention, is_mentioned
from handlers.slack.replies import Replies
from handlers.slack.rooms import Rooms
from handlers.slack.ways import whisper

REMEMBERED = 1000
"""How many mentions are known to have been heard; what they have changed is known for days."""

Json = dict[str, Any]


class Mentions:
    def __init__(
        self, dispatcher: Dispatcher, installed: Installed, rooms: Rooms, heard: Replies
    ) -> None:
        self._dispatcher = dispatcher
        self._patient = installed.patient
        self._tenancy = installed.tenancy
        self._me = installed.bot_user
        self._rooms = rooms
        self._replies = heard
        self._heard: OrderedDict[tuple[str, str, str], None] = OrderedDict()

    async def message(self, event: Json) -> None:
        """Every message, and every change of one."""
        is_said = event.get("subtype") in {None, "thread_broadcast"}
        if is_said and event.get("channel_type") == "im":
            await self._to_heed(event)
        elif is_said and is_mentioned(event.get("text") or "", self._me):
            await self.mentioned(event)
        else:
            await self._replies.message(event)

    async def mentioned(self, event: Json) -> None:
        """Slack is told at once that it arrived: it would send it again while an answer waits."""
        if not (_is_persons(event) and self._is_first(event)):
            return

        async def show(message: Message) -> None:
            said = whisper(
                self._patient, event["channel"], event["user"], message, event.get("thread_ts")
            )
            self._dispatcher.keep(said)

        text = self._said(event)
        if not routing.is_greeting(text) and await self._rooms.is_shared(event["channel"]):
            await self._serve(event, routing.NOT_HERE, show)
        else:
            await self._answer(event, text, show)

    async def _to_heed(self, event: Json) -> None:
        """A direct message is a command without its slash."""
        if not _is_persons(event):
            return

        async def show(message: Message) -> None:
            rendered = render(message)
            answer = self._patient.chat_postMessage(
                channel=event["channel"],
                text=rendered.text,
                blocks=rendered.blocks,
                thread_ts=event.get("thread_ts"),
            )
            self._dispatcher.keep(answer)

        await self._answer(event, self._said(event), show)

    async def _answer(self, event: Json, text: str, show: Any) -> None:
        """In the thread of a post about a customer, what is no command is a reply to it."""
        routes = self._dispatcher.routes
        thread = await self._thread(event)
        if thread is None or routes.is_command(text):
            await self._serve(event, routes.typed(text, thread=thread), show)
        elif _edited_at(event):
            return  # what a reply says by now is told by the change of the message
        elif await self._replies.said(event, text, show) is False:
            asked = Request(capability=thread_commands.ask, args=(text, *thread))
            await self._serve(event, asked, show)

    async def _thread(self, event: Json) -> Thread | None:
        place, head = event["channel"], event.get("thread_ts")
        if not head or head == event["ts"]:
            return None
        is_ours = await self._dispatcher.heed.ask(replies.is_ours, self._tenancy, place, head)
        return Thread(place, head) if is_ours else None

    async def _serve(self, event: Json, request: Request, show: Any) -> None:
        """Once, unless it was no command before it was put right."""
        is_unknown = request.capability is command_help.not_understood
        version = f":{_edited_at(event)}" if is_unknown else ""
        once = f"said:{event['channel']}:{event['ts']}{version}"
        caller = self._dispatcher.caller(event["user"], once, typed_in=event["channel"])
        await self._dispatcher.serve(request, caller, show, show)

    def _said(self, event: Json) -> str:
        """What stands behind the name, where that is a command: “hey @Heed, due”."""
        before, after = around_mention(event.get("text") or "", self._me)
        command = routing.addressed(after)
        if before and command and self._dispatcher.routes.is_command(command):
            return command
        return routing.addressed(f"{before} {after}")

    def _is_first(self, event: Json) -> bool:
        key = (event["channel"], event["ts"], _edited_at(event))
        if key in self._heard:
            return False
        self._heard[key] = None
        if len(self._heard) > REMEMBERED:
            self._heard.popitem(last=False)
        return True


def _is_persons(event: Json) -> bool:
    return bool(event.get("user")) and not event.get("bot_id")


def _edited_at(event: Json) -> str:
    edited = event.get("edited")
    return str(edited.get("ts") or "") if isinstance(edited, dict) else ""
