"""Theirs that nobody answers: its thread asks everybody, managers are told, and it stays."""

from datetime import timedelta

import pytest

from domain.errors import Over
from tests.databases import ON_SQLITE
from tests.world import PLACE, at, buttons, said


@pytest.fixture
async def rosa(world):
    """A member of Ana's has mailed, which Ben logs on Monday at nine."""
    await world.type("ana", "new Acme member Rosa Silva")
    await world.type("ben", "log Acme Rosa mailed, can we come on Friday?")
    return world


def asked_of_all(world):
    return [said(message) for _, message in world.posts(PLACE, kind="return open")]


def managers_told(world):
    return [said(message) for _, message in world.posts("U-chloe", kind="return late")]


async def test_untaken_at_its_clock_its_thread_asks_everybody_and_then_a_manager_is_told(rosa):
    id_, message = rosa.post("Answer Rosa Silva at Acme")
    await rosa.turn(at("2026-11-16 12:59"))
    assert asked_of_all(rosa) == []
    await rosa.turn(at("2026-11-16 13:00"))
    (line,) = asked_of_all(rosa)
    assert line.startswith(
        "🙋 Who can answer Rosa Silva at Acme? They have waited since Mon 16 Nov"
    )
    (thread,) = [each.thread for each in rosa.courier.sent if each.post.kind == "return open"]
    assert thread == id_
    (told,) = managers_told(rosa)
    assert "⏰ Rosa Silva at Acme waits for an answer" in told
    assert "Nobody has taken it yet." in told
    await rosa.wait(days=7)
    await rosa.leap(rosa.clock.time + timedelta(days=33))
    assert (len(asked_of_all(rosa)), len(managers_told(rosa))) == (1, 1)
    assert "Answered" in buttons(dict(rosa.posts())[id_])
    await rosa.press("ben", buttons(message)["Answered"])
    assert "✅ Ben Okafor answered them" in said(dict(rosa.posts())[id_])


@ON_SQLITE
async def test_what_somebody_has_is_asked_of_nobody_else_and_the_manager_hears_who_has_it(rosa):
    await rosa.press("ben", buttons(rosa.post("Answer Rosa")[1])["I'll take it"])
    await rosa.turn(at("2026-11-16 16:00"))
    assert asked_of_all(rosa) == []
    assert "👀 Ben Okafor has it." in managers_told(rosa)[0]


@ON_SQLITE
async def test_an_owner_says_on_the_receipt_that_they_are_answered_and_nobody_is_asked(world):
    await world.type("ana", "new Acme member Rosa Silva")
    receipt = await world.type("ana", "log Acme Rosa mailed, can we come on Friday?")
    assert "Next: 📩 Answer Rosa Silva at Acme, Mon 16 Nov, 12:00" in said(receipt)
    await world.press("ana", buttons(receipt)["Answered"])
    await world.turn(at("2026-11-16 16:00"))
    assert not [each for each in world.reminders() if "Answer" in each]
    with pytest.raises(Over):
        await world.press("ana", buttons(receipt)["Answered"])


@ON_SQLITE
async def test_nobody_is_told_outside_working_hours(world):
    await world.type("ana", "new Acme suspect Rosa Silva")
    await world.turn(at("2026-11-20 16:30"))
    await world.type("ana", "log Acme Rosa asked about prices")
    await world.turn(at("2026-11-20 16:44"))
    assert not [each for each in world.reminders() if "Answer" in each]
    await world.turn(at("2026-11-20 16:45"))
    world.post("Answer Rosa Silva at Acme")
    await world.turn(at("2026-11-23 09:29"))
    assert asked_of_all(world) == managers_told(world) == []
    await world.turn(at("2026-11-23 09:30"))
    assert len(asked_of_all(world)) == 1


@ON_SQLITE
async def test_a_missed_call_is_called_back(world):
    await world.type("ana", "new Acme shopper Rosa Silva")
    await world.type("ben", "log Acme missed call from Rosa")
    id_, message = world.post("Call Rosa Silva at Acme back")
    await world.press("ana", buttons(message)["Called back"])
    assert "✅ Ana Reyes called them back" in said(dict(world.posts())[id_])


@ON_SQLITE
async def test_a_new_prospect_is_asked_for_a_first_word_which_an_attempt_ends(world):
    told = said(await world.type("ana", "new Initech prospect Nina Vidal"))
    assert "Next: 👋 A first word to Nina Vidal at Initech, now" in told
    id_, _ = world.post("A first word to Nina Vidal")
    await world.type("ana", "log Initech called Nina, no answer")
    assert "✅ Ana Reyes did" in said(dict(world.posts())[id_])
    await world.turn(at("2026-11-17 09:15"))
    world.post("Try Nina Vidal at Initech again")
