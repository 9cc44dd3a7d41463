"""Commands that answer with one question and a button, on both platforms over the wire."""

import pytest

from tests.handlers.teams import conftest as teams
from tests.stories import conftest as slack
from tests.stories.reading import read


@pytest.mark.slow
async def test_slips_lists_and_words_too_many_on_slack(database):
    async with slack.open_office(database) as office:
        for number in range(12):
            await office.type("ana", f"/heed new Client {number:02} shopper")
        asked = await office.type("ana", "/heed lgo Client 00 called Maria")
        assert "Did you mean /heed log Client 00 called Maria?" in read(asked)
        receipt = await office.press("ana", asked, "Yes, do that")
        assert "Logged for Client 00" in read(receipt)
        told = read(await office.type("ana", "/heed home tomorrow"))
        assert "I don't know “tomorrow” here" in told
        first = await office.type("ana", "/heed list shoppers")
        assert "1 to 10 of 12 customers" in read(first)
        assert "Reminders are posted here" in read(await office.type("ana", "/heed here"))
        assert "I am not in" in read(await office.type("ana", "/heed here", channel="general"))
        second = await office.press("ana", first, "More")
        assert second["ts"] == first["ts"]
        assert "Client 11" in read(second)
        asked = await office.type("ana", "/heed undo 3")
        undone = read(await office.press("ana", asked, "Take back all of it"))
        assert "What you logged – Client 00" in undone
        assert office.town.complaints == []


@pytest.mark.slow
async def test_a_customer_is_deleted_and_two_are_merged_on_slack(database):
    async with slack.open_office(database) as office:
        await office.type("ana", "/heed new Globex suspect")
        await office.type("ben", "/heed log Globex asked about prices")
        post = await office.post("Answer Globex")
        asked = await office.type("ana", "/heed delete “Globex”")
        deleted = await office.press("ana", asked, "Delete Globex")
        assert "🗑️ Deleted: Globex" in read(deleted)
        stands = {each["ts"]: each for each in await office.channel()}
        assert "No longer needed" in read(stands[post["ts"]])
        await office.press("ana", deleted, "Undo")
        await office.post("Answer Globex")
        await office.type("ana", "/heed new Initech suspect")
        asked = await office.type("ana", "/heed merge Globex into Initech")
        merged = await office.press("ana", asked, "Merge into Initech")
        assert "🔗 Globex is Initech now" in read(merged)
        await office.post("Answer Initech")
        await office.press("ana", merged, "Undo")
        await office.post("Answer Globex")
        assert office.town.complaints == []


@pytest.mark.slow
async def test_slips_lists_and_words_too_many_on_teams(database):
    async with teams.open_office(database) as office:
        await office.type("29:ana", "new Globex prospect")
        told = await office.type("29:ana", "lgo Globex asked about prices")
        assert "Did you mean log Globex asked about prices?" in told
        asked = office.posts("a:29:ana")[-1][0]
        assert "Logged for Globex" in str(await office.press("29:ana", asked, "Yes, do that"))
        assert "I don't know “tomorrow” here" in await office.type("29:ana", "home tomorrow")
        assert "Globex · prospect" in await office.type("29:ana", "list prospects")
        assert "I am not in this channel" in await office.type("29:ana", "here")
        await office.type("29:ana", "undo 2")
        asked = office.posts("a:29:ana")[-1][0]
        undone = str(await office.press("29:ana", asked, "Take back all of it"))
        assert "What you logged – Globex" in undone


@pytest.mark.slow
async def test_a_customer_is_deleted_and_two_are_merged_on_teams(database):
    async with teams.open_office(database) as office:
        await office.type("29:ana", "new Globex suspect")
        await office.type("29:ben", "log Globex asked about prices")
        post, _ = office.post("Answer Globex")
        await office.type("29:ana", "delete Globex")
        asked = office.posts("a:29:ana")[-1][0]
        assert "Deleted: Globex" in str(await office.press("29:ana", asked, "Delete Globex"))
        assert "No longer needed" in dict(office.posts())[post]
        await office.type("29:ana", "undo Globex")
        assert "No longer needed" not in dict(office.posts())[post]
        await office.type("29:ana", "new Initech suspect")
        await office.type("29:ana", "merge Globex into Initech")
        asked = office.posts("a:29:ana")[-1][0]
        merged = str(await office.press("29:ana", asked, "Merge into Initech"))
        assert "Globex is Initech now" in merged
        assert "Answer Initech" in dict(office.posts())[post]
