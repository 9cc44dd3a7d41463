"""Who is who on Slack: users as teammates, in bulk at the start and one by one when they speak."""

import logging
from dataclasses import replace
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from care import statuses as care_statuses
from care import team
from care.heed import Heed, SystemCaller
from domain.errors import Unreachable
from domain.teammates import Teammate
from domain.zones import ZONES
from handlers.slack import statuses
from handlers.slack.company import Company

PAGE = 200
NOT_TOLD_OF = {"user_not_found", "user_not_visible"}
"""What Slack answers about somebody who has nothing to do with the workspace any more."""

UNREACHABLE = (SlackApiError, aiohttp.ClientError, TimeoutError, OSError)
log = logging.getLogger("heed.slack")


class People:
    """Keeps the store's teammates in step with Slack's users."""

    def __init__(
        self, heed: Heed, client: AsyncWebClient, tenancy: SystemCaller, company: Company, zone: str
    ) -> None:
        self._heed = heed
        self._client = client
        self._tenancy = tenancy
        self._company = company
        self._zone = zone
        self._looked_at: set[str] = set()

    async def gather(self) -> int:
        """Everybody of the workspace; how many there are. Whoever is taken for a teammate and is
        not listed is looked at again: of another workspace of ours, or of another company.
        """
        cursor, count = "", 0
        self._looked_at.clear()
        while True:
            page = await self._client.users_list(limit=PAGE, cursor=cursor)
            users: list[dict[str, Any]] = page.get("members") or []
            await self.introduce(*users)
            count += len(users)
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                break
        for mate in await self._heed.ask(team.members, self._tenancy):
            if mate.user_id not in self._looked_at:
                await self._look_again(mate)
        return count

    async def _look_again(self, mate: Teammate) -> None:
        try:
            await self.fetch(mate.user_id)
        except Unreachable as error:
            if error.reason not in NOT_TOLD_OF:
                raise
            await self._heed.do(team.introduce, self._tenancy, (replace(mate, is_guest=True),))

    async def recognise(self, user_id: str) -> None:
        """Whoever has not been looked at since the start is, before they are served; raises
        Unreachable.
        """
        if user_id not in self._looked_at:
            await self.fetch(user_id)

    async def fetch(self, user_id: str) -> None:
        """Somebody Heed has not met; raises Unreachable."""
        try:
            answer = await self._client.users_info(user=user_id)
        except SlackApiError as error:
            raise Unreachable(str(error.response.get("error"))) from error
        except UNREACHABLE as error:
            raise Unreachable("it does not answer") from error
        await self.introduce(answer["user"])

    async def introduce(self, *users: dict[str, Any]) -> None:
        people = tuple(
            teammate(user, self._company, self._zone) for user in users if not _is_machine(user)
        )
        if people:
            await self._heed.do(team.introduce, self._tenancy, people)
        self._looked_at |= {user["id"] for user in users}
        for user in users:
            if until := statuses.away_until(user):
                await self._heed.do(care_statuses.away_until, self._tenancy, user["id"], until)


def reason(error: Exception) -> str:
    """Why Slack can't be reached, in words."""
    if isinstance(error, SlackApiError):
        return f"Slack doesn't let Heed in ({error.response.get('error')})"
    return str(error) or type(error).__name__


def teammate(user: dict[str, Any], company: Company, default_zone: str) -> Teammate:
    """A guest is restricted here, or belongs to another company."""
    profile = user.get("profile") or {}
    name = profile.get("real_name") or user.get("real_name") or user.get("name") or "somebody"
    zone = user.get("tz") or default_zone
    is_restricted = any(user.get(mark) for mark in ("is_restricted", "is_ultra_restricted"))
    return Teammate(
        id=0,
        name=name,
        zone=zone if zone in ZONES else default_zone,
        user_id=user["id"],
        handle=user.get("name") or "",
        mail=profile.get("email") or "",
        is_guest=is_restricted or not company.has(user),
        is_active=not user.get("deleted", False),
    )


def _is_machine(user: dict[str, Any]) -> bool:
    return bool(user.get("is_bot")) or user.get("id") == "USLACKBOT"
