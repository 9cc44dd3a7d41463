"""How many new reminders a day somebody gets, and why one comes before another."""

import pytest

from domain.commands import ManagersOnly
from domain.errors import NotUnderstood, Over
from tests.world import buttons, said


async def test_a_manager_sets_anybodys_budget_and_everybody_their_own(world):
    told = await world.type("chloe", "team @ana budget 4")
    assert "Ana Reyes gets up to 4 new reminders a day" in said(told)
    assert "Ana Reyes · 0 customers" in said(await world.type("chloe", "team"))
    assert "up to 4 a day" in said(await world.type("ana", "team"))
    with pytest.raises(Over):
        await world.type("ana", "team budget 4")
    await world.type("ana", "team budget 6")
    assert "up to 6 a day" in said(await world.type("ana", "team"))
    await world.type("ana", "undo")
    assert "up to 4 a day" in said(await world.type("ana", "team"))
    await world.type("ana", "team budget default")
    assert "up to 5 a day" in said(await world.type("ana", "team"))
    with pytest.raises(ManagersOnly):
        await world.type("ben", "team @ana budget 3")
    for wrong in ("9", "1", "many", ""):
        with pytest.raises(NotUnderstood):
            await world.type("ana", f"team budget {wrong}")


async def test_what_waits_stands_in_the_order_of_its_rank_which_says_why(world):
    await world.type("ana", "new Acme suspect")
    await world.type("ben", "log Acme asked about prices")
    await world.type("ana", "new Globex customer")
    await world.type("ana", "complaint Globex it broke")
    due = await world.type("ana", "due")
    told = said(await world.press("ana", buttons(due)["Why this first?"]))
    first, second = told.splitlines()[1:3]
    assert "Globex" in first
    assert "24.0: 20 (a complaint) × 1 (in time) × 1.2 (customer) × 1 (" in first
    assert "Acme" in second
