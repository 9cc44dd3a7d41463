"""Where somebody is talked to, on platforms that have to be told."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Only a channel has threads; only a person's own conversation is private."""

    PERSONAL = "personal"
    GROUP = "groupChat"
    CHANNEL = "channel"


@dataclass(frozen=True, kw_only=True)
class Reference:
    """`address` is a channel's or a person's id, `conversation` where messages to it go.

    `roster` names the conversations that are lost together: a team's channels.
    """

    address: str
    conversation: str
    kind: Kind
    service_url: str
    roster: str = ""
