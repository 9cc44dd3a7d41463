"""What people type to Heed: in their own conversation, or in a channel by mentioning it.

A mention in a channel is public by nature: what Heed answers there names no customer, and the
receipt goes into the person's own conversation.
"""

from care.heed import Caller
from domain.messages import Message
from handlers import routing
from handlers.dispatcher import Dispatcher
from handlers.routing import Request
from handlers.teams import answers
from handlers.teams.activities import Activity
from handlers.teams.channels import Channels
from handlers.teams.plain import typed
from handlers.teams.replies import Replies
from handlers.teams.voice import Voice

THANKED = {"receipt", "answer", "undone", "card"}
"""Kinds of messages that tell of something done."""


class Commands:
    def __init__(
        self, dispatcher: Dispatcher, voice: Voice, channels: Channels, replies: Replies
    ) -> None:
        self._dispatcher = dispatcher
        self._voice = voice
        self._channels = channels
        self._replies = replies

    async def message(self, activity: Activity) -> None:
        text = typed(activity.text, activity.entities, activity.bot_id)
        if activity.is_personal or activity.is_targeted:
            await self._privately(activity, text)
        elif routing.is_greeting(text):
            await self._openly(activity, text)
        elif not await self._replies.heard(activity, text):
            await self._publicly(activity, text)

    async def _privately(self, activity: Activity, text: str) -> None:
        async def show(message: Message) -> None:
            self._dispatcher.keep(self._voice.reply(activity, message))

        await self._dispatcher.serve(
            await self._request(activity, text), self._caller(activity), show, show
        )

    async def _openly(self, activity: Activity, text: str) -> None:
        await self._privately(activity, text)
        self._dispatcher.keep(self._channels.meet(activity))

    async def _publicly(self, activity: Activity, text: str) -> None:
        """The receipt first: thanks without it would be a promise."""

        async def show(message: Message) -> None:
            self._dispatcher.keep(self._receipt(activity, message))

        async def later(message: Message) -> None:
            self._dispatcher.keep(self._voice.tell(activity.user_id, message))

        if activity.is_shared:
            not_here = routing.NOT_HERE
            await self._dispatcher.serve(not_here, self._caller(activity), show, later)
            return
        await self._dispatcher.serve(
            await self._request(activity, text), self._caller(activity), show, later
        )
        self._dispatcher.keep(self._channels.meet(activity))

    async def _request(self, activity: Activity, text: str) -> Request:
        return self._dispatcher.routes.typed(text, thread=await self._replies.thread(activity))

    async def _receipt(self, activity: Activity, message: Message) -> None:
        is_told = await self._voice.tell(activity.user_id, message)
        said = answers.openly(is_done=message.id in THANKED, is_told=is_told)
        first = activity.user_name.split(" ")[0]
        await self._voice.thank(activity, said.format(name=first))

    def _caller(self, activity: Activity) -> Caller:
        return self._dispatcher.caller(
            activity.user_id, activity.once("message"), typed_in=activity.conversation
        )
