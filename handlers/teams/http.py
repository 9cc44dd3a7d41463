"""Teams' requests in, answers out. What is malformed, unsigned or too large reaches no listener.

Whatever else comes is answered 200: repeated errors would make Teams stop talking to us for hours.
"""

import json
from typing import Any, Protocol

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from handlers.teams.activities import Activity, Json, read
from handlers.teams.sdk import Gate

PATH = "/api/messages"
MOST_BYTES = 1_000_000


class Receiver(Protocol):
    async def receive(self, activity: Activity) -> Json | None: ...

    async def unreadable(self, payload: Json) -> None: ...


def router(gate: Gate, receiver: Receiver) -> APIRouter:
    routes = APIRouter()

    @routes.post(PATH)
    async def receive(request: Request) -> Response:
        body = await _read(request)
        if body is None:
            return Response("that is more than a message can be", status_code=413)
        payload = _parse(body)
        if payload is None:
            return Response("that is no activity of Teams'", status_code=400)
        authorization = request.headers.get("authorization", "")
        if not await gate.admits(authorization, str(payload.get("serviceUrl") or "")):
            return Response("the token is missing, wrong or stale", status_code=401)
        return await _handle(receiver, payload)

    return routes


async def _handle(receiver: Receiver, payload: dict[str, Any]) -> Response:
    try:
        activity = read(payload)
    except ValueError:
        await receiver.unreadable(payload)
        return Response("that is no activity of Teams'", status_code=400)
    answer = await receiver.receive(activity)
    return Response(status_code=200) if answer is None else JSONResponse(answer)


async def _read(request: Request) -> bytes | None:
    """None as soon as it is too large, whatever its header says."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            return None
    return body


def _parse(body: bytes) -> dict[str, Any] | None:
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return payload if isinstance(payload, dict) and isinstance(payload.get("type"), str) else None
