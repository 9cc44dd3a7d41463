"""A line about several customers, on both platforms over the wire: one receipt, one undo."""

import pytest

from tests.handlers.teams import conftest as teams
from tests.stories import conftest as slack
from tests.stories.reading import read

LINE = "log visited Oakwood Vets, Acme & Zorbo today"
NAMES = ("Oakwood Vets", "Acme")


@pytest.mark.slow
async def test_a_line_about_several_on_slack(database):
    async with slack.open_office(database) as office:
        for name in NAMES:
            await office.type("ana", f"/heed new {name}")
        receipt = await office.type("ana", f"/heed {LINE}")
        assert read(receipt).startswith("📝 Logged for Oakwood Vets and Acme\nMeeting · we began")
        assert "I know no customer called “Zorbo”." in read(receipt)
        undone = await office.press("ana", receipt, "Undo")
        assert read(undone).count("What you logged – ") == 2
        for name in NAMES:
            assert "Not reached yet" in read(await office.type("ben", f"/heed customer {name}"))
        receipt = await office.type("ana", f"/heed {LINE}")
        other = await office.press("ana", receipt, "Create “Zorbo”")
        assert "📝 Logged for Zorbo" in read(other)
        asked = await office.type("ana", "/heed log lunch with the team")
        opened = await office.act("ana", asked, "Choose a customer")
        assert "lunch with the team" in str(opened["sees"]["forms"][-1])
        assert office.town.complaints == []


@pytest.mark.slow
async def test_a_line_about_several_on_teams(database):
    async with teams.open_office(database) as office:
        for name in NAMES:
            await office.type("29:ana", f"new {name}")
        told = await office.type("29:ana", LINE)
        assert "📝 Logged for Oakwood Vets and Acme" in told
        assert "I know no customer called “Zorbo”." in told
        receipt = office.posts("a:29:ana")[-1][0]
        undone = await office.press("29:ana", receipt, "Undo")
        assert str(undone).count("What you logged – ") == 2
        for name in NAMES:
            assert "Not reached yet" in await office.type("29:ben", f"customer {name}")
        await office.type("29:ana", LINE)
        receipt = office.posts("a:29:ana")[-1][0]
        other = await office.press("29:ana", receipt, "Create “Zorbo”")
        assert "Logged for Zorbo" in str(other)
