"""What people write to Heed under its posts. Teams lets it hear only what mentions it."""

from typing import Any

from care import replies
from care.feature import Reply
from care.heed import SystemCaller
from care.replies import Heard
from care.thread_commands import Thread
from domain.errors import AlreadyDone, HeedError
from domain.messages import Message
from handlers.dispatcher import Dispatcher
from handlers.routing import Request
from handlers.teams import answers
from handlers.teams.activities import Activity
from handlers.teams.plain import typed
from handlers.teams.voice import Voice

SAID_ANEW = {"editMessage", "undeleteMessage"}


class Replies:
    def __init__(self, dispatcher: Dispatcher, voice: Voice, tenancy: SystemCaller) -> None:
        self._dispatcher = dispatcher
        self._voice = voice
        self._tenancy = tenancy

    async def heard(self, activity: Activity, text: str) -> bool:
        """Whether this was a reply under one of Heed's posts, and is dealt with."""
        if self._dispatcher.routes.is_command(text) or await self.thread(activity) is None:
            return False
        heard: Heard = await self._put(activity, replies.heard, _reply(activity, text)) or Heard()
        if heard.message is not None:
            self._dispatcher.keep(self._answer(activity, heard, heard.message))
        elif heard.is_noted is False:
            self._dispatcher.keep(self._voice.thank(activity, answers.NO_CONTACT))
        return True

    async def _answer(self, activity: Activity, heard: Heard, message: Message) -> None:
        """In the chat of whoever wrote it, with what takes it back; in the thread one line."""
        is_told = await self._voice.tell(activity.user_id, message)
        first = activity.user_name.split(" ")[0]
        done = answers.openly(is_done=message.id == "answer", is_told=is_told).format(name=first)
        await self._voice.thank(activity, answers.LOGGED if heard.is_noted else done)

    async def changed(self, activity: Activity) -> None:
        """A person put right what they had written, took it away or brought it back; a command
        stays done.
        """
        if await self.thread(activity) is None:
            return
        if activity.type == "messageDelete":
            await self._put(activity, replies.deleted, _reply(activity))
        elif str(activity.channel_data.get("eventType")) in SAID_ANEW:
            text = typed(activity.text, activity.entities, activity.bot_id)
            if not self._dispatcher.routes.is_command(text):
                put = self._put(activity, replies.edited, _reply(activity, text))
                if message := (await put or Heard()).message:
                    self._dispatcher.keep(self._voice.tell(activity.user_id, message))

    async def thread(self, activity: Activity) -> Thread | None:
        """Where it was said under one of Heed's posts about a customer."""
        place, head = activity.conversation, activity.thread
        if activity.is_personal or not head or head == activity.id:
            return None
        is_ours = await self._dispatcher.heed.ask(replies.is_ours, self._tenancy, place, head)
        return Thread(place, head) if is_ours else None

    async def _put(self, activity: Activity, capability: Any, reply: Reply) -> Any:
        """What came of it; None where nothing more is to be said in the thread."""
        caller = self._dispatcher.caller(
            activity.user_id, activity.once(f"{activity.type}:{activity.at}")
        )
        try:
            return await self._dispatcher.put(Request(capability=capability, args=(reply,)), caller)
        except AlreadyDone:
            return None
        except HeedError as error:
            self._dispatcher.keep(self._voice.tell(activity.user_id, error.say()))
            return None


def _reply(activity: Activity, text: str = "") -> Reply:
    """Teams tells when each version was written, and so may bring back what was deleted."""
    place, version = activity.conversation, activity.ordinal
    return Reply(place, activity.thread, activity.id, text, version)
