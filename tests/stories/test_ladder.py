"""Up the ladder, at risk, lost and won back, on both platforms over the wire."""

import pytest

from tests.handlers.teams import conftest as teams
from tests.handlers.teams.service import CARE
from tests.stories import conftest as slack
from tests.stories.reading import read
from tests.world import at


@pytest.mark.slow
async def test_a_customer_comes_leaves_and_comes_back_on_slack(database):
    async with slack.open_office(database) as office:
        await office.type("ana", "/heed new Rowan prospect")
        receipt = await office.type("ana", "/heed log Rowan bought 12 lamps")
        assert "Rowan: their first purchase, so they are a shopper now." in read(receipt)
        told = await office.press("ana", receipt, "No, a prospect as before")
        assert "Rowan is a prospect, as before" in read(told)
        await office.press("ana", told, "Undo")
        receipt = await office.type("ana", "/heed log Rowan cancelled the contract")
        await office.press("ana", receipt, "They cancelled")
        post = await office.post("⚠️ Call Rowan: they may leave us")
        await office.press("ben", post, "Called")
        told = await office.type("ana", "/heed lost Rowan")
        told = await office.press("ana", told, "Why?", "price")
        assert "Rowan is lost: price" in read(told)
        await office.turn(to=at("2027-02-15 10:00"))
        assert "Lost on Mon 16 Nov 2026: price." in read(await office.post("A call to win back"))
        receipt = await office.type("ana", "/heed log Rowan bought 3 lamps")
        assert "Rowan was lost, and is back: they bought." in read(receipt)
        shown = read(await office.type("chloe", "/heed ladder"))
        assert "Customer · 1" in shown
        assert "Lost · 0" in shown
        assert "0 of 2 moments" in read(await office.type("ana", "/heed moments Rowan"))
        assert office.town.complaints == []


@pytest.mark.slow
async def test_a_customer_comes_leaves_and_comes_back_on_teams(database):
    async with teams.open_office(database) as office:
        await office.type("29:ana", "new Rowan prospect")
        told = await office.type("29:ana", "log Rowan bought 12 lamps")
        assert "their first purchase, so they are a shopper now" in told
        await office.type("29:ana", "log Rowan cancelled the contract")
        receipt = office.posts("a:29:ana")[-1][0]
        told = await office.press("29:ana", receipt, "They cancelled")
        assert "cancelled · " in str(told)
        await office.turn(at("2026-11-16 09:30"))
        post, _ = office.post("⚠️ Call Rowan: they may leave us")
        await office.press("29:ben", post, "Called", CARE)
        assert "is lost: price" in await office.type("29:ana", "lost Rowan price")
        await office.turn(at("2027-02-15 10:00"))
        assert "Lost on Mon 16 Nov 2026: price." in office.post("A call to win back")[1]
        told = await office.type("29:ana", "log Rowan bought 3 lamps")
        assert "was lost, and is back: they bought" in told
        shown = await office.type("29:chloe", "ladder")
        assert "Lost · 0" in shown
        assert "0 of 2 moments" in await office.type("29:ana", "moments Rowan")
