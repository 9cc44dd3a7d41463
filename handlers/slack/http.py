"""Slack over HTTP: signed requests in, answers out. What is malformed never reaches a listener."""

import json
from typing import Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Request, Response
from slack_bolt.adapter.fastapi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier

PATH = "/slack/events"
MOST_BYTES = 1_000_000

EVENTS: dict[str, tuple[str, ...]] = {
    "message": ("channel",),
    "reaction_added": ("user", "reaction", "item", "event_ts"),
    "reaction_removed": ("user", "reaction", "item", "event_ts"),
    "member_joined_channel": ("user", "channel"),
    "member_left_channel": ("user", "channel"),
    "channel_left": ("channel",),
    "group_left": ("channel",),
    "channel_rename": ("channel",),
    "user_change": ("user",),
    "app_home_opened": ("user",),
    "team_join": ("user",),
}
"""The same for the events that are listened to."""

NEEDED: dict[str, tuple[str, ...]] = {
    "command": ("user_id", "team_id", "channel_id", "trigger_id"),
    "event_callback": ("event", "event_id"),
    "block_actions": ("user", "trigger_id", "actions"),
    "block_suggestion": ("user", "action_id"),
    "view_submission": ("user", "view"),
    "shortcut": ("user", "trigger_id"),
    "message_action": ("user", "trigger_id", "message", "channel"),
}
"""What each kind of request can't do without."""


def router(app: AsyncApp, signing_secret: str) -> APIRouter:
    handler = AsyncSlackRequestHandler(app)
    verifier = SignatureVerifier(signing_secret)
    routes = APIRouter()

    @routes.post(PATH)
    async def receive(request: Request) -> Response:
        body = await request.body()
        headers = {name.lower(): value for name, value in request.headers.items()}
        if not verifier.is_valid_request(body, headers):
            return Response("the signature is missing, wrong or stale", status_code=401)
        if len(body) > MOST_BYTES or not _is_whole(body, headers.get("content-type", "")):
            return Response("that is no request of Slack's", status_code=400)
        return await handler.handle(request)

    return routes


def _is_whole(body: bytes, content_type: str) -> bool:
    """Whether it can be read, and has what its kind needs."""
    try:
        payload = _read(body.decode(), content_type)
    except (ValueError, UnicodeDecodeError):
        return False
    if not isinstance(payload, dict):
        return False
    kind = next((name for name in ("command", "ssl_check") if name in payload), None)
    kind = kind or payload.get("type")
    if not isinstance(kind, str):
        return False
    if not all(payload.get(name) for name in NEEDED.get(kind, ())):
        return False
    return _has_shape(kind, payload)


def _read(text: str, content_type: str) -> Any:
    if content_type.startswith("application/json"):
        return json.loads(text)
    form = {name: values[0] for name, values in parse_qs(text, keep_blank_values=True).items()}
    return json.loads(form["payload"]) if "payload" in form else form


def _has_shape(kind: str, payload: dict[str, Any]) -> bool:
    match kind:
        case "event_callback":
            event = payload["event"]
            if not isinstance(event, dict) or not isinstance(event.get("type"), str):
                return False
            return all(event.get(name) for name in EVENTS.get(event["type"], ()))
        case "block_actions":
            user, actions = payload["user"], payload["actions"]
            is_list = isinstance(actions, list) and all(isinstance(each, dict) for each in actions)
            return isinstance(user, dict) and "id" in user and is_list
        case _:
            return True
