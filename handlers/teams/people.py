"""Who is who on Teams: a roster's people as teammates, in bulk and one by one when they speak."""

from typing import Any

import httpx

from care import team
from care.heed import Heed, SystemCaller
from domain.errors import Unreachable
from domain.references import Reference
from domain.teammates import Teammate
from domain.zones import ZONES
from handlers.teams.activities import Activity
from handlers.teams.wire import SignInFailed, Wire

GUEST = "#EXT#"
"""Marks, in their account's name, whoever belongs to another company's directory."""

UNREACHABLE = (httpx.HTTPError, SignInFailed)
BULK = 200


class People:
    """Keeps the store's teammates in step with Teams' rosters, and with the zones people are in.

    A roster tells no zones: people's own messages do. `managers` are whom the settings name;
    whoever is not of `tenant`, where that is known, is an outsider.
    """

    def __init__(
        self, heed: Heed, wire: Wire, tenancy: SystemCaller, managers: tuple[str, ...], tenant: str
    ) -> None:
        self._heed = heed
        self._wire = wire
        self._tenancy = tenancy
        self._managers = managers
        self._tenant = tenant
        self._zones: dict[str, str] = {}
        self._heard: dict[str, tuple[Reference, str]] = {}

    async def hear(self, activity: Activity) -> None:
        """Somebody spoke: their app tells where they are. A new zone is noted, now or next time."""
        user_id, zone = activity.user_id, activity.zone
        self._heard[user_id] = (activity.reference(), activity.user_name)
        if zone not in ZONES or zone == self._zones.get(user_id):
            return
        self._zones[user_id] = zone
        try:
            await self.fetch(user_id)
        except Unreachable:
            del self._zones[user_id]

    async def fetch(self, user_id: str) -> None:
        """Somebody Heed has not met, asked for where they spoke; raises Unreachable."""
        if user_id not in self._heard:
            raise Unreachable("it names somebody who never spoke here")
        where, name = self._heard[user_id]
        try:
            member = await self._wire.member(where, user_id)
        except UNREACHABLE as error:
            raise Unreachable(type(error).__name__) from error
        await self.introduce({"id": user_id, "name": name, **member})

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
            await self._heed.do(team.introduce, self._tenancy, people)
            await self._heed.do(team.appoint, self._tenancy, self._managers)

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
            is_guest=self._is_guest(member, account),
        )

    def _is_guest(self, member: dict[str, Any], account: str) -> bool:
        tenant = member.get("tenantId") or self._tenant
        is_outsider = bool(self._tenant) and tenant != self._tenant
        is_guest = member.get("userRole") in {"guest", "anonymous"}
        return is_outsider or is_guest or GUEST in account.upper()
