"""Asking for a review: noted by a line, and asked for once there was enough given."""

import pytest

from domain.errors import NotUnderstood
from tests.world import at, buttons, said


async def card(world):
    return said(await world.type("ana", "customer Acme"))


@pytest.fixture
async def acme(world):
    """Two gives, and then they praise us."""
    await world.type("ana", "new Acme member Maria Lopez")
    await world.type("ana", "log Acme sent Maria a card")
    await world.type("ana", "log Acme gave them a hamper")
    await world.turn(at("2026-11-17 10:00"))
    await world.type("ana", "log Acme Maria said she loves the lamps")
    await world.turn(at("2026-11-17 12:00"))
    return world


async def test_two_gives_and_praise_lead_to_an_ask_and_its_done_is_in_the_ledger(acme):
    assert "🎁 We gave a gift yesterday, a card yesterday" in await card(acme)
    await acme.type("ana", "thank Acme called Maria to thank her")
    await acme.turn(at("2026-11-18 10:00"))
    _, message = acme.post("Ask Maria Lopez at Acme for a review")
    assert "They praised us on Tue 17 Nov." in said(message)
    await acme.press("ben", buttons(message)["Asked"])
    shown = await card(acme)
    assert "🙋 We asked for a review today" in shown
    assert "Asked for a review" in shown
    await acme.type("ben", "undo")
    assert "🙋 We asked for" not in await card(acme)


async def test_what_was_asked_is_noted_by_a_line_and_ends_what_was_to_be_asked(acme):
    await acme.type("ana", "thank Acme called Maria to thank her")
    await acme.turn(at("2026-11-18 10:00"))
    id_, _ = acme.post("Ask Maria Lopez at Acme for a review")
    told = await acme.type("ana", "ask Acme for a testimonial, by mail")
    assert "Acme was asked for a testimonial" in said(told)
    assert "✅" in said(dict(acme.posts())[id_])
    with pytest.raises(NotUnderstood, match="a review, a referral"):
        await acme.type("ana", "ask Acme a favour")


async def test_what_was_asked_goes_along_where_two_are_one(acme):
    await acme.type("ana", "new Globex member")
    await acme.type("ana", "ask Globex survey")
    asked = await acme.type("ana", "merge Globex into Acme")
    await acme.press("ana", buttons(asked)["Merge into Acme"])
    assert "🙋 We asked for a survey today" in await card(acme)


async def test_nothing_is_asked_while_a_complaint_is_open(acme):
    await acme.type("ana", "complaint Acme one lamp is broken")
    await acme.type("ana", "thank Acme called Maria to thank her")
    await acme.turn(at("2026-11-20 10:00"))
    assert not [each for each in acme.reminders() if "for a review" in each]
