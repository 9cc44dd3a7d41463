"""A first hundred days on both platforms over the wire: each word said, and its next one seen."""

import pytest

from tests.handlers.teams import conftest as teams
from tests.handlers.teams.service import CARE
from tests.stories import conftest as slack
from tests.stories.reading import read
from tests.world import at

STEPS = (
    ("2026-11-17 09:16", "how did the lamps arrive?"),
    ("2026-11-23 09:16", "how was the first week with the lamps?"),
    ("2026-12-16 09:16", "a month with the lamps, what could be better?"),
    ("2027-01-15 09:16", "two months on, would they choose the lamps again?"),
)
THEN = [*(words for _, words in STEPS[1:]), "100 days with us, what would they tell a friend?"]


@pytest.mark.slow
async def test_a_first_hundred_days_on_slack(database):
    async with slack.open_office(database) as office:
        await office.type("ana", "/heed new Rowan prospect")
        await office.type("ana", "/heed log Rowan bought 12 lamps for 900 €")
        for (moment, words), after in zip(STEPS, THEN, strict=True):
            await office.turn(to=at(moment))
            post = await office.post(words)
            told = read(await office.press("ana", post, "Spoke with them"))
            assert after in told
            assert "spoke with them" in read(await office.post(words))
        assert "First 100 days: 4 of 5" in read(await office.type("ana", "/heed customer Rowan"))
        assert office.town.complaints == []


@pytest.mark.slow
async def test_a_first_hundred_days_on_teams(database):
    async with teams.open_office(database) as office:
        await office.type("29:ana", "new Rowan prospect")
        await office.type("29:ana", "log Rowan bought 12 lamps for 900 €")
        for (moment, words), after in zip(STEPS, THEN, strict=True):
            await office.turn(at(moment))
            post, _ = office.post(words)
            assert after in str(await office.press("29:ana", post, "Spoke with them", CARE))
            assert "spoke with them" in office.post(words)[1]
        assert "First 100 days: 4 of 5" in await office.type("29:ana", "customer Rowan")
