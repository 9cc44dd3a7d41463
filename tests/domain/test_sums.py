"""Sums of money within a line, and how often they are paid."""

from decimal import Decimal

import pytest

from domain.sums import find


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("bought 12 lamps for 900 €", [("12", "", ""), ("900", "€", "")]),
        ("signed for £12k a year", [("12000", "£", "year")]),
        ("renewed at 400/month", [("400", "", "month")]),
        ("paid 1.200,50 € today", [("1200.50", "€", "")]),
        ("it is $1,200.", [("1200", "$", "")]),
        ("US$ 1,200", [("1200", "US$", "")]),
        ("900 EUR monthly", [("900", "EUR", "month")]),
        ("12k", [("12000", "", "")]),
        ("12.5k CHF p.a.", [("12500", "CHF", "year")]),
        ("EUR 1 250 000", [("1250000", "EUR", "")]),
        ("£1.2m deal", [("1200000", "£", "")]),
        ("$500 CAD", [("500", "CAD", "")]),
        ("1'250'000 CHF", [("1250000", "CHF", "")]),
        ("₹2,50,000 per quarter", [("250000", "₹", "quarter")]),
        ("900,- € per annum", [("900", "€", "year")]),
        ("400 euros every month", [("400", "euros", "month")]),
        ("250 pounds a week", [("250", "pounds", "week")]),
        ("1,200 pcm", [("1200", "", "month")]),
        ("900 € a week ago", [("900", "€", "")]),
        ("at 4 p.m.", [("4", "", "")]),
        ("€90/m", [("90", "€", "month")]),
        ("20% off", []),
        ("a B2B deal, mp3, 3rd", []),
    ],
)
def test_a_sum_is_found_in_whatever_style_it_is_written(words, found):
    wanted = [(Decimal(amount), currency, per) for amount, currency, per in found]
    assert [(each.amount, each.currency, each.per) for each in find(words)] == wanted


def test_worth_a_year_is_known_only_where_it_is_said_how_often_it_is_paid():
    assert [each.a_year for each in find("400/month, £9 a week, 900 €")] == [4800, 468, None]
    assert [each.is_sure for each in find("12 lamps, 900 €, 400 a month")] == [False, True, True]
