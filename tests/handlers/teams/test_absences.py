"""A rep on Teams is away by a line of theirs, and comes back."""

import pytest

from tests.world import at

pytestmark = pytest.mark.slow


async def test_what_cannot_wait_names_whoever_stands_in_until_the_rep_is_back(office):
    await office.type("29:ana", "new Globex suspect")
    told = await office.type("29:ana", "away today until 27 Nov because of a trip")
    assert "Ana Reyes is away from Mon 16 Nov 2026 until Fri 27 Nov 2026" in told
    await office.type("29:ben", "log Globex asked about prices")
    await office.turn(at("2026-11-16 10:00"))
    assert "<at>Chloe Martin</at> stands in" in office.post("Answer Globex")[1]
    office.post("Ana Reyes is away from", "a:29:chloe")
    await office.type("29:ana", "away off")
    await office.turn(at("2026-11-16 10:05"))
    assert "stands in" not in office.post("Answer Globex")[1]
