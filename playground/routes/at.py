"""What the routes have in common: which town, what was sent, how a refusal is told."""

from typing import Any, cast

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from playground.people import Person
from playground.refusals import Impossible, unknown
from playground.town import Town
from playground.turning import Turning


def town_of(request: Request) -> Town:
    town: Town = request.app.state.town
    if not town.address:
        town.address = str(request.base_url).rstrip("/")
    return town


def turning_of(request: Request) -> Turning:
    turning: Turning = request.app.state.turning
    return turning


def person_of(request: Request) -> Person:
    name = request.path_params["who"]
    person = town_of(request).find_person(name)
    if person is None:
        raise unknown(f"there is nobody called {name}")
    return person


async def body_of(request: Request) -> dict[str, Any]:
    """A JSON object; nothing at all counts as an empty one."""
    raw = await request.body()
    try:
        body = await request.json() if raw else {}
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise Impossible("the body must be a JSON object")
    return body


def tell_impossible(_: Request, error: Exception) -> Response:
    impossible = cast(Impossible, error)
    return JSONResponse(impossible.told, status_code=impossible.status)
