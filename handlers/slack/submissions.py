"""Forms that were sent off, and search fields that are typed into."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck

from care import searching
from domain.errors import Gone, HeedError
from domain.messages import Message
from handlers import routing
from handlers.dispatcher import Dispatcher
from handlers.slack.blocks import PIPE, options
from handlers.slack.fields import SEARCH
from handlers.slack.modals import sent
from handlers.slack.plain import unescape
from handlers.slack.ways import Ways

SEARCHING = {SEARCH, *routing.FOUND}
"""What the ids of search fields begin with."""


class Submissions:
    def __init__(self, dispatcher: Dispatcher, ways: Ways) -> None:
        self._dispatcher = dispatcher
        self._ways = ways

    async def sent(self, ack: AsyncAck, body: dict[str, Any], view: dict[str, Any]) -> None:
        """Closes when it is done; until then nothing that was filled in is lost."""
        form, user_id = sent(view), body["user"]["id"]

        async def show(message: Message) -> None:
            self._dispatcher.keep(self._ways.tell(form.way, user_id, message))

        async def refuse(at: Mapping[str, str]) -> None:
            wrong = {name or form.first: words for name, words in at.items()}
            await ack(response_action="errors", errors=wrong)

        caller = self._dispatcher.caller(user_id, f"form:{view['id']}", form.way.place)
        try:
            request = self._dispatcher.routes.submitted(form.action_id, form.ref, form.filled)
        except HeedError as error:
            await refuse({"": str(error)})
            return
        await self._dispatcher.submit(request, caller, show, refuse)
        if ack.response is None:
            await ack()

    async def searched(self, ack: AsyncAck, body: dict[str, Any]) -> None:
        """What a search field offers for what has been typed so far."""
        action_id, _, source = str(body.get("action_id") or "").partition(PIPE)
        caller = self._dispatcher.caller(body["user"]["id"])
        try:
            if action_id not in SEARCHING:
                raise Gone
            typed = unescape(str(body.get("value") or ""))
            found = await self._dispatcher.ask(searching.search, caller, source, typed)
        except HeedError:
            found = ()
        await ack(options=options(found))
