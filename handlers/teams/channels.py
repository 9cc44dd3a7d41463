"""Teams, channels and group chats that Heed, or people, come to and leave."""

from dataclasses import replace
from typing import Any

from care import places
from care.heed import Clockwork, Heed
from domain.errors import AlreadyDone
from domain.references import Kind, Reference
from handlers.teams.activities import Activity, Json
from handlers.teams.addresses import Addresses
from handlers.teams.people import UNREACHABLE, People
from handlers.teams.wire import Wire

GONE = {"channelDeleted", "teamDeleted", "teamHardDeleted", "teamArchived"}
SHARED = {"channelShared": True, "channelUnshared": False}


class Channels:
    def __init__(
        self, heed: Heed, wire: Wire, people: People, addresses: Addresses, home: Clockwork
    ) -> None:
        self._heed = heed
        self._wire = wire
        self._people = people
        self._addresses = addresses
        self._home = home

    async def is_shared(self, activity: Activity) -> bool:
        """Whether people of other companies read there."""
        channel = activity.channel_data.get("channel")
        return isinstance(channel, dict) and channel.get("type") == "shared"

    async def installed(self, activity: Activity) -> None:
        """Heed was added to a team or a chat, or taken out of it."""
        if activity.action.startswith("add"):
            await self._arrive(activity)
        elif activity.action == "remove":
            await self._lose(activity, activity.roster, "uninstalled")

    async def meet(self, activity: Activity) -> None:
        """The first mention in a channel of a team that Heed is in: it asks there, too."""
        if not await self._heed.ask(places.knows, self._home, activity.conversation):
            await self._arrive(activity)

    async def changed(self, activity: Activity) -> None:
        """A conversation has other people, or another name, or is no more."""
        event = str(activity.channel_data.get("eventType") or "")
        channel = _named(activity.channel_data.get("channel"))
        match event:
            case "channelRenamed" if channel["id"]:
                name = _name(activity, channel)
                await self._do(self._once(activity), places.renamed, channel["id"], name)
            case "channelDeleted" if channel["id"]:
                await self._lose(activity, channel["id"], event)
            case _ if event in SHARED and channel["id"]:
                is_shared = SHARED[event]
                await self._do(
                    self._once(activity), places.shared, channel["id"], is_shared=is_shared
                )
            case _ if event in GONE:
                await self._lose(activity, activity.roster, event)
            case _:
                await self._moved(activity)

    async def survey(self) -> None:
        """Who is where by now, also those who came and went while Heed was away."""
        for each in await self._addresses.recall():
            if each.kind is not Kind.PERSONAL:
                members = await self._people.gather(each)
                await self._do(self._home, places.seat, each.address, members)

    async def _moved(self, activity: Activity) -> None:
        if activity.is_personal:
            return
        added, removed = _ids(activity, "membersAdded"), _ids(activity, "membersRemoved")
        if activity.bot_id in added:
            await self._arrive(activity)
        elif activity.bot_id in removed:
            await self._lose(activity, activity.roster, "uninstalled")
        else:
            for user_id in added:
                await self._enter(activity, user_id)
            await self._everywhere(activity, places.left, removed)

    async def _enter(self, activity: Activity, user_id: str) -> None:
        try:
            member = await self._wire.member(activity.reference(), user_id)
        except UNREACHABLE:
            return
        await self._people.introduce({"id": user_id, **member})
        await self._everywhere(activity, places.entered, (user_id,))

    async def _everywhere(self, activity: Activity, act: Any, user_ids: tuple[str, ...]) -> None:
        """Who joins a team is in all of its channels."""
        for each in await self._addresses.recall():
            if each.roster == activity.roster:
                for user_id in user_ids:
                    await self._do(self._home, act, each.address, user_id)

    async def _arrive(self, activity: Activity) -> None:
        where, channel = _chosen(activity)
        await self._addresses.keep(where)
        members = await self._people.gather(where)
        if where.kind is Kind.CHANNEL and not channel["name"]:
            channel = channel | {"name": await self._called(where)}
        facts = (where.address, _name(activity, channel), members)
        is_shared = await self.is_shared(activity)
        await self._do(self._once(activity), places.arrived, *facts, is_shared=is_shared)

    async def _called(self, where: Reference) -> str:
        try:
            channels = await self._wire.channels(where.service_url, where.roster)
        except UNREACHABLE:
            return ""
        return channels.get(where.address, "")

    async def _lose(self, activity: Activity, address: str, why: str) -> None:
        is_own = activity.is_personal
        await self._addresses.lose(activity.user_id if is_own else address, why)

    async def _do(self, caller: Clockwork, capability: Any, *facts: object, **more: object) -> None:
        try:
            await self._heed.do(capability, caller, *facts, **more)
        except AlreadyDone:
            return

    def _once(self, activity: Activity) -> Clockwork:
        return replace(self._home, once=f"{activity.type}:{activity.id}")


def _chosen(activity: Activity) -> tuple[Reference, Json]:
    """The channel that whoever installed Heed has chosen, else where it was said."""
    settings = activity.channel_data.get("settings")
    selected = _named(settings.get("selectedChannel") if isinstance(settings, dict) else None)
    here = activity.reference()
    if not selected["id"]:
        channel = _named(activity.channel_data.get("channel"))
        return here, channel | {"id": here.address}
    chosen = replace(here, address=selected["id"], conversation=selected["id"])
    return chosen, selected


def _name(activity: Activity, channel: Json) -> str:
    """As "Sales / General": the first channel of a team goes by no name of its own."""
    team = _named(activity.channel_data.get("team"))
    if not team["name"]:
        return str(channel["name"] or "group chat")
    first = "General" if channel["id"] == team["id"] else "channel"
    return f"{team['name']} / {channel['name'] or first}"


def _named(value: Any) -> Json:
    found = value if isinstance(value, dict) else {}
    return {name: str(found.get(name) or "") for name in ("id", "name")}


def _ids(activity: Activity, name: str) -> tuple[str, ...]:
    members = activity.body.get(name) or ()
    return tuple(str(each["id"]) for each in members if isinstance(each, dict) and each.get("id"))
