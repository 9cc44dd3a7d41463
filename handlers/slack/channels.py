"""Channels that Heed, or people, come to and leave."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

from slack_sdk.web.async_client import AsyncWebClient

from care import places
from care.heed import Heed, SystemCaller
from domain.errors import AlreadyDone
from handlers.slack.company import Company
from handlers.slack.rooms import Rooms, mine


class Channels:
    def __init__(
        self, heed: Heed, rooms: Rooms, tenancy: SystemCaller, bot_user: str, company: Company
    ) -> None:
        self._heed = heed
        self._rooms = rooms
        self._tenancy = tenancy
        self._bot_user = bot_user
        self._company = company

    async def joined(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        if self._is_me(event):
            await self._arrive(self._once(body), event["channel"])
        else:
            await self._do(self._once(body), places.entered, event["channel"], event["user"])

    async def _arrive(self, caller: SystemCaller, channel: str) -> None:
        name, is_shared = await self._rooms.describe(channel)
        members = await self._rooms.members(channel)
        await self._do(caller, places.arrived, channel, name, members, is_shared=is_shared)

    async def survey(self, client: AsyncWebClient) -> None:
        """Every channel Heed is in, also those it was invited to while it was away."""
        async for room in mine(client):
            await self._arrive(self._tenancy, room["id"])

    async def left(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        if self._is_me(event):
            await self._do(self._once(body), places.lost, event["channel"], "not_in_channel")
        else:
            await self._do(self._once(body), places.left, event["channel"], event["user"])

    async def put_out(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        await self._do(self._once(body), places.lost, event["channel"], "not_in_channel")

    async def archived(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        await self._do(self._once(body), places.lost, event["channel"], "is_archived")

    async def opened(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        """No longer archived: where Heed is still in it, that is as good as an invitation."""
        if await self._rooms.has_me(event["channel"]):
            await self._arrive(self._once(body), event["channel"])

    async def renamed(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        channel = event["channel"]
        await self._do(self._once(body), places.renamed, channel["id"], channel["name"])

    async def shared(self, event: dict[str, Any], body: dict[str, Any]) -> None:
        """That outsiders have come needs no asking; when some go, others may be there still. So it
        is when another workspace of our own organisation has come.
        """
        is_ours = self._company.is_called(event.get("connected_team_id"))
        channel, is_shared = event["channel"], event["type"] == "channel_shared" and not is_ours
        if is_shared:
            self._rooms.note(channel, shared=True)
        else:
            _, is_shared = await self._rooms.describe(channel)
        await self._do(self._once(body), places.shared, channel, is_shared=is_shared)

    async def found(self, channel: str, *, is_shared: bool) -> None:
        """Slack tells of no invitation to outsiders: it is seen when the channel is looked at."""
        if await self._heed.ask(places.is_shared, self._tenancy, channel) is not is_shared:
            await self._heed.do(places.shared, self._tenancy, channel, is_shared=is_shared)

    async def _do(
        self, caller: SystemCaller, capability: Any, *facts: object, **more: object
    ) -> None:
        with suppress(AlreadyDone):
            await self._heed.do(capability, caller, *facts, **more)

    def _once(self, body: dict[str, Any]) -> SystemCaller:
        return replace(self._tenancy, once=f"event:{body['event_id']}")

    def _is_me(self, event: dict[str, Any]) -> bool:
        return event.get("user") == self._bot_user
