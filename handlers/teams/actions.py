"""Buttons and menus: what was pressed is done, and whoever pressed is told.

In a channel the post changes for everybody; the words of the answer are shown under it to whoever
pressed. What would tell more than a line goes into that person's own conversation.
"""

from care import due, home
from care.feature import Act
from domain.errors import HeedError
from domain.forms import number
from domain.messages import Message
from handlers import routing
from handlers.dispatcher import Dispatcher
from handlers.routing import Request
from handlers.teams import answers
from handlers.teams.activities import Activity, Json
from handlers.teams.buttons import chosen
from handlers.teams.plain import summary, whole
from handlers.teams.voice import Voice

LISTS: dict[str, Act] = {"due": due.mine, "home": home.typed}
"""Lists of what waits: they are shown anew, without what was just done."""

TURN = "home.turn"


class Actions:
    def __init__(self, dispatcher: Dispatcher, voice: Voice) -> None:
        self._dispatcher = dispatcher
        self._voice = voice

    async def pressed(self, activity: Activity) -> Json:
        action = activity.values.get("action")
        action = action if isinstance(action, dict) else {}
        data = action.get("data")
        data = data if isinstance(data, dict) else {}
        action_id = str(data.get("action") or action.get("verb") or "")
        try:
            request = self._request(action_id, data)
        except HeedError as error:
            return answers.words(whole(error.say()))
        return await self._serve(activity, request, action_id, str(data.get("origin") or ""))

    def _request(self, action_id: str, data: Json) -> Request:
        """Turning a page of Home, and looking for a customer, are asked as if they were typed."""
        ref, choice = str(data.get("ref") or ""), chosen(data)
        if action_id == TURN:
            return Request(capability=home.typed, args=(number(ref) or 0,), changes=False)
        if action_id in routing.FOUND:
            return self._dispatcher.routes.typed(f"customer {choice}")
        return self._dispatcher.routes.pressed(action_id, ref, choice, can_ask=False)

    async def _serve(
        self, activity: Activity, request: Request, action_id: str, origin: str
    ) -> Json:
        answer = answers.words(answers.REPEATED)

        async def show(message: Message) -> None:
            nonlocal answer
            if activity.is_personal:
                answer = self._alone(activity, message, action_id, origin)
            else:
                answer = self._among_others(activity, message)

        async def later(message: Message) -> None:
            self._dispatcher.keep(self._voice.tell(activity.user_id, message))

        caller = self._dispatcher.caller(
            activity.user_id, activity.once("press"), activity.conversation
        )
        await self._dispatcher.serve(request, caller, show, later)
        return answer

    def _alone(self, activity: Activity, message: Message, action_id: str, origin: str) -> Json:
        """In the person's own conversation; a list of what waits is shown without what is done."""
        failed = message.id in {"error", "trouble"}
        if routing.makes_room(origin, action_id) and not failed:
            self._replace(activity, message)
            return answers.card(message)
        if origin in LISTS and routing.is_acting(action_id) and not failed:
            self._dispatcher.keep(self._list_anew(activity, LISTS[origin]))
        if message.id in answers.BRIEF:
            return answers.words(_brief(message))
        self._dispatcher.keep(self._voice.reply(activity, message))
        return answers.words(summary(message))

    def _among_others(self, activity: Activity, message: Message) -> Json:
        if message.id in answers.BRIEF:
            return answers.words(_brief(message))
        self._dispatcher.keep(self._voice.tell(activity.user_id, message))
        return answers.words(answers.IN_OUR_CHAT)

    def _replace(self, activity: Activity, message: Message) -> None:
        where = activity.reference()
        self._dispatcher.keep(self._voice.replace(where, activity.about, message))

    async def _list_anew(self, activity: Activity, listed: Act) -> None:
        async def show(message: Message) -> None:
            await self._voice.replace(activity.reference(), activity.about, message)

        caller = self._dispatcher.caller(activity.user_id)
        await self._dispatcher.serve(Request(capability=listed, changes=False), caller, show, show)


def _brief(message: Message) -> str:
    can_undo = any(action.action_id == "action.undo" for action in message.actions)
    return "\n\n".join((whole(message), *((answers.TAKE_BACK,) if can_undo else ())))
