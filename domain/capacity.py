"""Whether somebody can care for all their customers with what a day holds, and what would help."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from domain.coverage import CareNumbers
from domain.customers import Rung

WORKING = 5 / 7
"""Of the days of the calendar."""

LONGEST = 120
"""Days: stretched further, it would be no care."""

ROUND = 5


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """The interval at which one rung would fit."""

    rung: Rung
    days: int


@dataclass(frozen=True, kw_only=True)
class Overload:
    """So many customers `need` so many words a day of somebody who `has` fewer."""

    customers: int
    need: int
    has: int
    hand_over: int
    stretch: Stretch | None = None


def overload(counted: Mapping[Rung, int], has: int, care: CareNumbers) -> Overload | None:
    """None where a day holds what they need."""
    needs = {
        rung: number / (interval.days * WORKING)
        for rung, number in counted.items()
        if number and (interval := care.interval(rung))
    }
    need, customers = sum(needs.values()), sum(counted[rung] for rung in needs)
    if need <= has:
        return None
    return Overload(
        customers=customers,
        need=ceil(need),
        has=has,
        hand_over=ceil(customers * (1 - has / need)),
        stretch=_stretch(counted, needs, has),
    )


def _stretch(counted: Mapping[Rung, int], needs: Mapping[Rung, float], has: int) -> Stretch | None:
    """Of the rung that needs most, if that alone helps."""
    rung = max(needs, key=lambda each: needs[each])
    left = has - sum(needs.values()) + needs[rung]
    if left <= 0:
        return None
    days = ceil(counted[rung] / (left * WORKING) / ROUND) * ROUND
    return Stretch(rung=rung, days=days) if days <= LONGEST else None
