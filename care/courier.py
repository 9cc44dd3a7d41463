"""What Heed asks of a platform to get its messages across: one courier an installation."""

from dataclasses import dataclass
from typing import Protocol

from care.heed import Clockwork
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
    """Certainly not sent; to be tried again after so many seconds."""

    def __init__(self, after: float) -> None:
        super().__init__(f"again after {after} s")
        self.after = after


class Unsure(Exception):
    """The answer was lost: it may have been sent, and has to be looked for."""


class Dismissed(Exception):
    """The platform no longer lets this installation in at all."""


class Courier(Protocol):
    """`pace` is how many seconds lie between two new messages in one place."""

    home: Clockwork
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
