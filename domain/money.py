"""Sums of money, as people write them."""

import re
from dataclasses import dataclass
from decimal import Decimal

MOST = Decimal(10) ** 12
"""A sum above it is a slip."""

_SUM = re.compile(
    r"(?P<before>[^\d\s.,'’-]*)\s*(?P<figures>\d[\d\s.,'’]*?)\s*(?P<k>k)?\s*(?P<after>[^\d\s.,'’-]*)",
    re.IGNORECASE,
)
_CENTS = re.compile(r"^(.*?)[.,](\d{1,2})$")
_GROUPS = re.compile(r"\d+|\d{1,3}([\s.,'’]\d{3})+")
_INDIAN = re.compile(r"\d{1,2}(,\d{2})+,\d{3}")


@dataclass(frozen=True, kw_only=True)
class Money:
    """`currency` as it was written; empty where only figures were."""

    amount: Decimal
    currency: str = ""


def read(text: str) -> Money | None:
    """`12,000`, `12.000,50 €`, `USD 12k`; None for no sum."""
    found = _SUM.fullmatch(text.strip())
    if found is None or (found["before"] and found["after"]):
        return None
    cents = _CENTS.match(found["figures"])
    whole, rest = cents.groups() if cents else (found["figures"], "0")
    if not (_GROUPS.fullmatch(whole) or _INDIAN.fullmatch(whole)):
        return None
    amount = Decimal(f"{''.join(filter(str.isdecimal, whole))}.{rest}")
    amount *= 1000 if found["k"] else 1
    if amount > MOST:
        return None
    return Money(amount=amount, currency=found["before"] or found["after"])


def figures(amount: Decimal) -> str:
    """As it may be typed: no more cents than there are."""
    return f"{amount:.0f}" if amount == amount.to_integral_value() else f"{amount:.2f}"


def spoken(amount: Decimal) -> str:
    """As it is read: `12,000`."""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
