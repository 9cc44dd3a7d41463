"""Customers move on the ladder by what happens, and everybody sees why."""

import pytest

from domain.errors import NotUnderstood
from domain.messages import Message
from tests.care.test_importing import table, take
from tests.world import buttons, open_world, said

pytestmark = pytest.mark.both_databases


@pytest.fixture
async def rowan(database):
    async with open_world(database) as world:
        await world.type("ana", "new Rowan prospect")
        yield world


async def stands(world, name="Rowan"):
    return said(await world.type("ana", f"customer {name}"))


async def test_a_first_purchase_lifts_a_prospect_and_one_click_puts_them_back(rowan):
    told = await rowan.type("ana", "log Rowan bought 12 lamps")
    assert "✅ Rowan: their first purchase, so they are a shopper now." in said(told)
    assert "prospect → shopper today: their first purchase" in await stands(rowan)
    stays = await rowan.press("ana", buttons(told)["No, a prospect as before"])
    assert "Rowan is a prospect, as before" in said(stays)
    card = await stands(rowan)
    assert "Prospect · " in card
    assert "→" not in card
    await rowan.press("ana", buttons(stays)["Undo"])
    assert "Shopper · " in await stands(rowan)


async def test_the_move_is_undone_with_the_line_and_goes_with_its_sign(rowan):
    told = await rowan.type("ana", "log Rowan bought 12 lamps")
    mended = await rowan.press("ana", buttons(told)["It was …"], "-")
    assert "Prospect · " in await stands(rowan)
    again = await rowan.press("ana", buttons(mended)["It was …"], "purchase")
    assert "shopper now" in said(again)
    await rowan.press("ana", buttons(again)["Undo"])
    card = await stands(rowan)
    assert "Prospect · " in card
    assert "→" not in card


async def test_a_second_purchase_on_another_day_makes_a_customer(rowan):
    await rowan.type("ana", "log Rowan bought 12 lamps")
    await rowan.wait(days=3)
    told = await rowan.type("ben", "log Rowan ordered another 5 lamps")
    assert "they came back and bought again, so they are a customer now" in said(told)


async def test_what_is_not_sure_is_asked_and_a_click_says_so(rowan):
    await rowan.type("ana", "edit Rowan rung shopper")
    told = await rowan.type("ana", "log Rowan bought 12 lamps")
    assert "Was that another purchase, after an earlier one?" in said(told)
    assert "Shopper · " in await stands(rowan)
    told = await rowan.press("ana", buttons(told)["Yes, a customer now"])
    assert "Rowan is a customer now" in said(told)
    assert "shopper → customer today: they came back and bought again" in await stands(rowan)


async def test_who_says_so_is_kept_with_the_reason(rowan):
    told = await rowan.type("ana", "rung Rowan raving fan because he sends everybody to us")
    assert "Rowan is a raving fan now" in said(told)
    shown = said(await rowan.type("ben", "rung Rowan"))
    assert "prospect → raving fan today: “he sends everybody to us" in shown
    await rowan.press("ana", buttons(told)["Undo"])
    assert "→" not in said(await rowan.type("ben", "rung Rowan"))
    with pytest.raises(NotUnderstood, match="is no rung of the ladder"):
        await rowan.type("ana", "rung Rowan boss")


async def test_moves_go_along_where_two_customers_become_one(rowan):
    await rowan.type("ana", "log Rowan bought 12 lamps")
    await rowan.type("ana", "new Rowan Trees")
    ask = await rowan.type("ana", "merge Rowan into Rowan Trees")
    await rowan.press("ana", next(iter(buttons(ask).values())))
    shown = said(await rowan.type("ben", "rung Rowan Trees"))
    assert "their first purchase" in shown


async def test_the_ladder_tells_how_many_stand_where_and_each_number_opens_its_list(rowan):
    for name, rung in (("Acme", "prospect"), ("Globex", "member"), ("Initech", "member")):
        await rowan.type("ben", f"new {name} {rung}")
    await rowan.type("ana", "log Rowan bought 12 lamps")
    told = await rowan.type("ben", "log Globex cancelled the contract")
    await rowan.press("ben", buttons(told)["They cancelled"])
    await rowan.type("ben", "lost Initech price")
    shown = await rowan.type("chloe", "ladder")
    assert "The ladder: 4 customers" in said(shown)
    lines = {said(Message(id="", headline=each.line)): each.actions for each in shown.items}
    for told, listed in (
        ("Member · 2 ▇▇▇▇▇▇▇▇▇▇", "Globex"),
        ("Shopper · 1, 1 came this month ▇▇▇▇▇", "Rowan"),
        ("At risk · 1", "Globex"),
        ("Lost · 1", "Initech"),
        ("Moved this month · 1", "prospect → shopper"),
    ):
        (way,) = lines[told]
        assert listed in said(await rowan.press("chloe", way))
    mine = said(await rowan.type("ana", "ladder"))
    assert "Your ladder: 1 customer" in mine
    assert "At risk · 0" in mine


async def test_an_edit_and_an_import_are_moves_too_and_go_with_their_undo(rowan, tmp_path):
    edited = await rowan.type("ana", "edit Rowan rung shopper")
    assert "prospect → shopper today" in said(await rowan.type("ana", "rung Rowan"))
    await rowan.press("ana", buttons(edited)["Undo"])
    assert "→" not in said(await rowan.type("ana", "rung Rowan"))
    await take(rowan, table(tmp_path, "name,rung\nRowan,member\n"))
    assert "prospect → member today" in said(await rowan.type("ana", "rung Rowan"))
