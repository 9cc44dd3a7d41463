"""What is sent to the bot, what comes back, and the two ways there."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, Literal, Protocol

Kind = Literal["events_api", "slash_commands", "interactive"]
Reason = Literal["timeout", "connection_failed", "http_error"]


@dataclass(frozen=True, kw_only=True)
class Envelope:
    kind: Kind
    payload: dict[str, Any]

    @property
    def what(self) -> str:
        """A name for it in complaints: the event's type, the command, the kind of interaction."""
        if self.kind == "events_api":
            return str(self.payload["event"]["type"])
        return str(self.payload["command" if self.kind == "slash_commands" else "type"])


@dataclass(frozen=True, kw_only=True)
class Retry:
    number: int
    reason: Reason


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The bot's acknowledgement; `body` is what it said in it, if anything."""

    body: str | dict[str, Any] | None = None


class Unanswered(Exception):
    """The bot has not acknowledged. `is_final` when it asked not to be tried again."""

    def __init__(
        self, reason: Reason, *, status: int | None = None, is_final: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status
        self.is_final = is_final

    @property
    def code(self) -> str:
        """What Slack tells the person who typed the command."""
        if self.reason == "timeout":
            return "operation_timeout"
        if self.reason == "connection_failed" or self.status is None:
            return "dispatch_failed"
        is_theirs = self.status >= HTTPStatus.INTERNAL_SERVER_ERROR
        return "http_service_error" if is_theirs else "http_client_error"


class Line(Protocol):
    """A way to the bot. Raises Unanswered."""

    async def send(self, envelope: Envelope, retry: Retry | None) -> Answer: ...

    async def close(self) -> None: ...
