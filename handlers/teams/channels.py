"""Teams, channels and group chats that Heed, or people, come to and leave."""

import asyncio
import logging
from contextlib import suppress
from dataclasses import replace
from typing import Any

from care import places
from care.heed import Heed, SystemCaller
from domain.errors import AlreadyDone
from domain.references import Kind, Reference
from handlers.teams import leavers
from handlers.teams.activities import Activity, Json, dicts
from handlers.teams.addresses import Addresses
from handlers.teams.people import UNREACHABLE, People
from handlers.teams.wire import Wire

log = logging.getLogger("heed.teams")

GONE = {"teamDeleted", "teamHardDeleted", "teamArchived"}
BACK = {"channelRestored", "teamRestored", "teamUnarchived"}
SHARED = {"channelShared", "channelUnshared"}
OF_ONE = {"channelMemberAdded", "channelMemberRemoved"}
"""Private and shared channels have people of their own; these tell of the channel, not its team."""


class Channels:
    def __init__(
        self, heed: Heed, wire: Wire, people: People, addresses: Addresses, tenancy: SystemCaller
    ) -> None:
        self._heed = heed
        self._wire = wire
        self._people = people
        self._addresses = addresses
        self._tenancy = tenancy

    async def installed(self, activity: Activity) -> None:
        """Heed was added to a team or a chat, or taken out of it; an upgrade counts as both."""
        match activity.action.removesuffix("-upgrade"):
            case "add" if not activity.is_personal:
                await self._arrive(activity, *_chosen(activity))
            case "remove":
                await self._lose(activity, activity.roster, "uninstalled")

    async def meet(self, activity: Activity) -> None:
        """The first mention in a channel of a team that Heed is in: it asks there, too."""
        if not await self._heed.ask(places.knows, self._tenancy, activity.conversation):
            await self._arrive(activity, *_chosen(activity))

    async def changed(self, activity: Activity) -> None:
        """A conversation has other people, or another name, or is no more."""
        event = str(activity.channel_data.get("eventType") or "")
        channel = _named(activity.channel_data.get("channel"))
        match event:
            case "channelRenamed" if channel["id"]:
                await self._rename(activity, channel)
            case "channelDeleted" if channel["id"]:
                await self._lose(activity, channel["id"], event)
            case "teamRenamed":
                await self._rename_all(activity)
            case _ if event in SHARED and channel["id"]:
                is_shared = event == "channelShared" or activity.is_shared
                await self._do(activity, channel["id"], places.shared, is_shared=is_shared)
            case _ if event in GONE:
                await self._lose(activity, activity.roster, event)
            case _ if event in BACK:
                await self._return(activity, channel)
            case _ if topic := activity.body.get("topicName"):
                await self._rename(activity, _named({"id": activity.conversation, "name": topic}))
            case _:
                await self._moved(activity, event)

    async def survey(self) -> None:
        """Who is where by now, also those who came and went while Heed was away; and who is
        nowhere any more, once all of Teams has told.
        """
        kept = await self._addresses.recall()
        rooms = [each for each in kept if each.kind is not Kind.PERSONAL]
        told = await asyncio.gather(*map(self._seat, rooms))
        known = [each for each in told if each is not None]
        if known and len(known) == len(told):
            seen = {user_id for each in known for user_id in each}
            await leavers.look(self._heed, self._tenancy, self._wire, self._addresses, seen)

    async def _seat(self, where: Reference) -> tuple[str, ...] | None:
        members = await self._members(where)
        if members is not None:
            await self._heed.do(places.seat, self._tenancy, where.address, members)
        return members

    async def _moved(self, activity: Activity, event: str) -> None:
        if activity.is_personal:
            return
        where, channel = _chosen(activity, is_of_one=event in OF_ONE)
        lost = where.address if event in OF_ONE else activity.roster
        added, removed = _ids(activity, "membersAdded"), _ids(activity, "membersRemoved")
        if activity.bot_id in added:
            await self._arrive(activity, where, channel)
        elif activity.bot_id in removed:
            await self._lose(activity, lost, "uninstalled")
        else:
            there = {each.address for each in await self._there(lost)}
            for user_id in added:
                await self._enter(where, there, user_id)
            for user_id in removed:
                await self._each(there, places.left, user_id)

    async def _enter(self, where: Reference, there: set[str], user_id: str) -> None:
        try:
            member = await self._wire.member(where, user_id)
        except UNREACHABLE:
            return
        await self._people.introduce({"id": user_id, **member})
        await self._each(there, places.entered, user_id)

    async def _there(self, address: str) -> list[Reference]:
        """That conversation; or all of that team: who joins it is in each of its channels."""
        kept = await self._addresses.recall()
        return [each for each in kept if address in {each.address, each.roster}]

    async def _each(self, there: set[str], act: Any, user_id: str) -> None:
        for address in there:
            await self._heed.do(act, self._tenancy, address, user_id)

    async def _arrive(self, activity: Activity, where: Reference, channel: Json) -> None:
        await self._addresses.keep(where)
        members = await self._members(where)
        if where.kind is Kind.CHANNEL and not channel["name"]:
            named = await self._names(activity)
            channel = channel | {"name": named.get(where.address, "")}
        facts = (_name(activity, channel), members)
        is_shared = _is_shared(activity, where)
        await self._do(activity, where.address, places.arrived, *facts, is_shared=is_shared)

    async def _members(self, where: Reference) -> tuple[str, ...] | None:
        """None where Teams does not tell now: the next start asks again."""
        try:
            return await self._people.gather(where)
        except UNREACHABLE as error:
            log.warning("Teams can't be asked who is where: %s", type(error).__name__)
            return None

    async def _return(self, activity: Activity, channel: Json) -> None:
        """A channel, or all of a team, is there again: so is Heed, where it had been before."""
        names = await self._names(activity)
        for address in [channel["id"]] if channel["id"] else names:
            if await self._heed.ask(places.remembers, self._tenancy, address):
                where = replace(activity.reference(), address=address, conversation=address)
                named = {"id": address, "name": names.get(address, channel["name"])}
                await self._arrive(activity, where, named)

    async def _rename(self, activity: Activity, channel: Json) -> None:
        await self._do(activity, channel["id"], places.renamed, _name(activity, channel))

    async def _rename_all(self, activity: Activity) -> None:
        """The team's name is a part of its channels' names."""
        names = await self._names(activity)
        for each in await self._there(activity.roster):
            if each.address in names:
                await self._rename(activity, {"id": each.address, "name": names[each.address]})

    async def _names(self, activity: Activity) -> dict[str, str]:
        """Of the team's channels, by id; none where Teams does not tell."""
        try:
            return await self._wire.channels(activity.service_url, activity.roster)
        except UNREACHABLE:
            return {}

    async def _lose(self, activity: Activity, address: str, why: str) -> None:
        is_own = activity.is_personal
        await self._addresses.lose(activity.user_id if is_own else address, why)

    async def _do(
        self, activity: Activity, address: str, capability: Any, *facts: object, **more: object
    ) -> None:
        """Once for each event and conversation."""
        caller = replace(self._tenancy, once=activity.once(f"{activity.type}:{address}"))
        with suppress(AlreadyDone):
            await self._heed.do(capability, caller, address, *facts, **more)


