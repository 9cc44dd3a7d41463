"""The page at `/`, what it is made of, and the feed from which it knows what has happened."""

import asyncio
import mimetypes
from dataclasses import asdict
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import Scope
from starlette.websockets import WebSocket, WebSocketDisconnect

from playground import emoji
from playground.happenings import Happening
from playground.routes.at import town_of
from playground.town import Town

PAGE = Path(__file__).parent.parent / "page"

# A machine may have other opinions, and browsers run no script of another type.
mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("text/css", ".css")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Nothing runs that the page did not bring; only pictures, which bots post, come from elsewhere."""

HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-cache",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Parts(StaticFiles):
    """Asked for anew each time, so that an edit shows; unchanged, it is not sent again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers.update(HEADERS)
        return response


async def page(_: Request) -> Response:
    return FileResponse(PAGE / "index.html", headers=HEADERS)


async def team(request: Request) -> Response:
    """What the page says about the team and its bot, and how it leads a newcomer."""
    town = town_of(request)
    bot = {name: getattr(town.bot, name) for name in ("user_id", "name", "handle", "has_home")}
    described = bot | {
        "commands": [asdict(command) for command in town.bot.commands],
        "shortcuts": [asdict(shortcut) for shortcut in town.bot.shortcuts],
    }
    told = {"name": town.team.name, "began": town.began, "bot": described, "tour": town.team.tour}
    return JSONResponse(told, headers={"Cache-Control": "no-cache"})


async def pictures(_: Request) -> Response:
    return JSONResponse({"emoji": emoji.pictures()}, headers={"Cache-Control": "no-cache"})


async def feed(socket: WebSocket) -> None:
    """Everything that happens from now on: `{"number": …, "happening": "Posted", …}`."""
    town: Town = socket.app.state.town
    await socket.accept()
    happened: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    def hear(happening: Happening) -> None:
        told = {"number": town.feed.number, "happening": type(happening).__name__}
        happened.put_nowait(told | asdict(happening))

    unsubscribe = town.feed.subscribe(hear)
    listening = asyncio.ensure_future(pass_on(socket, happened))
    try:
        async for _ in socket.iter_text():
            pass
    finally:
        unsubscribe()
        listening.cancel()


async def pass_on(socket: WebSocket, happened: asyncio.Queue[dict[str, Any]]) -> None:
    while True:
        try:
            await socket.send_json(await happened.get())
        except (WebSocketDisconnect, RuntimeError):
            return


ROUTES: list[BaseRoute] = [
    Route("/", page),
    Route("/team", team),
    Route("/emoji.json", pictures),
    WebSocketRoute("/feed", feed),
    Mount("/page", Parts(directory=PAGE)),
]
