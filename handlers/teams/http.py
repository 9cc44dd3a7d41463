"""Teams' requests in, answers out. What is malformed, unsigned or too large reaches no listener.

Whatever else comes is answered 200: repeated errors would make Teams stop talking to us for hours.
"""

import json
from typing import Any, Protocol

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from handlers import bodies
from handlers.teams.activities import Activity, Json, read
from handlers.teams.sdk import Gate

PATH = "/api/messages"


class Receiver(Protocol):
    async def receive(self, activity: Activity) -> Json | None: ...

    async def unreadable(self, payload: Json) -> None: ...


def router(gate: Gate, receiver: Receiver) -> APIRouter:
    routes = APIRouter()

    @routes.post(PATH)
    async def receive(request: Request) -> Response:
        payload = _parse(await bodies.read(request))
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


def _parse(body: bytes) -> dict[str, Any] | None:
    try:
        payload = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return payload if isinstance(payload, dict) and isinstance(payload.get("type"), str) else None
