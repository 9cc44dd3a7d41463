"""Dialogs: a form is opened, searched in, and sent off. Teams calls them task modules."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from care import searching, team
from care.heed import Caller
from domain.errors import Gone, HeedError
from domain.forms import Form, SearchField
from domain.messages import Message, Option
from handlers.dispatcher import Dispatcher
from handlers.routing import Request
from handlers.teams import answers, forms
from handlers.teams.activities import Activity, Json
from handlers.teams.buttons import chosen
from handlers.teams.cards import CARD
from handlers.teams.plain import whole
from handlers.teams.voice import Voice

CLOSED: Json = {}
"""An answer that closes the dialog."""


class Dialogs:
    def __init__(self, dispatcher: Dispatcher, voice: Voice) -> None:
        self._dispatcher = dispatcher
        self._voice = voice

    async def opened(self, activity: Activity) -> Json:
        """The form that a button asks for."""
        asked = _data(activity)
        try:
            request = self._form(asked)
        except HeedError as error:
            return answers.in_dialog(whole(error.say()))
        return await self.open(activity, request, asked)

    async def open(self, activity: Activity, request: Request, asked: Json) -> Json:
        """`asked` is by what the form can be asked for again."""
        answer = answers.in_dialog("That is no form that Heed knows.")

        async def show(message: Message) -> None:
            nonlocal answer
            answer = answers.in_dialog(whole(message))

        async def ask(form: Form) -> None:
            nonlocal answer
            card = await self._card(form, activity)
            answer = dialog(form, card.build(_asked(asked)))

        caller = self._dispatcher.caller(activity.user_id, place=activity.conversation)
        await self._dispatcher.serve(request, caller, show, show, ask)
        return answer

    async def sent(self, activity: Activity) -> Json:
        """Closes when it is done; until then nothing that was filled in is lost."""
        data, answer = _data(activity), CLOSED
        place = activity.conversation
        caller = self._dispatcher.caller(activity.user_id, activity.once("form"), place)
        try:
            form = await self._again(data, activity)
            filled = forms.split(forms.read(data), form)
            request = self._dispatcher.routes.submitted(form.action_id, form.ref, filled)
        except HeedError as error:
            return answers.in_dialog(whole(error.say()))

        async def show(message: Message) -> None:
            nonlocal answer
            answer = self._tell(activity, message)

        async def refuse(wrong: Mapping[str, str]) -> None:
            nonlocal answer
            card = await self._card(form, activity)
            answer = dialog(form, card.build(_asked(data["asked"]), filled, wrong))

        await self._dispatcher.submit(request, caller, show, refuse)
        return answer

    async def searched(self, activity: Activity) -> Json:
        """What a search field offers for what has been typed so far."""
        query, source = activity.values, activity.values.get("dataset")
        caller = self._dispatcher.caller(activity.user_id, place=activity.conversation)
        try:
            found = await self._search(caller, str(source), str(query.get("queryText") or ""))
        except HeedError:
            found = ()
        return answers.found(found)

    def _tell(self, activity: Activity, message: Message) -> Json:
        """What is more than a line comes into the person's own conversation."""
        if message.id in answers.BRIEF and not activity.is_personal:
            return answers.in_dialog(whole(message))
        self._dispatcher.keep(self._voice.tell(activity.user_id, message))
        return CLOSED

    async def _again(self, data: Json, activity: Activity) -> Form:
        """The form as it is asked now: with it come the fields that are to be read."""
        asked = data.get("asked")
        request = self._form(asked if isinstance(asked, dict) else {})
        caller = self._dispatcher.caller(activity.user_id, place=activity.conversation)
        form = await self._dispatcher.put(request, caller)
        if not isinstance(form, Form):
            raise Gone
        return replace(form, carried=form.carried or str(data.get("carried") or ""))

    def _form(self, data: Json) -> Request:
        action, ref = str(data.get("action") or ""), str(data.get("ref") or "")
        return self._dispatcher.routes.asked(action, ref, chosen(data))

    async def _card(self, form: Form, activity: Activity) -> forms.FormCard:
        caller = self._dispatcher.caller(activity.user_id)
        fields = [field for field in form.fields if isinstance(field, SearchField)]
        found = {each.name: await self._search(caller, each.source, "") for each in fields}
        people, zone = await self._dispatcher.ask(team.colleagues, caller)
        return forms.FormCard(form, people, found, ZoneInfo(zone))

    async def _search(self, caller: Caller, source: str, typed: str) -> Sequence[Option]:
        return await self._dispatcher.ask(searching.search, caller, source, typed)


def dialog(form: Form, card: Json) -> Json:
    attachment = {"contentType": CARD, "content": card}
    shown = {"title": form.title, "height": "medium", "width": "medium", "card": attachment}
    return {"task": {"type": "continue", "value": shown}}


def _asked(data: Json) -> Json:
    """By what the form can be asked for again."""
    return {name: str(data[name]) for name in ("action", "ref", "choice") if data.get(name)}


def _data(activity: Activity) -> Json:
    data = activity.values.get("data")
    return data if isinstance(data, dict) else {}
