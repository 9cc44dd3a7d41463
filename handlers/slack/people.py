"""Who is who on Slack: users as teammates, in bulk at the start and one by one when they speak."""

import logging
from typing import Any
from zoneinfo import available_timezones

import aiohttp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from care import team
from care.heed import Clockwork, Heed
from domain.errors import Unreachable
from domain.teammates import Teammate

PAGE = 200
ZONES = available_timezones()
UNREACHABLE = (SlackApiError, aiohttp.ClientError, TimeoutError, OSError)
log = logging.getLogger("heed.slack")


class People:
    """Keeps the store's teammates in step with Slack's users."""

    def __init__(self, heed: Heed, client: AsyncWebClient, home: Clockwork, zone: str) -> None:
        self._heed = heed
        self._client = client
        self._home = home
        self._zone = zone

    async def gather(self) -> int:
        """Everybody of the workspace; how many there are."""
        cursor, count = "", 0
        while True:
            page = await self._client.users_list(limit=PAGE, cursor=cursor)
            users: list[dict[str, Any]] = page.get("members") or []
            await self.introduce(*users)
            count += len(users)
            cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
            if not cursor:
                return count

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
        people = tuple(teammate(user, self._zone) for user in users if not _is_machine(user))
        if people:
            await self._heed.do(team.introduce, self._home, people)


def reason(error: Exception) -> str:
    """Why Slack can't be reached, in words."""
    if isinstance(error, SlackApiError):
        return f"Slack doesn't let Heed in ({error.response.get('error')})"
    return str(error) or type(error).__name__


def teammate(user: dict[str, Any], default_zone: str) -> Teammate:
    """A guest is restricted here, or belongs to another company."""
    profile = user.get("profile") or {}
    name = profile.get("real_name") or user.get("real_name") or user.get("name") or "somebody"
    zone = user.get("tz") or default_zone
    guest_marks = ("is_restricted", "is_ultra_restricted", "is_stranger")
    return Teammate(
        id=0,
        name=name,
        zone=zone if zone in ZONES else default_zone,
        user_id=user["id"],
        handle=user.get("name") or "",
        mail=profile.get("email") or "",
        is_guest=any(user.get(mark) for mark in guest_marks),
        is_active=not user.get("deleted", False),
    )


def _is_machine(user: dict[str, Any]) -> bool:
    return bool(user.get("is_bot")) or user.get("id") == "USLACKBOT"
