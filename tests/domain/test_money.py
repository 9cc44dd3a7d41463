"""Sums of money as people write them."""

from decimal import Decimal

import pytest

from domain.money import Money, read


@pytest.mark.parametrize(
    ("typed", "amount", "currency"),
    [
        ("12000", "12000", ""),
        ("12,000", "12000", ""),
        ("12.000 €", "12000", "€"),
        ("12.000,50 €", "12000.50", "€"),
        ("£12,000.5", "12000.5", "£"),
        ("EUR 12k", "12000", "EUR"),
        ("1'250'000 CHF", "1250000", "CHF"),
        ("12 000 euros", "12000", "euros"),
        ("2,50,000", "250000", ""),
        ("0", "0", ""),
    ],
)
def test_a_sum_is_read_as_it_is_written_anywhere(typed, amount, currency):
    assert read(typed) == Money(amount=Decimal(amount), currency=currency)


@pytest.mark.parametrize(
    "typed", ["", "a lot", "12,00,0", "-5", "12 3", "$12 EUR", "9999999999999", "12000 a month"]
)
def test_what_is_no_sum_for_sure_is_none(typed):
    assert read(typed) is None
