"""The first word to somebody who adds Heed for themselves."""

from dataclasses import replace

from care import references
from care.heed import SystemCaller
from domain.errors import AlreadyDone
from domain.messages import Message
from handlers.dispatcher import Dispatcher
from handlers.teams.activities import Activity
from handlers.teams.voice import Voice


class Welcome:
    def __init__(self, dispatcher: Dispatcher, voice: Voice, tenancy: SystemCaller) -> None:
        self._dispatcher = dispatcher
        self._voice = voice
        self._tenancy = tenancy

    async def installed(self, activity: Activity) -> None:
        """What can be typed, and Home; once, however often Teams tells of it."""
        once = replace(self._tenancy, once=activity.once(activity.type))
        try:
            await self._dispatcher.heed.do(references.keep, once, activity.reference())
        except AlreadyDone:
            return

        async def show(message: Message) -> None:
            self._dispatcher.keep(self._voice.reply(activity, message))

        caller = self._dispatcher.caller(activity.user_id)
        for first in ("help", "home"):
            await self._dispatcher.serve(self._dispatcher.routes.typed(first), caller, show, show)
