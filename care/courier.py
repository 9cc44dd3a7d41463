"""What Heed asks of a platform to get its messages across: one courier an installation."""

from dataclasses import dataclass
from math import isnan
from typing import Protocol

from care.heed import SystemCaller
from domain.posts import Delivery


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """Where a message stands now."""

    place: str
    message_id: str


class Refused(Exception):
    """Certainly not sent, and it never will be: the platform's own word why.

    `is_place_lost` when nothing at all can be sent there any more.
    """

    def __init__(self, why: str, *, is_place_lost: bool = False) -> None:
        super().__init__(why)
        self.why = why
        self.is_place_lost = is_place_lost


class NotNow(Exception):
    """Certainly not sent; to be tried again after so many seconds. `why` where somebody has to
    mend something first.
    """

    def __init__(self, after: float, why: str = "") -> None:
        super().__init__(f"again after {after:.0f} s")
        self.after = after
        self.why = why


class Unsure(Exception):
    """The answer was lost, or is none of the platform's: it may have been sent, and has to be
    looked for.
    """


class Dismissed(Exception):
    """The platform says that it no longer lets this installation in at all: once is no proof."""


class Courier(Protocol):
    """`pace` is how many seconds lie between two new messages in one place."""

    tenancy: SystemCaller
    pace: float

    async def send(self, delivery: Delivery) -> Arrival:
        """Raises Refused, NotNow, Unsure, Dismissed."""
        ...

    async def edit(self, delivery: Delivery) -> None:
        """The same; an edit may be repeated without harm."""
        ...

    async def find(self, delivery: Delivery) -> Arrival | None:
        """Whether the message arrived the time before; None when it certainly did not."""
        ...

    async def is_let_in(self) -> bool:
        """What the platform itself says of our token. Raises Refused, NotNow, Unsure where it
        does not say.
        """
        ...


LONGEST_PAUSE = 3600.0
"""Seconds: no platform asks for more."""


def seconds(told: str | None, otherwise: float) -> float:
    """For how long a platform asks us to wait; `otherwise` where it does not say so in seconds."""
    try:
        asked = float(told or "")
    except ValueError:
        return otherwise
    return otherwise if isnan(asked) else min(max(asked, 0.0), LONGEST_PAUSE)


def need_time(delivery: Delivery) -> None:
    """Raises NotNow where the lease is over: somebody else may have the message in hand."""
    if delivery.left() <= 0:
        raise NotNow(0.0)
