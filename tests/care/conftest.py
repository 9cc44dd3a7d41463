"""What many stories of one room begin with."""

import pytest

from tests.world import at


@pytest.fixture
async def asked(world):
    """Acme has praised us; at a quarter past nine the channel is asked to thank them."""
    await world.type("ana", "new Acme advocate Maria Lopez")
    await world.type("ana", "log Acme called Maria, she was happy")
    await world.turn(at("2026-11-16 09:15"))
    return world
