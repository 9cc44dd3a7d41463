"""What the token may do, and how a call is refused that it may not make."""

from collections.abc import Iterable
from typing import Literal

from playground.refusals import Refused
from playground.town import Town

Caller = Literal["bot", "app", "anyone"]


def require(town: Town, *alternatives: str) -> None:
    """One of these scopes; all of them are named as needed, as Slack does."""
    if alternatives and not town.bot.scopes.intersection(alternatives):
        raise Refused("missing_scope", needed=",".join(alternatives), provided=provided(town))


def require_all(town: Town, scopes: Iterable[str]) -> None:
    for scope in scopes:
        require(town, scope)


def provided(town: Town) -> str:
    return ",".join(sorted(town.bot.scopes))


def authenticate(town: Town, token: str | None, caller: Caller) -> None:
    """`caller` is whose token the method takes."""
    if caller == "anyone":
        return
    if not token:
        raise Refused("not_authed")
    if token not in (town.keys.bot_token, town.keys.app_token):
        raise Refused("invalid_auth")
    if (token == town.keys.app_token) != (caller == "app"):
        raise Refused("not_allowed_token_type")
    if caller == "bot" and town.is_revoked:
        raise Refused("token_revoked")
