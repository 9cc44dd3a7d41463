"""What people type to Heed: in their own conversation, or in a channel by mentioning it.

A mention in a channel is public by nature: what Heed answers there names no customer, and the
receipt goes into the person's own conversation.
"""

from care.heed import Caller
from domain.errors import OutsidersHere
from domain.messages import Message
from handlers import reading
from handlers.desk import Desk, told
from handlers.teams.activities import Activity
from handlers.teams.channels import Channels
from handlers.teams.plain import typed
from handlers.teams.replies import Replies
from handlers.teams.voice import Voice

HARMLESS = ("help", "")
"""What may be answered anywhere: it shows no customer."""

THANKED = {"receipt", "answer", "undone", "card"}
"""Kinds of messages that tell of something done."""

THANKS = "Thank you, {name}. The receipt is in our chat."
ANSWERED = "I answered you in our chat, {name}."
UNTOLD = "That is done, {name}, but I can't write to you: add Heed for yourself to get receipts."
UNHEARD = (
    "I can't answer that here, {name}, nor write to you: add Heed for yourself, and type it there."
)


class Commands:
    def __init__(self, desk: Desk, voice: Voice, channels: Channels, replies: Replies) -> None:
        self._desk = desk
        self._voice = voice
        self._channels = channels
        self._replies = replies

    async def message(self, activity: Activity) -> None:
        text = typed(activity.text, activity.entities, activity.bot_id)
        if activity.is_personal or activity.is_targeted:
            await self._privately(activity, text)
        elif text.casefold() in HARMLESS:
            await self._openly(activity, text)
        elif not await self._replies.heard(activity, text):
            await self._publicly(activity, text)

    async def _privately(self, activity: Activity, text: str) -> None:
        async def show(message: Message) -> None:
            self._desk.keep(self._voice.reply(activity, message))

        await self._desk.serve(reading.typed(text), self._caller(activity), show, show)

    async def _openly(self, activity: Activity, text: str) -> None:
        await self._privately(activity, text)
        self._desk.keep(self._channels.meet(activity))

    async def _publicly(self, activity: Activity, text: str) -> None:
        """The receipt first: thanks without it would be a promise."""

        async def show(message: Message) -> None:
            self._desk.keep(self._receipt(activity, message))

        async def later(message: Message) -> None:
            self._desk.keep(self._voice.tell(activity.user_id, message))

        if activity.is_shared:
            await show(told(OutsidersHere()))
            return
        await self._desk.serve(reading.typed(text), self._caller(activity), show, later)
        self._desk.keep(self._channels.meet(activity))

    async def _receipt(self, activity: Activity, message: Message) -> None:
        is_told = await self._voice.tell(activity.user_id, message)
        thanked, answered = (THANKS, ANSWERED) if is_told else (UNTOLD, UNHEARD)
        said = thanked if message.id in THANKED else answered
        await self._voice.thank(activity, said.format(name=activity.user_name.split(" ")[0]))

    def _caller(self, activity: Activity) -> Caller:
        return self._desk.caller(activity.user_id, activity.once("message"))
