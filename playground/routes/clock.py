"""The clock over HTTP: asking, waiting, turning."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from playground.refusals import Impossible
from playground.routes.at import body_of, town_of, turning_of
from playground.town import Town


def told(town: Town) -> dict[str, Any]:
    clock = town.clock
    now = clock.now().isoformat(timespec="microseconds")
    return {"now": now, "turn": clock.turn, "running": clock.running}


async def ask(request: Request) -> Response:
    return JSONResponse(told(town_of(request)))


async def wait(request: Request) -> Response:
    """A listener that hangs up while it waits is forgotten at once."""
    town, turning, said = town_of(request), turning_of(request), await body_of(request)
    name, turn = said.get("listener"), said.get("turn")
    if not isinstance(name, str) or not isinstance(turn, int):
        raise Impossible("a wait names its listener and its turn")
    alarm = moment(said["next"]) if said.get("next") else None
    listener = turning.arrive(name, turn, alarm)
    waiting = asyncio.ensure_future(turning.wait(listener))
    gone = asyncio.ensure_future(hang_up(request))
    await asyncio.wait((waiting, gone), return_when=asyncio.FIRST_COMPLETED)
    if not waiting.done():
        turning.leave(name, listener)
    await stop(waiting, gone)
    return JSONResponse(told(town))


async def hang_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def stop(*tasks: asyncio.Future[None]) -> None:
    for task in tasks:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def turn(request: Request) -> Response:
    stops = await turning_of(request).walk(goal(await body_of(request)))
    now = town_of(request).clock.now().isoformat(timespec="microseconds")
    return JSONResponse({"now": now, "stops": [stop.isoformat() for stop in stops]})


def goal(said: dict[str, Any]) -> Callable[[datetime], datetime]:
    seconds, to = said.get("seconds"), said.get("to")
    if to is not None:
        end = moment(to)
        return lambda _: end
    if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
        raise Impossible("say how far: seconds, or a moment to go to")
    return lambda now: now + timedelta(seconds=seconds)


def moment(text: Any) -> datetime:
    try:
        parsed = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        raise Impossible(f"{text!r} is no moment; write one like 2026-11-20T14:00Z") from None
    if parsed.tzinfo is None:
        raise Impossible(f"{text!r} has no zone; write one like 2026-11-20T14:00Z")
    return parsed


ROUTES: list[BaseRoute] = [
    Route("/clock", ask),
    Route("/clock/wait", wait, methods=["POST"]),
    Route("/clock/turn", turn, methods=["POST"]),
]
