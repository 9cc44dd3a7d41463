"""Our own token: one that Teams no longer takes loses nothing, and the probe tells of it."""

import pytest

from tests.handlers.teams.service import CARE


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr("handlers.teams.courier.SIGN_IN_SECONDS", 0.05)


async def test_a_reminder_refused_for_an_expired_token_is_sent_once_with_the_next_one(office):
    await office.type("29:ana", "new Globex suspect")
    office.service.troubles = [None, 401]  # the receipt comes through, the reminder does not
    await office.type("29:ben", "log Globex asked about prices")
    sent = [words for _, words in office.posts(CARE) if "Answer Globex" in words]
    assert len(sent) == 1
    assert office.service.troubles == []


async def test_an_answer_refused_for_an_expired_token_comes_with_the_next_one(office):
    office.service.troubles = [401]
    assert "Acme" in await office.type("29:ana", "new Acme advocate")


async def test_the_probe_tells_of_it_until_teams_takes_one_again(office):
    office.service.troubles = [401] * 3  # as often as an answer is tried
    await office.deliver(office.activity("29:ana", type="message", text="due"))
    assert "does not accept our token" in await office.front.probe()
    await office.type("29:ana", "due")
    assert await office.front.probe() is None
