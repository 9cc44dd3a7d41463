"""What the bot calls: the Web API, `response_url`s, and the socket."""

from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from playground import responses
from playground.api import answering
from playground.api.answering import go_wrong
from playground.breakage import Broken
from playground.refusals import Refused
from playground.routes.at import town_of
from playground.town import Town

METHOD = "response_url"
GONE = ("used_url", "expired_url", "invalid_url")


async def call(request: Request) -> Response:
    return await answering.answer(town_of(request), request)


async def respond(request: Request) -> Response:
    town = town_of(request)
    fault = town.faults.next(METHOD)
    if fault and fault.kind != "lost":
        return go_wrong(fault)
    with town.stir.under_way():
        response = await take(town, request)
    return Broken(after=fault.seconds) if fault else response


async def take(town: Town, request: Request) -> Response:
    try:
        url = town.urls.use(request.path_params["name"])
        responses.respond(town, url, await read(request))
    except Refused as refused:
        messages = refused.more.get("response_metadata", {}).get("messages", [])
        town.complaints.add("call", METHOD, refused.error, messages=messages)
        status = HTTPStatus.NOT_FOUND if refused.error in GONE else HTTPStatus.BAD_REQUEST
        return JSONResponse({"ok": False, "error": refused.error}, status_code=status)
    return PlainTextResponse("ok")


async def read(request: Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise Refused("invalid_payload") from None
    if not isinstance(body, dict):
        raise Refused("invalid_payload")
    return body


async def link(socket: WebSocket) -> None:
    town: Town = socket.app.state.town
    await town.socket.serve(socket, socket.query_params.get("ticket", ""))


ROUTES: list[BaseRoute] = [
    Route("/api/{method}", call, methods=["GET", "POST"]),
    Route("/response/{team}/{name}", respond, methods=["POST"]),
    WebSocketRoute("/link", link),
]
