"""What a line says for sure of a purchase is kept, told on the receipt, and taken back at once."""

from decimal import Decimal

import pytest

from care import settings
from features.purchases.rules import read
from tests.world import buttons, said


@pytest.mark.parametrize(
    ("words", "what", "amount", "currency", "a_year"),
    [
        ("bought 12 lamps for 900 €", "lamps", 900, "EUR", None),
        ("ordered 5 desk lamps 900 €", "desk lamps", 900, "EUR", None),
        ("signed for £12k a year", "", 12000, "GBP", 12000),
        ("renewed at 400/month", "", 400, "EUR", 4800),
        (
            "renewed the maintenance for 4.800,50 € a year",
            "maintenance",
            "4800.50",
            "EUR",
            "4800.50",
        ),
        ("ordered 5 chairs, $1,200", "chairs", 1200, "USD", None),
        ("ordered a 900 EUR subscription", "", 900, "EUR", None),
        ("upgraded to the big plan, 900 EUR monthly", "big plan", 900, "EUR", 10800),
        ("bought lamps for 900 € a month ago", "lamps", 900, "EUR", None),
        ("bought 3 pumps", "pumps", None, "", None),
    ],
)
def test_a_line_tells_what_was_bought_for_how_much(words, what, amount, currency, a_year):
    told = read(words, "EUR")
    assert (told.what, told.currency) == (what, currency)
    assert told.amount == (None if amount is None else Decimal(amount))
    assert told.a_year == (None if a_year is None else Decimal(a_year))


@pytest.mark.parametrize(
    "words",
    [
        "bought 3 pumps and saved 300 €",
        "bought lamps at 75 € each",
        "bought lamps for 12 rooms",
        "bought lamps for 900 €, and 2 more for 50 €",
        "ordered lamps, would pay 400 € a month",
        "bought lamps at 4 p.m.",
        "bought lamps, 20 € off",
        "bought lamps for 900?",
    ],
)
def test_what_is_not_sure_is_no_sum(words):
    assert read(words, "EUR").amount is None


async def test_the_receipt_says_it_and_one_click_takes_it_back(world):
    await world.type("ana", "new Acme prospect")
    await world.type("ana", "edit Acme worth 9000")
    told = await world.type("ana", "log Acme renewed the maintenance at 1.000,50 €/month")
    assert (
        "maintenance for 1,000.50 EUR a month; worth 12,006 EUR a year now, not 9,000 as before"
        in said(told)
    )
    card = said(await world.type("ana", "customer Acme"))
    assert "bought maintenance" in card
    assert "worth 12,006 EUR a year" in card
    assert "💶 maintenance for 1,000.50 EUR a month today" in card
    back = await world.press("ana", buttons(told)["No, not so"])
    card = said(await world.type("ana", "customer Acme"))
    assert "worth 9,000 EUR a year" in card
    assert "maintenance at 1.000,50" in card
    assert "bought maintenance" not in card
    await world.press("ana", buttons(back)["Undo"])
    assert "worth 12,006 EUR a year" in said(await world.type("ana", "customer Acme"))


async def test_undo_of_the_line_and_its_correction_take_it_along(world):
    await world.type("ana", "new Acme prospect")
    told = await world.type("ana", "log Acme bought lamps for 400 € a month")
    assert "worth 4,800 EUR" in said(await world.type("ana", "customer Acme"))
    await world.press("ana", buttons(told)["It was …"], "-")
    assert "worth" not in said(await world.type("ana", "customer Acme"))
    await world.press("ana", buttons(told)["It was …"], "purchase")
    assert "worth 4,800 EUR" in said(await world.type("ana", "customer Acme"))
    await world.press("ana", buttons(told)["Undo"])
    card = said(await world.type("ana", "customer Acme"))
    assert "worth" not in card
    assert "lamps" not in card


async def test_a_yearly_sum_in_other_money_is_kept_and_is_not_their_worth(world):
    await world.type("ana", "new Acme prospect")
    told = said(await world.type("ana", "log Acme signed for £12k a year"))
    assert "A purchase for 12,000 GBP a year; their worth is counted in EUR and stays" in told
    assert "worth" not in said(await world.type("ana", "customer Acme"))


@pytest.mark.parametrize(("paid", "is_asked"), [("499 €", False), ("900 €", True), ("900 $", True)])
async def test_what_was_paid_decides_about_first_days_where_worth_is_not_known(
    world, paid, is_asked
):
    await world.do("chloe", settings.put, "least_worth", "500")
    await world.type("ana", "new Acme prospect")
    await world.type("ana", f"log Acme bought lamps for {paid}")
    assert ("🌱 First 100 days" in said(await world.type("ana", "customer Acme"))) is is_asked
