"""How many of the customers were reached in time, and of how many contacts they had to begin."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from domain.touches import Touch


@dataclass(frozen=True, kw_only=True)
class Covered:
    """Of so many customers whom a care interval counts for, how many were reached within it, and
    how many never were.
    """

    counted: int
    within: int
    never: int

    @property
    def waiting(self) -> int:
        return self.counted - self.within

    @property
    def percent(self) -> int:
        """A hundred only where nobody waits."""
        share = round(100 * self.within / self.counted) if self.counted else 100
        return min(share, 99) if self.waiting else share


@dataclass(frozen=True, kw_only=True)
class Begun:
    """Of so many contacts, how many the customer had to begin."""

    theirs: int
    every: int

    @property
    def percent(self) -> int:
        return round(100 * self.theirs / self.every) if self.every else 0


def begun(touches: Iterable[Touch], since: datetime) -> Begun:
    contacts = [touch for touch in touches if touch.is_contact and touch.at >= since]
    return Begun(theirs=sum(touch.is_theirs for touch in contacts), every=len(contacts))
