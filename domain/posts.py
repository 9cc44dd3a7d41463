"""One message on a platform: the revision that is wanted, and the one that is shown."""

from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf

from domain.messages import Message


@dataclass(frozen=True, kw_only=True)
class Post:
    """`address` is where it goes, `place` and `message_id` where it stands once it was sent.

    `delivery` is what the platform keeps with the message, to be found by after a crash.
    `attempt` is the fencing token of whoever holds the lease, `failures` how often in a row it
    broke on its way.
    """

    id: int
    workspace_id: int
    installation_id: int
    kind: str
    subject_id: int
    address: str
    parent_id: int | None
    wanted: int
    shown: int
    place: str | None
    message_id: str | None
    delivery: str
    maybe_sent: bool
    attempt: int
    failures: int = 0

    @property
    def is_new(self) -> bool:
        return self.message_id is None


@dataclass(frozen=True, kw_only=True)
class Delivery:
    """A leased post with what it is to say now, and the message under which it is a reply.

    `left` tells how many seconds are left of the lease.
    """

    post: Post
    message: Message
    thread: str | None = None
    left: Callable[[], float] = field(default=lambda: inf, compare=False)
