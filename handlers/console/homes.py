"""The workspace that the command line is about."""

from care import team
from care.heed import NOWHERE, Clockwork, Heed
from domain.errors import NotUnderstood


async def find(heed: Heed) -> Clockwork | None:
    return await heed.ask(team.home, NOWHERE)


async def need(heed: Heed) -> Clockwork:
    home = await find(heed)
    if home is None:
        raise NotUnderstood("Heed doesn't know your team yet: start it once with “make run”.")
    return home
