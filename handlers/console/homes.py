"""The workspace that the command line is about."""

from dataclasses import asdict

from care import team
from care.heed import Clockwork, Heed
from domain.errors import NotUnderstood


async def find(heed: Heed) -> Clockwork | None:
    found = await heed.ask(team.home, Clockwork(workspace_id=0))
    return Clockwork(**asdict(found)) if found else None


async def need(heed: Heed) -> Clockwork:
    home = await find(heed)
    if home is None:
        raise NotUnderstood("Heed doesn't know your team yet: start it once with “make run”.")
    return home
