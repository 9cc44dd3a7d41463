"""The example on both platforms, over the wire: neither has been told of it."""

from tests.features.conftest import laid
from tests.handlers.teams import conftest as teams
from tests.handlers.teams.service import CARE
from tests.handlers.teams.test_dialogs import ask, send
from tests.stories import conftest as slack
from tests.stories.reading import read
from tests.world import at

DUE = at("2026-11-19 09:20")


async def test_a_loan_on_slack(database, register):
    register()
    async with slack.open_office(database) as office:
        with laid(database):
            await office.type("ana", "/heed new Acme")
            opened = await office.town.do("ana", "type", channel=slack.CARE, text="/heed lend")
            form = opened["sees"]["forms"][-1]
            found = await office.search("ana", form, "customer", "acm")
            values = {"customer": next(iter(found.values())), "what": "the projector"}
            await office.town.do("ana", "submit", view=form["id"], values=values)
            assert "lent" in read(await office.type("ben", "/heed customer acme"))
            await office.turn(to=DUE)
            head = await office.post("📦 Lent to Acme")
            reminder = await office.post("Fetch “the projector” back", thread=head["ts"])
            await office.press("ben", reminder, "Fetched")
            assert "Was lent to Acme" in read(await office.post("Was lent to Acme"))
            await office.type("ben", "/heed undo")
            await office.react("ana", await office.post("📦 Lent to Acme"), "white_check_mark")
            assert await office.post("Was lent to Acme")
            assert office.town.complaints == []


async def test_a_loan_on_teams(database, register):
    register()
    with laid(database):
        async with teams.open_office(database) as office:
            await office.type("29:ana", "new Acme")
            await office.type("29:ana", "home")
            home = teams.card(office.service.sent[-1][1])
            task = await ask(office, "29:ana", home, "Lend something")
            await send(office, "29:ana", task, customer="1", what="the projector")
            assert "lent" in await office.type("29:ben", "customer acme")
            await office.turn(DUE)
            reminder, _ = office.post("Fetch “the projector” back")
            await office.press("29:ben", reminder, "Fetched", CARE)
            head, _ = office.post("Was lent to Acme")
            await office.type("29:ben", "undo")
            await office.react("29:ana", head, added=["2705_whiteheavycheckmark"])
            assert office.post("Was lent to Acme")
