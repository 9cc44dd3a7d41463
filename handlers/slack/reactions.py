"""Emoji on Heed's posts."""

from collections.abc import Mapping
from typing import Any

import emoji
from slack_sdk.web.async_client import AsyncWebClient

from care import reactions, replies
from care.heed import SystemCaller
from domain.reactions import Meaning, plain, signed
from handlers.dispatcher import Dispatcher, Reacting
from handlers.slack.ways import whisper

TONE = "::"
"""Behind it stands the tone of skin."""


class Reactions:
    def __init__(
        self,
        dispatcher: Dispatcher,
        client: AsyncWebClient,
        tenancy: SystemCaller,
        known: Mapping[str, Meaning],
    ) -> None:
        self._dispatcher = dispatcher
        self._meanings = known
        self._client = client
        self._tenancy = tenancy

    async def added(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        await self._reacted(event, body, reactions.came)

    async def removed(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        await self._reacted(event, body, reactions.went)

    async def _reacted(self, event: dict[str, Any], body: dict[str, Any], act: Reacting) -> None:
        """Of what people say to each other nothing is told, not even to who may do nothing here."""
        place, message = event["item"].get("channel"), event["item"].get("ts")
        meaning = self._meanings.get(spelled(event["reaction"]))
        if not (meaning and place and message):
            return
        sign = signed(meaning, event["reaction"])
        facts = (place, message, sign, event["event_ts"])
        caller = self._dispatcher.caller(event["user"], f"event:{body['event_id']}")
        answer = await self._dispatcher.reacted(act, facts, caller)
        if answer is None:
            return
        is_ours = await self._dispatcher.heed.ask(replies.is_ours, self._tenancy, place, message)
        if is_ours:
            self._dispatcher.keep(whisper(self._client, place, event["user"], answer))


def spelled(name: str) -> str:
    """The emoji of that name, in whatever tone of skin; the name itself where it has none."""
    name = name.partition(TONE)[0]
    shown = emoji.emojize(f":{name}:", language="alias")
    return plain(name if shown == f":{name}:" else shown)
