"""Emoji on Heed's posts."""

from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from care import reactions, replies
from care.heed import Clockwork
from domain.reactions import Meaning, signed
from handlers.desk import Desk, Reacting
from handlers.slack.ways import whisper

MEANINGS = {
    "eyes": Meaning.TAKE,
    "white_check_mark": Meaning.DONE,
    "heavy_check_mark": Meaning.DONE,
    "zzz": Meaning.LATER,
    "x": Meaning.WAIVE,
}


class Reactions:
    def __init__(self, desk: Desk, client: AsyncWebClient, home: Clockwork) -> None:
        self._desk = desk
        self._client = client
        self._home = home

    async def added(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        await self._reacted(event, body, reactions.came)

    async def removed(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        await self._reacted(event, body, reactions.went)

    async def _reacted(self, event: dict[str, Any], body: dict[str, Any], act: Reacting) -> None:
        """Of what people say to each other nothing is told, not even to who may do nothing here."""
        place, message = event["item"].get("channel"), event["item"].get("ts")
        meaning = MEANINGS.get(event["reaction"])
        if not (meaning and place and message):
            return
        sign = signed(meaning, event["reaction"])
        facts = (place, message, sign, event["event_ts"])
        caller = self._desk.caller(event["user"], f"event:{body['event_id']}")
        answer = await self._desk.reacted(act, facts, caller)
        if answer is None:
            return
        is_ours = await self._desk.heed.ask(replies.is_ours, self._home, place, message)
        if is_ours:
            self._desk.keep(whisper(self._client, place, event["user"], answer))
