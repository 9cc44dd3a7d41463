"""Letting Teams in: which workspace its people belong to."""

from care import team
from care.heed import NOWHERE, Heed, SystemCaller
from handlers.teams.sdk import Keys

PLATFORM = "teams"
STAND_IN = "stand-in"


async def settle_in(heed: Heed, keys: Keys, zone: str, joins: int) -> SystemCaller:
    """`joins` is the workspace of another platform that this company is on, or 0."""
    tenant, bot = _tenant(keys), f"28:{keys.app_id}"
    return await heed.do(team.settle_in, NOWHERE, PLATFORM, tenant, bot, zone, joins=joins)


async def find(heed: Heed, keys: Keys) -> SystemCaller | None:
    """The same, and nothing is changed; None before the first start."""
    return await heed.ask(team.of_tenant, NOWHERE, PLATFORM, _tenant(keys))


def _tenant(keys: Keys) -> str:
    return keys.tenant_id or STAND_IN
