"""The workspace that the command line is about."""

from care import team
from care.heed import NOWHERE, Heed, SystemCaller
from domain.errors import NotUnderstood


async def find(heed: Heed) -> SystemCaller | None:
    return await heed.ask(team.tenancy, NOWHERE)


async def find_or_begin(heed: Heed, zone: str) -> SystemCaller:
    """Before Heed has ever run there is none."""
    if known := await find(heed):
        return known
    return await heed.do(team.begin, NOWHERE, zone)


async def need(heed: Heed) -> SystemCaller:
    tenancy = await find(heed)
    if tenancy is None:
        raise NotUnderstood("Heed doesn't know your team yet: start it once with “make run”.")
    return tenancy
