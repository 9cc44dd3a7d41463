"""One message on a platform: the revision that is wanted, and the one that is shown."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import inf
from typing import NamedTuple

from domain.messages import Message

EPOCH = datetime.fromtimestamp(0, UTC)
NOTHING_TO_SAY = "nothing to say"
OUTSIDERS = "outsiders"
DAY_IS_OVER = "its day is over"
NO_REFUSAL = ("", NOTHING_TO_SAY, OUTSIDERS, DAY_IS_OVER)
"""Why a post was given up, where no platform has refused it."""


@dataclass(frozen=True, kw_only=True)
class Post:
    """`address` is where it goes, `place` and `message_id` where it stands once it was sent.

    `delivery` is what the platform keeps with the message, to be found by after a crash.
    `attempt` is the fencing token of whoever holds the lease, `failed` why it was given up,
    `failures` how often in a row it broke on its way. It was not sent before `created_at`.
    """

    id: int
    workspace_id: int
    installation_id: int
    kind: str
    subject_id: int
    customer_id: int | None
    address: str
    parent_id: int | None
    wanted: int
    shown: int
    place: str | None
    message_id: str | None
    delivery: str
    maybe_sent: bool
    attempt: int
    failed: str = ""
    failures: int = 0
    created_at: datetime = EPOCH

    @property
    def is_new(self) -> bool:
        return self.message_id is None

    @property
    def is_fresh(self) -> bool:
        """Nobody can have seen it."""
        return self.is_new and not self.maybe_sent

    @property
    def is_refused(self) -> bool:
        """It never got there, and the platform has said that it never will."""
        return self.is_new and self.failed not in NO_REFUSAL

    @property
    def is_live(self) -> bool:
        """It stands somewhere, or is on its way."""
        return not self.is_new or not self.failed


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """A leased post with what it is to say now, and the message under which it is a reply.

    `left` tells how many seconds are left of the lease.
    """

    post: Post
    message: Message
    thread: str | None = None
    left: Callable[[], float] = field(default=lambda: inf, compare=False)


class Shown(NamedTuple):
    """A post as it was sent or edited, and where it stands."""

    post: Post
    place: str
    message_id: str
