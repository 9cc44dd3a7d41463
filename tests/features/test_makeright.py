"""Make it right: what a rep may give for a complaint, and what a manager is asked for."""

import asyncio
from decimal import Decimal

import pytest

from care import settings
from domain.errors import NotUnderstood, Over
from domain.settings import DEFAULTS
from features.complaints.rules import KIND
from features.makeright import rows, rules
from tests.world import at, buttons, open_world, said


@pytest.mark.parametrize(
    ("typed", "amount", "what"),
    [
        ('30 "free delivery"', "30", "free delivery"),
        ("30 free delivery", "30", "free delivery"),
        ("30 € free delivery", "30", "free delivery"),
        ("€30 free delivery", "30", "free delivery"),
        ("EUR 12.50 a voucher", "12.50", "a voucher"),
        ("1,200 EUR the whole order", "1200", "the whole order"),
        ("30 off the next order", "30", "off the next order"),
    ],
)
def test_how_much_and_what_for_is_read(typed, amount, what):
    assert rules.read(typed, DEFAULTS) == (Decimal(amount), what)


@pytest.mark.parametrize("typed", ["", "free delivery", "0 nothing", "30", "30 USD a voucher"])
def test_without_a_sum_its_reason_or_in_another_currency_it_is_refused(typed):
    with pytest.raises(NotUnderstood):
        rules.read(typed, DEFAULTS)


async def limit(world, complaint, month):
    await world.do("chloe", settings.put, "makeright.complaint_limit", str(complaint))
    await world.do("chloe", settings.put, "makeright.month_limit", str(month))


@pytest.fixture
async def broken(world):
    await limit(world, 50, 80)
    for name in ("Acme", "Globex"):
        await world.type("ana", f"new {name} customer")
        await world.type("ana", f"complaint {name} the pump arrived broken")
    return world


def head(world, place=0):
    return said(world.posts(kind=KIND)[place][1])


def asked(world, who="chloe"):
    return world.posts(f"U-{who}", kind="makeright asked")


async def test_within_the_limits_it_is_noted_at_once(broken):
    told = await broken.type("ana", 'makeright Acme 30 "free delivery"')
    assert "🎁 Noted for Acme: 30 EUR: “free delivery”" in said(told)
    assert "🎁 30 EUR: “free delivery”, by Ana Reyes" in head(broken)
    await broken.press("ana", buttons(told)["Undo"])
    assert "🎁" not in head(broken)
    await broken.type("ana", "new Initech customer")
    with pytest.raises(Over, match="no open complaint"):
        await broken.type("ana", "makeright Initech 5 a coffee")


async def test_of_several_complaints_it_says_which_one_it_is_for(broken):
    await broken.type("ana", "complaint Acme the hose leaks")
    told = said(await broken.type("ana", "makeright Acme 30 free delivery"))
    assert "For their newest complaint: “the hose leaks”" in told


async def test_above_a_complaints_limit_a_manager_is_asked_and_agrees(broken):
    await broken.type("ana", "makeright Acme 30 free delivery")
    told = await broken.type("ana", "makeright Acme 21 a voucher")
    assert "A manager is asked for Acme: 21 EUR: “a voucher”, by Mon 16 Nov, " in said(told)
    ((_, question),) = asked(broken)
    assert "🎁 Ana Reyes asks to make it right for Acme" in said(question)
    assert list(buttons(question)) == ["Agree", "Refuse"]
    with pytest.raises(Over, match="for a manager"):
        await broken.press("ben", buttons(question)["Agree"])
    await broken.press("chloe", buttons(question)["Agree"])
    assert "🎁 21 EUR: “a voucher”, by Ana Reyes · agreed by Chloe Martin" in head(broken)
    assert not buttons(asked(broken)[0][1])
    ((_, answer),) = broken.posts("U-ana", kind="makeright answered")
    assert "✅ Chloe Martin agrees: Acme, 21 EUR: “a voucher”" in said(answer)
    with pytest.raises(Over, match="has decided that already"):
        await broken.press("chloe", buttons(question)["Refuse"])


async def test_above_a_reps_month_too_and_the_next_month_is_another(broken):
    await broken.type("ana", "makeright Acme 50 a voucher")
    assert "is asked" in said(await broken.type("ana", "makeright Globex 31 a voucher"))
    assert "Noted" in said(await broken.type("ben", "makeright Globex 31 a voucher"))
    await broken.turn(at("2026-12-01 09:00"))
    await broken.type("ana", "complaint Acme and the second one as well")
    assert "Noted" in said(await broken.type("ana", "makeright Acme 50 a voucher"))


async def test_without_a_limit_each_asks_and_a_refusal_is_told(world):
    await world.type("ana", "new Acme customer")
    await world.type("ana", "complaint Acme it broke")
    await world.type("ana", "makeright Acme 1 a coffee")
    await world.press("chloe", buttons(asked(world)[0][1])["Refuse"])
    assert "refused by Chloe Martin" in head(world)
    assert "❌ Chloe Martin refuses: Acme" in said(world.posts("U-ana")[-1][1])


async def test_when_nobody_decides_in_time_whoever_waits_hears_of_it(broken):
    await broken.type("ana", "makeright Acme 60 a voucher")
    await broken.turn(at("2026-11-16 17:00"))
    ((_, told),) = broken.posts("U-ana", kind="makeright answered")
    assert "⏰ Nobody has decided yet: Acme, 60 EUR: “a voucher”" in said(told)
    assert said(told).count("60 EUR") == 1
    assert "Asked: Chloe Martin. A word to them may help." in said(told)
    await broken.press("chloe", buttons(asked(broken)[0][1])["Agree"])
    assert "✅ Chloe Martin agrees" in said(broken.posts("U-ana", kind="makeright answered")[0][1])


@pytest.mark.both_databases
async def test_many_at_the_same_moment_never_exceed_the_limit(database):
    async with open_world(database) as world:
        await limit(world, 1000, 50)
        for name in ("Acme", "Globex", "Initech", "Umbrella"):
            await world.type("ana", f"new {name} customer")
            await world.type("ana", f"complaint {name} it broke")
        lines = [
            f"makeright {name} 20 a voucher"
            for name in ("Acme", "Globex", "Initech", "Umbrella")
            for _ in range(3)
        ]
        await asyncio.gather(*(world.type_quietly("ana", each) for each in lines))

        def gifts(work, now):
            del now
            return [gift for id_ in range(1, 5) for gift in rows.of_complaint(work, id_)]

        every = await world.ask(gifts)
        assert len(every) == len(lines)
        assert rules.given(every) == 40
