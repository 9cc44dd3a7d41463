"""Slack over HTTP: signed requests in, answers out. What is malformed never reaches a listener."""

import json
from typing import Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request, Response
from slack_bolt.adapter.fastapi.async_handler import AsyncSlackRequestHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import SignatureVerifier
from starlette.types import Message

from handlers import bodies
from handlers.slack import shapes

PATH = "/slack/events"


def router(app: AsyncApp, signing_secret: str) -> APIRouter:
    handler = AsyncSlackRequestHandler(app)
    verifier = SignatureVerifier(signing_secret)
    routes = APIRouter()

    @routes.post(PATH)
    async def receive(request: Request) -> Response:
        body = await bodies.read(request)
        headers = {name.lower(): value for name, value in request.headers.items()}
        if not _is_signed(verifier, body, headers):
            return Response("the signature is missing, wrong or stale", status_code=401)
        if not _is_whole(body, headers.get("content-type", "")):
            return Response("that is no request of Slack's", status_code=400)
        return await handler.handle(_again(request, body))

    return routes


def _again(request: Request, body: bytes) -> Request:
    """The same request for whoever reads its body a second time."""

    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    return Request(request.scope, receive)


def _is_signed(verifier: SignatureVerifier, body: bytes, headers: dict[str, str]) -> bool:
    """The verifier stumbles over what can't be a signature, a moment or a text."""
    try:
        return verifier.is_valid_request(body, headers)
    except (TypeError, ValueError, OverflowError):
        return False


def _is_whole(body: bytes, content_type: str) -> bool:
    try:
        return shapes.is_whole(_read(body.decode(), content_type))
    except (ValueError, RecursionError):
        return False


def _read(text: str, content_type: str) -> Any:
    """As Bolt will read it."""
    if content_type.startswith("application/json"):
        return json.loads(text)
    form = dict(parse_qsl(text, keep_blank_values=True))
    return json.loads(form["payload"]) if "payload" in form else form
