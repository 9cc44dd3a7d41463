"""Letting Teams in: which workspace its people belong to."""

from care import team
from care.heed import Clockwork, Heed
from handlers.teams.sdk import Keys

PLATFORM = "teams"
STAND_IN = "stand-in"


async def settle_in(heed: Heed, keys: Keys, zone: str, joins: int) -> Clockwork:
    """`joins` is the workspace of another platform that this company is on, or 0."""
    tenant, bot = keys.tenant_id or STAND_IN, f"28:{keys.app_id}"
    nobody = Clockwork(workspace_id=0)
    home = await heed.do(team.settle_in, nobody, PLATFORM, tenant, bot, zone, joins=joins)
    return Clockwork(workspace_id=home.workspace_id, installation_id=home.installation_id)
