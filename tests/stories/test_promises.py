"""A promise on both platforms over the wire: found in a line, asked for, late, and kept."""

import pytest

from tests.handlers.teams import conftest as teams
from tests.handlers.teams.service import CARE
from tests.stories import conftest as slack
from tests.stories.reading import read
from tests.world import at

LINE = "log Acme rang Maria, will call her again Thursday 3pm"


@pytest.mark.slow
async def test_a_promise_on_slack(database):
    async with slack.open_office(database) as office:
        await office.type("ana", "/heed new Acme customer Maria Lopez")
        receipt = await office.type("ana", f"/heed {LINE}")
        told = await office.press("ana", receipt, "Remind me Thu 3 pm")
        assert "🤝 Noted: Acme" in read(told)
        await office.turn(to=at("2026-11-19 13:01"))
        post = await office.post("🤝 We promised Acme a call")
        await office.turn(to=at("2026-11-19 15:01"))
        late = await office.post("late since")
        assert late["ts"] == post["ts"]
        await office.react("ben", late, "white_check_mark")
        assert (await office.post("kept it, "))["ts"] == post["ts"]
        asked = await office.type("ana", "/heed remind Acme call Maria")
        assert "When is that to be, for Acme?" in read(asked)
        assert office.town.complaints == []


@pytest.mark.slow
async def test_a_promise_on_teams(database):
    async with teams.open_office(database) as office:
        await office.type("29:ana", "new Acme customer Maria Lopez")
        assert "Logged for Acme" in await office.type("29:ana", LINE)
        receipt = office.posts("a:29:ana")[-1][0]
        told = await office.press("29:ana", receipt, "Remind me Thu 3 pm")
        assert "Noted: Acme" in str(told)
        await office.turn(at("2026-11-19 13:01"))
        post, _ = office.post("🤝 We promised Acme a call")
        await office.turn(at("2026-11-19 15:01"))
        assert office.post("late since")[0] == post
        await office.press("29:ben", post, "Kept", CARE)
        assert office.post("kept it")[0] == post
        assert "When is that to be" in await office.type("29:ana", "remind Acme call Maria")
