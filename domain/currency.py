"""The one currency that a workspace counts in."""

from decimal import Decimal
from typing import ClassVar

from pydantic import Field, field_validator

from domain.errors import NotUnderstood
from domain.money import Money
from domain.settings import Chosen, Numbers

LETTERS = 3
SIGNS = {
    "€": ("EUR",),
    "£": ("GBP",),
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"),
    "¥": ("JPY", "CNY"),
    "₹": ("INR",),
    "zł": ("PLN",),
    "kč": ("CZK",),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "euro": ("EUR",),
    "euros": ("EUR",),
    "dollars": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD"),
    "pounds": ("GBP",),
}
"""What may stand for which currencies, besides their codes."""


class MoneyNumbers(Numbers):
    """How this workspace counts."""

    group: ClassVar[str] = "money"

    currency: str = Field(
        default="EUR",
        title="the currency that customers' worth is counted in, by its three letters",
        description="sums are compared with one another, so there is one for all of them",
    )

    @field_validator("currency")
    @classmethod
    def _is_code(cls, typed: str) -> str:
        if len(typed) != LETTERS or not (typed.isascii() and typed.isalpha()):
            raise ValueError("write three letters, like EUR, GBP or USD")
        return typed.upper()


def code(named: str, own: str) -> str:
    """Of a currency as it was written; the workspace's own where none was, or where it may be."""
    if not named:
        return own
    key = named.casefold()
    every = SIGNS.get(key, ("USD" if key == "us$" else named.upper(),))
    return own if own in every else every[0]


def settled(money: Money, chosen: Chosen) -> Decimal:
    """The sum, in the workspace's currency; raises NotUnderstood where it is in another."""
    own, named = chosen.of(MoneyNumbers).currency, money.currency.casefold()
    if named and named != own.casefold() and own not in SIGNS.get(named, ()):
        raise NotUnderstood(
            f"Worth is counted in {own} here, not in {money.currency}: write it in {own}, so that"
            " all of them can be compared."
        )
    return money.amount


def a_year(chosen: Chosen) -> str:
    return f"{chosen.of(MoneyNumbers).currency} a year"
