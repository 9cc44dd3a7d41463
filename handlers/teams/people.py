"""Who is who on Teams: a roster's people as teammates, in bulk and one by one when they speak."""

from contextlib import suppress
from typing import Any
from zoneinfo import available_timezones

import httpx

from care import team
from care.heed import Clockwork, Heed
from domain.errors import Unreachable
from domain.references import Reference
from domain.teammates import Teammate
from handlers.teams.activities import Activity
from handlers.teams.wire import SignInFailed, Wire

ZONES = available_timezones()
GUEST = "#EXT#"
"""Marks, in their account's name, whoever belongs to another company's directory."""

UNREACHABLE = (httpx.HTTPError, SignInFailed)
BULK = 200


class People:
    """Keeps the store's teammates in step with Teams' rosters, and with the zones people are in.

    A roster tells no zones: people's own messages do. `managers` are whom the settings name.
    """

    def __init__(self, heed: Heed, wire: Wire, home: Clockwork, managers: tuple[str, ...]) -> None:
        self._heed = heed
        self._wire = wire
        self._home = home
        self._managers = managers
        self._zones: dict[str, str] = {}
        self._heard: dict[str, Activity] = {}

    async def hear(self, activity: Activity) -> None:
        """Somebody spoke: their app tells where they are. A new zone is noted."""
        known = self._zones.get(activity.user_id)
        self._heard[activity.user_id] = activity
        if activity.zone in ZONES and activity.zone != known:
            self._zones[activity.user_id] = activity.zone
            with suppress(Unreachable):
                await self.fetch(activity.user_id)

    async def fetch(self, user_id: str) -> None:
        """Somebody Heed has not met, asked for where they spoke; raises Unreachable."""
        activity = self._heard.get(user_id)
        if activity is None:
            raise Unreachable("it names somebody who never spoke here")
        try:
            member = await self._wire.member(activity.reference(), user_id)
        except UNREACHABLE as error:
            raise Unreachable(type(error).__name__) from error
        await self.introduce({"id": user_id, "name": activity.user_name, **member})

    async def gather(self, where: Reference) -> tuple[str, ...]:
        """Everybody of that roster, made known; their ids."""
        found: list[dict[str, Any]] = [each async for each in self._wire.members(where)]
        for first in range(0, len(found), BULK):
            await self.introduce(*found[first : first + BULK])
        return tuple(str(each["id"]) for each in found if each.get("id"))

    async def introduce(self, *members: dict[str, Any]) -> None:
        """Who they are; managers go by their mail, which is known only now."""
        people = tuple(self._teammate(each) for each in members if each.get("id"))
        if people:
            await self._heed.do(team.introduce, self._home, people)
            await self._heed.do(team.appoint, self._home, self._managers)

    def _teammate(self, member: dict[str, Any]) -> Teammate:
        user_id = str(member["id"])
        account = str(member.get("userPrincipalName") or "")
        mail = str(member.get("email") or account)
        return Teammate(
            id=0,
            name=str(member.get("name") or "somebody"),
            zone=self._zones.get(user_id, ""),
            user_id=user_id,
            handle=account.partition("@")[0] or mail.partition("@")[0],
            mail=mail,
            is_guest=_is_guest(member, account),
        )


def _is_guest(member: dict[str, Any], account: str) -> bool:
    return member.get("userRole") in {"guest", "anonymous"} or GUEST in account.upper()
