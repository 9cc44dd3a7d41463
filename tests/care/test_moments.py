"""Moments of Truth: for a customer, and for the company itself."""

from datetime import date

import pytest

from domain.customers import Rung
from features.moments.rules import MomentNumbers
from tests.world import at, buttons, open_world, said

pytestmark = pytest.mark.both_databases


@pytest.fixture
async def acme(database):
    async with open_world(database) as world:
        await world.type("ana", "new Acme shopper")
        yield world


def answers(message):
    return [action for item in message.items for action in item.actions]


async def test_a_customers_questions_are_ticked_one_by_one_and_undone(acme):
    asked = await acme.type("ana", "moments Acme")
    first, second = MomentNumbers().of(Rung.SHOPPER)
    assert "Acme, shopper: 0 of 2 moments" in said(asked)
    told = await acme.press("ana", answers(asked)[0])
    assert f"✅ {first}" in said(told)
    assert f"⬜ {second}" in said(await acme.type("ben", "customer Acme"))
    told = await acme.press("ana", answers(told)[1])
    assert "2 of 2" in said(told)
    told = await acme.press("ana", answers(told)[0])
    assert "1 of 2" in said(told)
    await acme.type("ana", "undo")
    assert "2 of 2" in said(await acme.type("ana", "moments Acme"))


async def test_a_gap_has_an_owner_who_is_reminded_on_its_day_and_plugs_it(acme):
    assert "Suspect: not looked at yet" in said(await acme.type("ana", "moments"))
    shown = await acme.type("chloe", "moments")
    form = await acme.press("chloe", answers(shown)[0])
    filled = {"system": "a website", "gap": "no prices on it", "owner": "U-ana"}
    await acme.fill("chloe", form, **filled, due=date(2026, 11, 20).isoformat())
    audit = said(await acme.type("chloe", "moments"))
    assert "one gap to plug" in audit
    assert "Suspect: “a website” · gap: “no prices on it” · Ana Reyes on Friday" in audit
    await acme.turn(at("2026-11-20 09:00"))
    assert not acme.posts("U-ana", kind="moment gap")
    await acme.turn(at("2026-11-20 09:20"))
    ((_, post),) = acme.posts("U-ana", kind="moment gap")
    told = await acme.press("ana", buttons(post)["It is plugged"])
    assert "no gap is named" in said(await acme.type("chloe", "moments"))
    await acme.press("ana", buttons(told)["Undo"])
    assert "one gap to plug" in said(await acme.type("chloe", "moments"))
