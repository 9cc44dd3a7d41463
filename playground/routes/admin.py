"""What a test orders and asks: deeds of an admin, faults, deliveries, complaints, quiet."""

from dataclasses import asdict
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from playground.deeds.admin import DEEDS, do
from playground.delivery.envelope import Unanswered
from playground.faults import Fault
from playground.refusals import Impossible, unknown
from playground.routes.at import body_of, town_of

DELIVERIES = {"event": "events_api", "command": "slash_commands", "interaction": "interactive"}


async def deed(request: Request) -> Response:
    town, name = town_of(request), request.path_params["deed"]
    if name not in DEEDS:
        raise unknown(f"an admin cannot {name}; the deeds are {', '.join(DEEDS)}")
    settle = request.query_params.get("settle") == "1"
    return JSONResponse(await do(town, DEEDS[name], await body_of(request), settle=settle))


async def list_faults(request: Request) -> Response:
    return JSONResponse({"faults": [asdict(fault) for fault in town_of(request).faults.ordered]})


async def order_fault(request: Request) -> Response:
    town, said = town_of(request), await body_of(request)
    try:
        fault = Fault(**said)
    except (TypeError, ValueError) as wrong:
        raise Impossible(str(wrong)) from None
    town.faults.ordered.append(fault)
    return JSONResponse(asdict(fault))


async def forget_faults(request: Request) -> Response:
    town_of(request).faults.ordered.clear()
    return JSONResponse({})


async def deliver(request: Request) -> Response:
    """The newest delivery, or the newest of a `kind`, a second time."""
    town, said = town_of(request), await body_of(request)
    kind: Any = DELIVERIES.get(said.get("kind", ""))
    if "kind" in said and kind is None:
        raise Impossible(f"a delivery is one of {', '.join(DELIVERIES)}")
    try:
        envelope = await town.courier.again(kind)
    except Unanswered as missed:
        return JSONResponse({"is_acknowledged": False, "reason": missed.reason})
    if envelope is None:
        raise unknown("nothing like that has been delivered yet")
    return JSONResponse({"is_acknowledged": True, "what": envelope.what})


async def list_complaints(request: Request) -> Response:
    complaints = town_of(request).complaints.all
    return JSONResponse({"complaints": [asdict(complaint) for complaint in complaints]})


async def forget_complaints(request: Request) -> Response:
    town_of(request).complaints.all.clear()
    return JSONResponse({})


async def settle(request: Request) -> Response:
    quiet = (await body_of(request)).get("quiet")
    if not isinstance(quiet, (int, float, type(None))):
        raise Impossible("quiet is a number of seconds")
    return JSONResponse({"is_settled": await town_of(request).settle(quiet)})


ROUTES: list[BaseRoute] = [
    Route("/admin/{deed}", deed, methods=["POST"]),
    Route("/faults", list_faults, methods=["GET"]),
    Route("/faults", order_fault, methods=["POST"]),
    Route("/faults", forget_faults, methods=["DELETE"]),
    Route("/deliver", deliver, methods=["POST"]),
    Route("/complaints", list_complaints, methods=["GET"]),
    Route("/complaints", forget_complaints, methods=["DELETE"]),
    Route("/settle", settle, methods=["POST"]),
]
