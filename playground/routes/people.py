"""What people do and see, over HTTP."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from playground import channels
from playground.deeds.given import Given
from playground.deeds.people import DEEDS, LOOKS, do
from playground.refusals import unknown
from playground.routes.at import body_of, person_of, town_of


async def everybody(request: Request) -> Response:
    town = town_of(request)
    people = [town.show_person(p, with_mail=True) for p in town.people.values() if not p.is_bot]
    return JSONResponse({"people": people})


async def everywhere(request: Request) -> Response:
    town = town_of(request)
    shown = [
        channels.describe(channel, team=town.team.id, viewer=town.bot.user_id)
        | {"members": list(channel.members)}
        for channel in town.channels.values()
    ]
    return JSONResponse({"channels": shown})


async def deed(request: Request) -> Response:
    town, person, name = town_of(request), person_of(request), request.path_params["deed"]
    if name not in DEEDS:
        raise unknown(f"people cannot {name}; they can {', '.join(DEEDS)}")
    settle = request.query_params.get("settle") == "1"
    done = await do(town, person, DEEDS[name], await body_of(request), settle=settle)
    return JSONResponse(done, status_code=HTTPStatus.OK)


async def look(request: Request) -> Response:
    town, person, name = town_of(request), person_of(request), request.path_params["deed"]
    if name not in LOOKS:
        raise unknown(f"people cannot look at {name}, only at {', '.join(LOOKS)}")
    given = Given(town=town, person=person, said=dict(request.query_params))
    return JSONResponse(await LOOKS[name](given))


ROUTES: list[BaseRoute] = [
    Route("/people", everybody),
    Route("/channels", everywhere),
    Route("/people/{who}/{deed}", look, methods=["GET"]),
    Route("/people/{who}/{deed}", deed, methods=["POST"]),
]
