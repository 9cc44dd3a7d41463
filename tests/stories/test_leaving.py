"""A rep leaves, on both platforms over the wire: a colleague has their customers, and declines."""

import pytest

from tests.handlers.teams import conftest as teams
from tests.stories import conftest as slack
from tests.stories.reading import read

DECLINE = "They go to our manager instead"
YOURS = "Ben Okafor has left: 1 customer of theirs is yours now"


@pytest.mark.slow
async def test_a_rep_leaves_on_slack(database):
    async with slack.open_office(database) as office:
        await office.type("ben", "/heed new Rowan customer")
        await office.type("ana", "/heed log Rowan called Maria, she was happy")
        await office.town.admin("deactivate", person="ben")
        yours = await office.post(YOURS, who="ana", channel="dm")
        assert "Rowan · customer" in read(yours)
        await office.press("ana", yours, DECLINE, channel="dm")
        await office.post(YOURS, who="chloe", channel="dm")
        assert "went to somebody else" in read(
            await office.post("went to somebody else", who="ana", channel="dm")
        )
        await office.town.admin("reactivate", person="ben")
        await office.post("Ben Okafor is back", who="ana", channel="dm")
        assert "<@U0BENOKAFR>'s customer" in read(await office.type("ana", "/heed customer Rowan"))
        assert office.town.complaints == []


@pytest.mark.slow
async def test_a_rep_leaves_on_teams(database):
    async with teams.open_office(database) as office:
        await office.type("29:ben", "new Rowan customer")
        await office.type("29:ana", "log Rowan called Maria, she was happy")
        there = list(office.service.members)
        office.service.members = [each for each in there if each != "29:ben"]
        office.service.left = {"29:ben"}
        await office.front.acquaint()
        await office.settle()
        yours, _ = office.post(YOURS, "a:29:ana")
        await office.press("29:ana", yours, DECLINE)
        assert office.post(YOURS, "a:29:chloe")
        assert "<at>Chloe Martin</at>'s customer" in await office.type("29:ana", "customer Rowan")
        office.service.left, office.service.members = set(), there
        await office.front.acquaint()
        await office.settle()
        assert "<at>Ben Okafor</at>'s customer" in await office.type("29:ana", "customer Rowan")
