"""api.test, auth.*, apps.connections.open: the app itself."""

from typing import Any

from playground import membership
from playground.api.call import Call
from playground.api.users import url
from playground.refusals import Refused
from playground.town import Town


def echo(_: Town, call: Call) -> dict[str, Any]:
    if call.has("error"):
        raise Refused(call.need("error"), args=dict(call.arguments))
    return {"args": dict(call.arguments)}


def introduce(town: Town, _: Call) -> dict[str, Any]:
    return {
        "url": url(town),
        "team": town.team.name,
        "user": town.bot.handle,
        "team_id": town.team.id,
        "user_id": town.bot.user_id,
        "bot_id": town.bot.bot_id,
        "is_enterprise_install": False,
    } | ({"enterprise_id": town.team.enterprise} if town.team.enterprise else {})


def revoke(town: Town, call: Call) -> dict[str, Any]:
    if not call.flag("test"):
        membership.revoke(town)
    return {"revoked": not call.flag("test")}


def open_connection(town: Town, _: Call) -> dict[str, Any]:
    """Where the next connection is to be opened; the address is good once."""
    base = town.address.replace("http", "ws", 1)
    return {"url": f"{base}/link?ticket={town.socket.ticket()}&app_id={town.bot.app_id}"}
