"""Emoji on Heed's posts."""

from collections.abc import Mapping, Sequence
from typing import Any

import emoji
from slack_sdk.web.async_client import AsyncWebClient

from care import reactions, replies
from care.heed import SystemCaller
from domain.reactions import Meaning, meant, plain, signed
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

    async def compare(
        self,
        place: str,
        message: str,
        there: Sequence[tuple[str, str]],
        known: Sequence[tuple[str, str]],
        ordinal: str,
    ) -> None:
        """What came and went while nobody told of it: (name, who) that are there, and (sign, who)
        that were. Who changed one for another that means the same goes on meaning that.
        """
        had = {(_name(sign), who) for sign, who in known}
        went = [(sign, who) for sign, who in known if (_name(sign), who) not in set(there)]
        came = [(self._sign(name), who) for name, who in there if (name, who) not in had]
        came = [(sign, who) for sign, who in came if sign]
        over = {(meant(sign), who) for sign, who in went}
        same = [(sign, who) for sign, who in came if (meant(sign), who) in over]
        for sign, who in same:
            await self._act(reactions.came, who, (place, message, sign, ordinal))
        for sign, who in went:
            await self._act(reactions.went, who, (place, message, sign, ordinal))
        for sign, who in came:
            if (sign, who) not in same:
                await self._act(reactions.came, who, (place, message, sign, ordinal))

    async def _reacted(self, event: dict[str, Any], body: dict[str, Any], act: Reacting) -> None:
        place, message = event["item"].get("channel"), event["item"].get("ts")
        sign = self._sign(event["reaction"])
        if sign and place and message:
            facts = (place, message, sign, event["event_ts"])
            await self._act(act, event["user"], facts, f"event:{body['event_id']}")

    async def _act(
        self, act: Reacting, user_id: str, facts: tuple[str, str, str, str], once: str = ""
    ) -> None:
        """Of what people say to each other nothing is told, not even to who may do nothing here."""
        place, message, *_ = facts
        caller = self._dispatcher.caller(user_id, once)
        answer = await self._dispatcher.reacted(act, facts, caller)
        if answer is None:
            return
        is_ours = await self._dispatcher.heed.ask(replies.is_ours, self._tenancy, place, message)
        if is_ours:
            self._dispatcher.keep(whisper(self._client, place, user_id, answer))

    def _sign(self, name: str) -> str:
        """Empty where it means nothing."""
        meaning = self._meanings.get(spelled(name))
        return signed(meaning, name) if meaning else ""


def spelled(name: str) -> str:
    """The emoji of that name, in whatever tone of skin; the name itself where it has none."""
    name = name.partition(TONE)[0]
    shown = emoji.emojize(f":{name}:", language="alias")
    return plain(name if shown == f":{name}:" else shown)


def _name(sign: str) -> str:
    return sign.partition(":")[2]
