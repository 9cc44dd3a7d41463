"""A customer moved up two classes, and the brief before the next call, on both platforms."""

import pytest

from tests.handlers.teams import conftest as teams
from tests.stories import conftest as slack
from tests.stories.reading import read


@pytest.mark.slow
async def test_two_classes_up_and_a_brief_on_slack(database):
    async with slack.open_office(database) as office:
        await office.type("ana", "/heed new Acme customer Maria Lopez")
        told = await office.type("ana", "/heed pulse Acme 4 nobody answers the phone")
        assert "Noted for Acme: “nobody answers the phone”" in read(told)
        asked = await office.type("ana", "/heed pulse Acme somebody called back at once")
        told = await office.press("ana", asked, "🙂 Satisfied")
        assert "up from dissatisfied" in read(told)
        told = await office.type("ana", "/heed pulse Acme 9 she tells everybody")
        assert "up from satisfied" in read(told)
        brief = await office.type("ben", "/heed brief Acme")
        assert "“she tells everybody” · highly satisfied, 9 of 10" in read(brief)
        every = await office.press("ben", brief, "All they said")
        assert "nobody answers the phone" in read(every)
        assert "1 highly satisfied" in read(await office.type("ana", "/heed satisfaction"))
        assert office.town.complaints == []


@pytest.mark.slow
async def test_two_classes_up_and_a_brief_on_teams(database):
    async with teams.open_office(database) as office:
        await office.type("29:ana", "new Acme customer Maria Lopez")
        told = await office.type("29:ana", "pulse Acme 4 nobody answers the phone")
        assert "nobody answers the phone" in told
        assert "up from dissatisfied" in await office.type("29:ana", "pulse Acme 8 called back")
        told = await office.type("29:ana", "pulse Acme 9 she tells everybody")
        assert "up from satisfied" in told
        assert "she tells everybody" in await office.type("29:ana", "brief Acme")
        brief = office.posts("a:29:ana")[-1][0]
        every = await office.press("29:ana", brief, "All they said")
        assert "nobody answers the phone" in str(every)
