"""Wishes: thanked for by name, and told of once they have come."""

from tests.world import buttons, said


async def wish(world, name, words):
    """Logged, and confirmed to be one."""
    receipt = await world.type("ana", f"log {name} {words}")
    return await world.press("ana", buttons(receipt)["It was …"], "wish")


async def test_a_wish_is_thanked_for_by_name_and_told_of_once_it_came(world):
    await world.type("ana", "new Acme customer Maria Lopez")
    for name in ("Globex", "Initech"):
        await world.type("ana", f"new {name} customer")
    told = await wish(world, "Acme", "Maria would like an export of invoices to a spreadsheet")
    assert "💡 A wish: thank Maria Lopez by name for telling us. Ana Reyes has it." in said(told)
    await world.press("ana", buttons(told)["Thanked"])
    await wish(world, "Globex", "they wish for a spreadsheet export")
    await wish(world, "Initech", "they wish for darker colours")
    overview = await world.type("ben", "wishes")
    assert "💡 3 wishes of customers" in said(overview)
    form = await world.press("ben", next(it for it in overview.items).actions[0])
    await world.fill("ben", form, words="invoices go to a spreadsheet")
    _, mine = world.posts("U-ana", kind="tick_share")[0]
    assert "You said, we did: invoices go to a spreadsheet" in said(mine)
    assert "Acme · “Maria would like an export" in said(mine)
    assert "Globex · “they wish for a spreadsheet export”" in said(mine)
    assert "Initech" not in said(mine)
    assert "💡 1 wish of customers" in said(await world.type("ben", "wishes"))
    await world.type("ben", "undo")
    assert "💡 3 wishes of customers" in said(await world.type("ben", "wishes"))
