"""Whether Slack lets us do what we need: tokens, scopes, channels, and whose clock is right."""

from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from domain.check_results import Finding, bad, good
from domain.errors import UnknownReaction
from domain.reactions import meanings, told
from handlers.slack.connect import Keys
from handlers.slack.people import UNREACHABLE
from handlers.slack.reactions import spelled
from handlers.slack.rooms import mine

SCOPES = {
    "app_mentions:read": "hear @Heed in channels",
    "channels:history": "hear replies in public channels, and find its own posts after a crash",
    "channels:read": "see which public channels it is in",
    "chat:write": "post reminders",
    "commands": "hear /heed",
    "groups:history": "hear replies in private channels",
    "groups:read": "see which private channels it is in",
    "im:history": "hear direct messages, and find its own digests after a crash",
    "im:write": "send digests",
    "reactions:read": "hear 👀 ✅ 💤 ❌",
    "reactions:write": "mark replies with 📝",
    "users:read": "know names and time zones",
    "users:read.email": "find owners and managers by their mail address",
}
"""What each scope of manifest.yaml is for."""

SIGNATURES_LIVE = 300
"""Seconds: Slack's signatures are refused by a clock that is further off."""


async def check(keys: Keys, machine_now: datetime, reactions: Sequence[str] = ()) -> list[Finding]:
    """A bad token ends it: nothing else could be asked."""
    client = keys.patient_client()
    try:
        me = await client.auth_test()
    except UNREACHABLE as error:
        return [bad("token", _refused("SLACK_BOT_TOKEN", error))]
    told = f"speaks as {me.get('user')} in {me.get('team')}"
    findings = [good("token", told), _scopes(me), _clock(me, machine_now)]
    if keys.app_token:
        findings.append(await _socket(keys.app_token, client))
    findings.append(await _channels(client))
    return [*findings, _reactions(reactions)]


def _scopes(me: Any) -> Finding:
    told = str(me.headers.get("x-oauth-scopes") or "")
    if not told:
        return good("scopes", "Slack did not say which are granted")
    held = {scope.strip() for scope in told.split(",")}
    missing = [f"{scope} (to {why})" for scope, why in SCOPES.items() if scope not in held]
    if missing:
        told = "add these in the app's settings and install it anew: " + ", ".join(missing)
        return bad("scopes", told)
    return good("scopes", f"all {len(SCOPES)} are granted")


def _clock(me: Any, machine_now: datetime) -> Finding:
    date = me.headers.get("Date") or me.headers.get("date")
    if not date:
        return good("clock", "Slack's answer bears no date to compare with")
    apart = abs((machine_now - parsedate_to_datetime(date).astimezone(UTC)).total_seconds())
    if apart > SIGNATURES_LIVE:
        return bad("clock", f"{apart:.0f} s off from Slack's: set this machine's clock")
    return good("clock", f"{apart:.0f} s off from Slack's")


async def _socket(app_token: str, client: AsyncWebClient) -> Finding:
    try:
        await client.apps_connections_open(app_token=app_token)
    except UNREACHABLE as error:
        return bad("socket", _refused("SLACK_APP_TOKEN", error))
    return good("socket", "Socket Mode is open to us")


async def _channels(client: AsyncWebClient) -> Finding:
    try:
        rooms = [room async for room in mine(client)]
    except UNREACHABLE as error:
        return bad("channels", _refused("reading channels", error))
    names = [f"#{room.get('name')}" for room in rooms]
    if not names:
        return bad("channels", "Heed is in none: type /invite @Heed in the one for reminders")
    return good("channels", f"in {', '.join(names)}")


def _reactions(chosen: Sequence[str]) -> Finding:
    try:
        known = meanings(chosen, spelled)
    except UnknownReaction as error:
        return bad("reactions", str(error))
    return good("reactions", told(known))


def _refused(what: str, error: Exception) -> str:
    if isinstance(error, SlackApiError):
        return f"{what} is refused by Slack: {error.response.get('error')}"
    return f"{what}: Slack can't be reached ({type(error).__name__})"
