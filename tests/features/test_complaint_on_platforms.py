"""A complaint from its first word until all are told that its cause is no more, on the wire."""

import pytest

from tests.handlers.teams import conftest as teams
from tests.handlers.teams.service import CARE
from tests.handlers.teams.test_dialogs import ask, send
from tests.stories import conftest as slack
from tests.stories.reading import read
from tests.world import at

WORDS = "the boiler arrived broken"
GLOBEX = "our boiler is faulty"


@pytest.mark.slow
async def test_a_complaint_on_slack(database):
    async with slack.open_office(database) as office:
        for name in ("Acme", "Globex"):
            await office.type("ana", f"/heed new {name} customer Maria Lopez")
        await office.type("ana", f"/heed complaint Acme {WORDS}")
        await office.type("ana", f"/heed complaint Globex {GLOBEX}")
        twin = await office.post("🔥 Complaint: Globex")
        assert f"Said by Acme: “{WORDS}”" in read(twin)
        assert "You said" not in read(await office.press("ana", twin, "Tell them first"))
        assert "on the list to be told first" in read(await office.post("🔥 Complaint: Globex"))
        acme = await office.post("🔥 Complaint: Acme")
        assert "its clocks" not in read(await office.press("ana", acme, "More", "wait"))
        assert "We wait for them since" in read(await office.post("🔥 Complaint: Acme"))
        await office.turn(to=at("2026-11-18 09:00"))
        await office.type("ben", "/heed log Acme Maria emailed us the photos")
        assert "We wait" not in read(await office.post("🔥 Complaint: Acme"))
        await office.type("ana", "/heed makeright Acme 30 free delivery")
        question = await office.post("asks to make it right", who="chloe", channel="dm")
        await office.press("chloe", question, "Agree", channel="dm")
        assert "agreed by <@" in read(await office.post("🔥 Complaint: Acme"))
        form = (await office.act("ana", acme, "Resolved"))["sees"]["forms"][-1]
        values = {"remedy": "a new one by courier"}
        await office.town.do("ana", "submit", view=form["id"], values=values)
        head = await office.post("✅ Complaint: Acme")
        assert "a new one by courier" in read(head)
        await office.turn(to=at("2026-11-25 12:00"))
        asked = await office.post("whether all is well again", thread=head["ts"])
        answer = await office.press("ana", asked, "Checked back")
        assert "Would they buy again?" in read(answer)
        assert "highly satisfied" in read(await office.press("ana", answer, "Yes"))
        causes = await office.type("ana", "/heed causes")
        form = (await office.act("ana", causes, "Removed …"))["sees"]["forms"][-1]
        values = {"cause": "defective", "words": "each is tried before it leaves"}
        await office.town.do("ana", "submit", view=form["id"], values=values)
        for _ in range(2):
            mine = await office.post("You said, we did: defective", who="ana", channel="dm")
            await office.press("ana", mine, "Done", channel="dm")
        assert "2 of 2 told: closed" in read(await office.type("ana", "/heed causes"))
        assert office.town.complaints == []


@pytest.mark.slow
async def test_a_complaint_on_teams(database):
    async with teams.open_office(database) as office:
        for name in ("Acme", "Globex"):
            await office.type("29:ana", f"new {name} customer Maria Lopez")
        await office.type("29:ana", f"complaint Acme {WORDS}")
        await office.type("29:ana", f"complaint Globex {GLOBEX}")
        twin, words = office.post("🔥 Complaint: Globex")
        assert "Said by Acme" in words
        await office.press("29:ana", twin, "Tell them first", CARE)
        assert "on the list to be told first" in office.post("🔥 Complaint: Globex")[1]
        await office.type("29:ana", "makeright Acme 30 free delivery")
        question, _ = office.post("asks to make it right", "a:29:chloe")
        await office.press("29:chloe", question, "Agree")
        acme, words = office.post("🔥 Complaint: Acme")
        assert "agreed by" in words
        form = await ask(office, "29:ana", shown(office, acme), "Resolved")
        await send(office, "29:ana", form, CARE, remedy="a new one by courier")
        assert "a new one by courier" in office.post("✅ Complaint: Acme")[1]
        await office.turn(at("2026-11-25 12:00"))
        asked, _ = office.post("whether all is well again")
        answer = await office.press("29:ana", asked, "Checked back", CARE)
        private = [words for _, words in office.posts("a:29:ana")]
        assert any("Would they buy again?" in words for words in (answer, *private))


def shown(office, message):
    return teams.card(office.service.shown[message][1])
