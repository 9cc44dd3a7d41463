"""What can happen in the workspace: facts, in the order in which they came about.

The bot's events, the people's screens and what a test waits for are all made from these.
"""

from dataclasses import dataclass
from typing import Any, Literal

from playground.channels import Channel
from playground.messages import Message
from playground.people import Person
from playground.views import View


@dataclass(frozen=True, kw_only=True)
class Posted:
    message: Message


@dataclass(frozen=True, kw_only=True)
class Edited:
    before: Message
    after: Message


@dataclass(frozen=True, kw_only=True)
class Deleted:
    """`left` is the tombstone which stays in the place of a message with replies."""

    message: Message
    left: Message | None = None


@dataclass(frozen=True, kw_only=True)
class Reacted:
    message: Message
    name: str
    person: str
    at: str
    is_added: bool


@dataclass(frozen=True, kw_only=True)
class Joined:
    channel: Channel
    person: str
    inviter: str | None = None


@dataclass(frozen=True, kw_only=True)
class Left:
    channel: Channel
    person: str
    actor: str


@dataclass(frozen=True, kw_only=True)
class ChannelChanged:
    channel: Channel
    change: Literal["rename", "archive", "unarchive", "shared", "unshared"]
    actor: str


@dataclass(frozen=True, kw_only=True)
class PersonChanged:
    person: Person
    is_new: bool = False


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A person looks at the bot's Home or messages tab."""

    person: str
    channel: str
    tab: Literal["home", "messages"]
    view: View | None = None


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A form or Home has been put before a person, or put anew."""

    view: View


@dataclass(frozen=True, kw_only=True)
class Closed:
    view: View


@dataclass(frozen=True, kw_only=True)
class Toasted:
    """Slack itself tells one person something, in passing."""

    person: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Revoked:
    """The bot's token is no longer good; `is_uninstalled` when the whole app went with it."""

    is_uninstalled: bool


@dataclass(frozen=True, kw_only=True)
class Turned:
    now: str
    turn: int


@dataclass(frozen=True, kw_only=True)
class Complained:
    complaint: dict[str, Any]


Happening = (
    Posted
    | Edited
    | Deleted
    | Reacted
    | Joined
    | Left
    | ChannelChanged
    | PersonChanged
    | Opened
    | Shown
    | Closed
    | Toasted
    | Revoked
    | Turned
    | Complained
)
