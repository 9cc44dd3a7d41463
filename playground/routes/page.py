"""The page at `/`, and the feed from which it knows that something has happened."""

import asyncio
from dataclasses import asdict
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from playground.happenings import Happening
from playground.town import Town

PAGE = Path(__file__).parent.parent / "page" / "index.html"


async def page(_: Request) -> Response:
    return FileResponse(PAGE)


async def feed(socket: WebSocket) -> None:
    """Everything that happens from now on: `{"number": …, "happening": "Posted", …}`."""
    town: Town = socket.app.state.town
    await socket.accept()
    happened: asyncio.Queue[Happening] = asyncio.Queue()
    unsubscribe = town.feed.subscribe(happened.put_nowait)
    listening = asyncio.ensure_future(pass_on(socket, town, happened))
    try:
        async for _ in socket.iter_text():
            pass
    finally:
        unsubscribe()
        listening.cancel()


async def pass_on(socket: WebSocket, town: Town, happened: asyncio.Queue[Happening]) -> None:
    while True:
        happening = await happened.get()
        told = {"number": town.feed.number, "happening": type(happening).__name__}
        try:
            await socket.send_json(told | asdict(happening))
        except (WebSocketDisconnect, RuntimeError):
            return


ROUTES: list[BaseRoute] = [Route("/", page), WebSocketRoute("/feed", feed)]
