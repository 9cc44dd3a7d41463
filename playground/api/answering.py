"""Answers calls of the Web API: reads, checks the token, asks the method, tells what came out."""

from http import HTTPStatus
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from playground.api.call import Call, read
from playground.api.methods import METHODS, Method
from playground.api.scopes import authenticate, provided, require
from playground.breakage import Broken
from playground.faults import Fault
from playground.refusals import RateLimited, Refused
from playground.town import Town


async def answer(town: Town, request: Request) -> Response:
    name = request.path_params["method"]
    fault = town.faults.next(name)
    if fault and fault.kind != "lost":
        return go_wrong(fault)
    with town.stir.under_way():
        response = await respond(town, request, name)
    return Broken(after=fault.seconds) if fault else response


def go_wrong(fault: Fault) -> Response:
    if fault.kind == "ratelimited":
        return rate_limited(fault.retry_after)
    if fault.kind == "reset":
        return Broken()
    return Response("error", status_code=HTTPStatus.INTERNAL_SERVER_ERROR)


def rate_limited(seconds: int) -> Response:
    return JSONResponse(
        {"ok": False, "error": "ratelimited"},
        status_code=HTTPStatus.TOO_MANY_REQUESTS,
        headers={"Retry-After": str(seconds)},
    )


async def respond(town: Town, request: Request, name: str) -> Response:
    method = METHODS.get(name)
    try:
        said = await ask(town, request, name, method)
    except RateLimited as limit:
        return rate_limited(limit.seconds)
    except Refused as refused:
        complain(town, name, refused)
        said = {"ok": False, "error": refused.error} | refused.more
    return JSONResponse(said, headers=headers(town, method))


async def ask(town: Town, request: Request, name: str, method: Method | None) -> dict[str, Any]:
    if method is None:
        raise Refused("unknown_method", req_method=name)
    token, arguments = await read(request, takes_json=method.takes_json)
    authenticate(town, token, method.caller)
    require(town, *method.scopes)
    return {"ok": True} | method.answer(town, Call(method=name, arguments=arguments))


def complain(town: Town, name: str, refused: Refused) -> None:
    messages = refused.more.get("response_metadata", {}).get("messages", [])
    town.complaints.add("call", name, refused.error, messages=messages)


def headers(town: Town, method: Method | None) -> dict[str, str]:
    scopes = {"X-OAuth-Scopes": provided(town)}
    if method and method.scopes:
        scopes["X-Accepted-OAuth-Scopes"] = ",".join(method.scopes)
    return scopes
