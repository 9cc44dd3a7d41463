"""Two companies on one Heed: neither sees, fills or loses anything of the other's."""

import pytest

from care import places, reactions
from domain.errors import Gone
from domain.reactions import Meaning
from tests.world import PLACE, at, buttons, open_world, said


@pytest.fixture
async def ours(sqlite):
    async with open_world(sqlite) as opened:
        yield opened


@pytest.fixture
async def theirs(ours, sqlite):
    """Their people and their channel go by the same names on their platform."""
    async with open_world(sqlite, tenant="T2") as opened:
        together = [*ours.heartbeat._deliverers, *opened.heartbeat._deliverers]
        ours.heartbeat._deliverers = opened.heartbeat._deliverers = together
        yield opened


async def ask(world, name="Acme"):
    await world.type("ana", f"new {name} suspect")
    await world.type("ben", f"log {name} asked about prices")


async def test_what_waits_here_waits_for_nobody_there(ours, theirs):
    await ask(ours)
    assert len(ours.reminders()) == 1
    assert theirs.reminders() == []
    assert "Nothing waits for you" in said(await theirs.type("ana", "due"))
    assert "all is quiet" in said(await theirs.type("chloe", "digest"))


async def test_a_button_means_nothing_in_the_other_company(ours, theirs):
    await ask(ours)
    _, message = ours.post("Answer Acme")
    with pytest.raises(Gone):
        await theirs.press("ana", buttons(message)["Answered"])
    _, question = ours.posts(kind="question")[0]
    with pytest.raises(Gone):
        await theirs.press("ana", buttons(question)["Stop posting here"])


async def test_a_reaction_means_nothing_in_the_other_company(ours, theirs):
    await ask(ours)
    id_, message = ours.post("Answer Acme")
    await theirs.do("ana", reactions.came, PLACE, id_, Meaning.DONE, "1")
    assert said(ours.post("Answer Acme")[1]) == said(message)


async def test_each_person_has_a_day_of_their_own(ours, theirs):
    for world, number in ((ours, 6), (theirs, 2)):
        for each in range(number):
            await world.type("ana", f"new Fan{each:02} raving fan")
            await world.type("ana", f"log Fan{each:02} called, she was happy")
    for world in (ours, theirs):
        await world.turn(at("2026-11-16 10:00"))
    assert (len(ours.reminders()), len(theirs.reminders())) == (4, 2)


async def test_a_channel_that_is_lost_is_lost_to_one_company_alone(ours, theirs):
    await ask(ours)
    await ours.press_quietly("ben", buttons(ours.post("Answer Acme")[1])["I'll take it"])
    await theirs.do_clock(places.lost, PLACE, "is_archived")
    assert "Ben Okafor has it" in said(ours.post("Answer Acme")[1])
    await ask(ours, "Globex")
    assert len(ours.reminders()) == 2


async def test_without_a_channel_of_ones_own_reminders_wait(ours, sqlite):
    async with open_world(sqlite, tenant="T2", place=None) as theirs:
        await ask(theirs)
        assert "1 thing waits for you" in said(await theirs.type("ana", "due"))
        assert "invite Heed to a channel" in said(await theirs.type("ana", "help"))
        assert (theirs.reminders(), ours.reminders()) == ([], [])
