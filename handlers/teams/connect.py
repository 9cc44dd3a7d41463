"""Letting Teams in: which workspace its people belong to."""

from dataclasses import asdict

from care import team
from care.heed import Clockwork, Heed
from handlers.teams.sdk import Keys

PLATFORM = "teams"
STAND_IN = "stand-in"


NOBODY = Clockwork(workspace_id=0)


async def settle_in(heed: Heed, keys: Keys, zone: str, joins: int) -> Clockwork:
    """`joins` is the workspace of another platform that this company is on, or 0."""
    tenant, bot = _tenant(keys), f"28:{keys.app_id}"
    home = await heed.do(team.settle_in, NOBODY, PLATFORM, tenant, bot, zone, joins=joins)
    return Clockwork(**asdict(home))


async def find(heed: Heed, keys: Keys) -> Clockwork | None:
    """The same, and nothing is changed; None before the first start."""
    home = await heed.ask(team.of_tenant, NOBODY, PLATFORM, _tenant(keys))
    return Clockwork(**asdict(home)) if home else None


def _tenant(keys: Keys) -> str:
    return keys.tenant_id or STAND_IN
