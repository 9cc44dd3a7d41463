"""The first word to somebody who adds Heed for themselves."""

from dataclasses import replace

from care import references
from care.heed import Clockwork
from domain.errors import AlreadyDone
from domain.messages import Message
from handlers.desk import Desk
from handlers.teams.activities import Activity
from handlers.teams.voice import Voice


class Welcome:
    def __init__(self, desk: Desk, voice: Voice, home: Clockwork) -> None:
        self._desk = desk
        self._voice = voice
        self._home = home

    async def installed(self, activity: Activity) -> None:
        """What can be typed, and Home; once, however often Teams tells of it."""
        once = replace(self._home, once=activity.once(activity.type))
        try:
            await self._desk.heed.do(references.keep, once, activity.reference())
        except AlreadyDone:
            return

        async def show(message: Message) -> None:
            self._desk.keep(self._voice.reply(activity, message))

        caller = self._desk.caller(activity.user_id)
        for first in ("help", "home"):
            await self._desk.serve(self._desk.routes.typed(first), caller, show, show)
