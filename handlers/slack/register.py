"""Heed on Slack: who listens to what. Matching is linear, so the command comes first."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from care import team
from care.heed import Clockwork, Heed
from handlers.desk import Desk
from handlers.slack.actions import Actions
from handlers.slack.channels import Channels
from handlers.slack.commands import Commands
from handlers.slack.people import People
from handlers.slack.plain import COMMAND
from handlers.slack.reactions import Reactions
from handlers.slack.replies import Replies
from handlers.slack.rooms import Rooms

Listener = Callable[..., Awaitable[None]]


@dataclass(frozen=True, kw_only=True)
class Installed:
    """One Slack workspace that has let Heed in. `client` is for reading and quick answers."""

    home: Clockwork
    client: AsyncWebClient
    bot_token: str
    bot_user: str
    bot_id: str


def build_app(
    heed: Heed, installed: Installed, people: People, desk: Desk, signing_secret: str | None
) -> AsyncApp:
    """Answers go out with the acknowledgement, after the commit (engine.md)."""

    async def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None,
            team_id=None,
            bot_user_id=installed.bot_user,
            bot_id=installed.bot_id,
            bot_token=installed.bot_token,
        )

    app = AsyncApp(
        client=installed.client,
        signing_secret=signing_secret or "socket mode needs none",
        authorize=authorize,
        process_before_response=True,
        raise_error_for_unhandled_request=False,
    )
    rooms = Rooms(installed.client)
    app.command(COMMAND)(Commands(desk, rooms).heed)
    app.action(re.compile(".*"))(Actions(desk).pressed)
    for event, listener in _listeners(heed, installed, people, desk, rooms).items():
        app.event(event)(listener)
    return app


def _listeners(
    heed: Heed, installed: Installed, people: People, desk: Desk, rooms: Rooms
) -> dict[str, Listener]:
    reactions = Reactions(desk, installed.client)
    replies = Replies(desk, installed.client, installed.home)
    channels = Channels(heed, rooms, installed.home, installed.bot_user)

    async def changed(event: dict[str, Any]) -> None:
        await people.introduce(event["user"])

    async def let_go(event: dict[str, Any]) -> None:
        del event
        await heed.do(team.retire, installed.home)

    return {
        "reaction_added": reactions.added,
        "reaction_removed": reactions.removed,
        "message": replies.message,
        "member_joined_channel": channels.joined,
        "member_left_channel": channels.left,
        "channel_left": channels.put_out,
        "group_left": channels.put_out,
        "channel_archive": channels.archived,
        "group_archive": channels.archived,
        "channel_deleted": channels.archived,
        "channel_rename": channels.renamed,
        "channel_shared": channels.shared,
        "channel_unshared": channels.shared,
        "user_change": changed,
        "team_join": changed,
        "app_uninstalled": let_go,
        "tokens_revoked": let_go,
    }