def _chosen(activity: Activity, *, is_of_one: bool = False) -> tuple[Reference, Json]:
    """The channel that whoever installed Heed has chosen, else where it was said; `is_of_one`
    where what is told is told of a channel, wherever it was said.
    """
    settings = activity.channel_data.get("settings")
    selected = _named(settings.get("selectedChannel") if isinstance(settings, dict) else None)
    here, channel = activity.reference(), _named(activity.channel_data.get("channel"))
    meant = channel if is_of_one else selected
    if not meant["id"]:
        name = channel["name"] or activity.conversation_name
        return here, {"id": here.address, "name": name}
    return replace(here, address=meant["id"], conversation=meant["id"]), meant


def _is_shared(activity: Activity, where: Reference) -> bool | None:
    """None where Teams does not tell: it tells of one channel, and not always of its kind."""
    channel = activity.channel_data.get("channel")
    told = channel if isinstance(channel, dict) else {}
    is_told = told.get("id") == where.address and isinstance(told.get("type"), str)
    return activity.is_shared if is_told else (activity.is_shared or None)


def _name(activity: Activity, channel: Json) -> str:
    """As "Sales / General": the first channel of a team goes by no name of its own."""
    team = _named(activity.channel_data.get("team"))
    first = "General" if channel["id"] == team["id"] else "channel"
    name = channel["name"] or (first if team["id"] else "group chat")
    return f"{team['name']} / {name}" if team["name"] else str(name)


def _named(value: Any) -> Json:
    found = value if isinstance(value, dict) else {}
    texts = {name: found.get(name) for name in ("id", "name")}
    return {name: text if isinstance(text, str) else "" for name, text in texts.items()}


def _ids(activity: Activity, name: str) -> tuple[str, ...]:
    found = (each.get("id") for each in dicts(activity.body.get(name)))
    return tuple(each for each in found if isinstance(each, str) and each)
