"""Teams tells nobody that somebody has left the company: whoever is seen nowhere is asked for."""

import logging

import httpx

from care import team
from care.heed import Heed, SystemCaller
from handlers.teams.addresses import Addresses
from handlers.teams.people import UNREACHABLE
from handlers.teams.wire import Wire

log = logging.getLogger("heed.teams")


async def look(
    heed: Heed, tenancy: SystemCaller, wire: Wire, addresses: Addresses, seen: set[str]
) -> None:
    """`seen` are in some roster. What can't be asked now is asked on the next day."""
    ours = await heed.ask(team.members, tenancy)
    left = [
        each.user_id
        for each in ours
        if each.user_id not in seen and await _is_gone(wire, addresses, each.user_id)
    ]
    if left:
        await heed.do(team.gone, tenancy, tuple(left))


async def _is_gone(wire: Wire, addresses: Addresses, user_id: str) -> bool:
    """Whether Teams does not know them in the chat that is theirs alone."""
    try:
        await wire.member(await addresses.find(user_id), user_id)
    except httpx.HTTPStatusError as error:
        return error.response.status_code == httpx.codes.NOT_FOUND
    except UNREACHABLE as error:
        log.warning("Teams can't be asked who is still there: %s", type(error).__name__)
    return False
