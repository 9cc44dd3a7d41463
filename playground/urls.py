"""`response_url`s: how a bot may answer a command or an interaction later."""

from dataclasses import dataclass
from time import monotonic
from uuid import uuid4

from playground.refusals import Refused


@dataclass(kw_only=True)
class ResponseUrl:
    """`message` is the one in which something was pressed; a command has none."""

    person: str
    channel: str
    message: str | None
    is_ephemeral: bool
    expires: float
    uses_left: int


class ResponseUrls:
    """Good for a few uses and half an hour, by real time."""

    def __init__(self, *, lives: float, uses: int) -> None:
        self._lives = lives
        self._uses = uses
        self._issued: dict[str, ResponseUrl] = {}

    def issue(
        self, person: str, channel: str, message: str | None = None, *, is_ephemeral: bool = False
    ) -> str:
        """The end of the URL's path."""
        name = uuid4().hex
        self._issued[name] = ResponseUrl(
            person=person,
            channel=channel,
            message=message,
            is_ephemeral=is_ephemeral,
            expires=monotonic() + self._lives,
            uses_left=self._uses,
        )
        return name

    def look_up(self, name: str) -> ResponseUrl:
        return self._issued[name]

    def use(self, name: str) -> ResponseUrl:
        url = self._issued.get(name)
        if url is None:
            raise Refused("invalid_url")
        if monotonic() > url.expires:
            raise Refused("expired_url")
        if not url.uses_left:
            raise Refused("used_url")
        url.uses_left -= 1
        return url
