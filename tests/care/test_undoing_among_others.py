"""An undo where others have done something, too: what stands is theirs, what is shown is true."""

import pytest

from domain.errors import BuiltUpon
from tests.world import at, buttons, said


def thanks(world):
    return said(world.post("Thank Maria Lopez at Acme")[1])


async def test_of_two_who_thanked_the_other_one_has_done_it_now(asked):
    _, message = asked.post("Thank Maria")
    told = await asked.press("ana", buttons(message)["Thanked"])
    await asked.type("ben", "thank Acme flowers")
    await asked.press("ana", buttons(told)["Undo"])
    assert "✅ Ben Okafor did, Mon 16 Nov, 09:15.\n“flowers”" in thanks(asked)
    await asked.type("ben", "undo")
    assert "Thanked" in buttons(asked.post("Thank Maria")[1])


async def test_of_two_who_followed_up_the_other_one_has_done_it_now(world):
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    await world.turn(at("2026-11-16 09:15"))
    id_, message = world.post("Answer Acme")
    told = await world.press("ana", next(iter(buttons(message).values())))
    await world.type("ben", "log Acme called them about prices")
    await world.press("ana", buttons(told)["Undo"])
    shown = said(dict(world.posts())[id_])
    assert "Ana Reyes did" not in shown
    assert "✅ Ben Okafor did" in shown


async def test_what_nobody_has_done_any_more_and_nobody_asks_for_says_no_name(world):
    await world.type("ana", "new Acme raving fan")
    await world.turn(at("2026-12-10 12:00"))
    id_, message = world.post("Thank Acme")
    told = await world.press("ana", buttons(message)["Thanked"])
    await world.type("ben", "edit Acme rung suspect")
    await world.press("ana", buttons(told)["Undo"])
    assert "⚪ No longer needed." in said(dict(world.posts())[id_])


async def test_what_others_changed_beside_it_neither_hinders_an_undo_nor_goes_with_it(world):
    await world.type("ana", "new Acme")
    told = await world.type("ana", "edit Acme rung advocate")
    await world.type("ben", "edit Acme zone Europe/Madrid")
    await world.type("ben", "edit Acme contact Bo Berg")
    await world.press("ana", buttons(told)["Undo"])
    card = said(await world.type("ana", "customer acme"))
    assert "Prospect" in card
    assert "Europe/Madrid" in card
    assert "Bo Berg" in card


async def test_what_others_changed_of_the_very_same_hinders_it(world):
    await world.type("ana", "new Acme")
    told = await world.type("ana", "edit Acme rung advocate")
    await world.type("ben", "edit Acme rung member")
    with pytest.raises(BuiltUpon, match="Ben Okafor built on this"):
        await world.press("ana", buttons(told)["Undo"])


async def test_a_form_taken_back_leaves_alone_what_it_did_not_change(world):
    card = await world.type("ana", "new Acme customer Maria Lopez maria@acme.com")
    form = await world.press("ana", buttons(card)["Edit"])
    told = await world.fill("ana", form, contacts="Maria Lopez maria@acme.example")
    await world.type("ben", "edit Acme contact Maria Lopez +44 20 7946 0000")
    await world.press("ana", buttons(told)["Undo"])
    card = said(await world.type("ana", "customer acme"))
    assert "maria@acme.com · +44 20 7946 0000" in card


async def test_a_reminder_waved_off_by_another_stays_so_when_it_is_no_longer_put_off(asked):
    _, message = asked.post("Thank Maria")
    told = await asked.press("ben", buttons(message)["Later"], "tomorrow")
    waived = await asked.waive("ana", message)
    await asked.press("ben", buttons(told)["Undo"])
    assert "❌ Not needed, says Ana Reyes" in thanks(asked)
    await asked.press("ana", buttons(waived)["Undo"])
    assert "put it off" not in thanks(asked)
    assert "Thanked" in buttons(asked.post("Thank Maria")[1])


async def test_a_correction_taken_back_leaves_done_what_the_contact_had_done(asked):
    id_, _ = asked.post("Thank Maria")
    receipt = await asked.type("dev", "log Acme dropped off a basket")
    await asked.press("dev", buttons(receipt)["Kind"], "call")
    assert "Dev Patel" not in said(dict(asked.posts())[id_])
    await asked.type("dev", "undo")
    assert "✅ Dev Patel did" in said(dict(asked.posts())[id_])
    assert "“dropped off a basket”" in said(dict(asked.posts())[id_])


async def test_of_two_who_thanked_the_first_has_done_it_when_the_other_takes_it_back(asked):
    id_, _ = asked.post("Thank Maria")
    receipt = await asked.type("ben", "log Acme sent a card")
    await asked.press("ana", buttons(receipt)["Kind"], "call")
    await asked.type("dev", "log Acme dropped off a basket")
    await asked.type("ana", "undo")
    await asked.type("dev", "undo")
    assert "✅ Ben Okafor did" in said(dict(asked.posts())[id_])
