"""The app that the bot is: who it is in the workspace, what it may do, what it listens to."""

from dataclasses import dataclass
from typing import Any, Literal

EVERY_SCOPE = (
    "app_mentions:read channels:history channels:join channels:manage channels:read chat:write "
    "commands groups:history groups:read groups:write im:history im:read im:write mpim:history "
    "mpim:read reactions:read reactions:write team:read users:read users:read.email"
)
SCOPES = frozenset(EVERY_SCOPE.split())


@dataclass(frozen=True, kw_only=True)
class Example:
    """A line that completes as one types, and what it is for."""

    text: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Command:
    """A slash command of the app's manifest; `examples` are what Slack's hint has no room for."""

    command: str
    description: str = ""
    usage_hint: str = ""
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Shortcut:
    callback_id: str
    name: str
    type: Literal["global", "message"]


@dataclass(frozen=True, kw_only=True)
class Bot:
    """`events` are the subscriptions of the app's manifest; None stands for all there are.

    `escapes` is the manifest's `should_escape`: commands then carry `<@U…|ana>` where a person
    typed `@ana`.
    """

    app_id: str
    bot_id: str
    user_id: str
    name: str
    handle: str
    commands: tuple[Command, ...] = ()
    shortcuts: tuple[Shortcut, ...] = ()
    scopes: frozenset[str] = SCOPES
    events: frozenset[str] | None = None
    escapes: bool = True
    has_home: bool = True
    has_messages_tab: bool = True

    def obeys(self, command: str) -> bool:
        return any(known.command == command for known in self.commands)

    def hears(self, event: str) -> bool:
        return self.events is None or event in self.events


@dataclass(frozen=True, kw_only=True)
class Keys:
    """The app's secrets. The defaults are meant to be seen through: they open nothing real."""

    bot_token: str = "xoxb-playground"  # noqa: S105 -- opens nothing
    app_token: str = "xapp-playground"  # noqa: S105 -- opens nothing
    signing_secret: str = "playground-signing-secret"  # noqa: S105 -- signs for nobody
    verification_token: str = "playground-verification"  # noqa: S105 -- Slack's old one, unused


def profile(bot: Bot, team: str) -> dict[str, Any]:
    """The `bot_profile` of a message."""
    return {
        "id": bot.bot_id,
        "deleted": False,
        "name": bot.name,
        "updated": 0,
        "app_id": bot.app_id,
        "user_id": bot.user_id,
        "icons": {},
        "team_id": team,
    }
