"""How the playground says no."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any


class Refused(Exception):
    """The API refuses a call, with Slack's own error code.

    `more` goes into the answer beside it: `needed`, `provided`, `response_metadata` …
    """

    def __init__(self, error: str, **more: Any) -> None:
        super().__init__(error)
        self.error = error
        self.more = more


class RateLimited(Exception):
    """HTTP 429, to be tried again after so many seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"retry after {seconds} s")
        self.seconds = seconds


class Impossible(Exception):
    """A person tries what Slack's app would not let them do."""

    def __init__(self, words: str, *, status: HTTPStatus = HTTPStatus.BAD_REQUEST) -> None:
        super().__init__(words)
        self.words = words
        self.status = status

    @property
    def told(self) -> dict[str, Any]:
        return {"error": self.words}


class Incomplete(Impossible):
    """A form that Slack's app does not send off, since fields are missing or wrong."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("the form is not complete", status=HTTPStatus.UNPROCESSABLE_ENTITY)
        self.errors = errors

    @property
    def told(self) -> dict[str, Any]:
        return {"error": self.words, "errors": self.errors}


def unknown(words: str) -> Impossible:
    return Impossible(words, status=HTTPStatus.NOT_FOUND)


def invalid_arguments(messages: Iterable[str]) -> Refused:
    told = [f"[ERROR] {message}" for message in messages]
    return Refused("invalid_arguments", response_metadata={"messages": told})
