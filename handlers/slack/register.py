"""Heed on Slack: who listens to what. Matching is linear, so the command comes first."""

import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from care import team
from care.heed import Heed, SystemCaller
from domain.cleaning import storable
from domain.errors import HeedError
from handlers.dispatcher import Dispatcher
from handlers.slack.actions import Actions
from handlers.slack.catch_up import CatchUp
from handlers.slack.channels import Channels
from handlers.slack.commands import Commands
from handlers.slack.home import Homes
from handlers.slack.installed import Installed
from handlers.slack.mentions import Mentions
from handlers.slack.modals import FORM
from handlers.slack.people import People
from handlers.slack.plain import COMMAND
from handlers.slack.reactions import Reactions
from handlers.slack.rooms import Rooms
from handlers.slack.shortcuts import Shortcuts
from handlers.slack.submissions import Submissions
from handlers.slack.ways import Ways

ANY = re.compile(".*")
SHORTCUT, MESSAGE_SHORTCUT = "log", "log_message"
"""As the manifest names them."""

SECRETS = {"token", "response_url", "trigger_id", "authorizations"}
"""What a request carries besides what happened."""

Json = dict[str, Any]
Listener = Callable[..., Awaitable[None]]
log = logging.getLogger("heed.slack")


@dataclass(frozen=True, kw_only=True)
class Listeners:
    """Who is told of events, and asks about the channels where they happen."""

    people: People
    rooms: Rooms
    channels: Channels
    reactions: Reactions
    mentions: Mentions
    catch_up: CatchUp


def build_app(
    installed: Installed,
    dispatcher: Dispatcher,
    homes: Homes,
    heard: Listeners,
    signing_secret: str | None,
) -> AsyncApp:
    """Answers go out with the acknowledgement, after the commit
    (docs/design.md#what-was-measured).
    """
    app = _bolt(installed, signing_secret)
    app.middleware(_storable)
    rooms = heard.rooms
    ways = Ways(installed.client, homes)
    app.command(COMMAND)(Commands(dispatcher, ways, rooms).heed)
    app.action(ANY)(_press(Actions(dispatcher, ways, homes), heard.catch_up))
    submissions = Submissions(dispatcher, ways)
    app.view_submission(FORM)(submissions.sent)
    app.options(ANY)(submissions.searched)
    shortcuts = Shortcuts(dispatcher, ways, rooms, installed.client)
    app.global_shortcut(SHORTCUT)(shortcuts.anywhere)
    app.message_shortcut(MESSAGE_SHORTCUT)(shortcuts.on_message)
    app.event("app_home_opened")(homes.opened)
    found = heard.channels.found
    rooms.when_asked.append(lambda *at, **seen: dispatcher.keep(found(*at, **seen)))
    for event, listener in _events(dispatcher.heed, installed.tenancy, heard).items():
        app.event(event)(listener)
    app.error(_repairs(dispatcher))
    return app


def _bolt(installed: Installed, signing_secret: str | None) -> AsyncApp:
    async def authorize(**_: Any) -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None,
            team_id=None,
            bot_user_id=installed.bot_user,
            bot_id=installed.bot_id,
            bot_token=installed.bot_token,
        )

    return AsyncApp(
        name=__name__,  # else it reads the sources of all who called it
        logger=logging.getLogger("slack_bolt"),
        client=installed.client,
        signing_secret=signing_secret or "socket mode needs none",
        authorize=authorize,
        process_before_response=True,
        raise_error_for_unhandled_request=False,
    )


async def _storable(body: dict[str, Any], next_: Callable[[], Awaitable[None]]) -> None:
    """Every listener reads what can be kept."""
    body.update(storable(body))
    await next_()


def _repairs(dispatcher: Dispatcher) -> Callable[[Exception, dict[str, Any]], Awaitable[None]]:
    """Slack sends again what was not acknowledged; a bug of ours fails again, and is kept."""

    async def failed(error: Exception, body: dict[str, Any]) -> None:
        event = body.get("event") or body
        about = str(event.get("type") or event.get("command"))
        if isinstance(error, HeedError):
            log.warning("%s: %s", about, error)
            return
        kept = without_secrets(body)
        log.error("an event was set aside: %s %s", about, body.get("event_id"), exc_info=error)
        await dispatcher.set_aside(about, str(body.get("event_id") or ""), kept, error)

    return failed


def without_secrets(body: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in storable(body).items() if name not in SECRETS}


def _events(heed: Heed, tenancy: SystemCaller, heard: Listeners) -> dict[str, Listener]:
    people, channels = heard.people, heard.channels

    async def changed(event: dict[str, Any]) -> None:
        await people.introduce(event["user"])

    async def let_go(event: dict[str, Any]) -> None:
        del event
        await heed.do(team.retire, tenancy)

    return {
        **_under_posts(heard),
        "member_joined_channel": channels.joined,
        "member_left_channel": channels.left,
        "channel_left": channels.put_out,
        "group_left": channels.put_out,
        "channel_archive": channels.archived,
        "group_archive": channels.archived,
        "channel_deleted": channels.archived,
        "group_deleted": channels.archived,
        "channel_unarchive": channels.opened,
        "group_unarchive": channels.opened,
        "channel_rename": channels.renamed,
        "group_rename": channels.renamed,
        "channel_shared": channels.shared,
        "channel_unshared": channels.shared,
        "user_change": changed,
        "team_join": changed,
        "app_uninstalled": let_go,
        "tokens_revoked": let_go,
    }


def _under_posts(heard: Listeners) -> dict[str, Listener]:
    """What people do under posts: after what was missed there."""
    first = heard.catch_up.first

    async def added(event: Json, body: Json) -> None:
        await first(*_item(event), lambda: heard.reactions.added(event, body), is_seen=True)

    async def removed(event: Json, body: Json) -> None:
        await first(*_item(event), lambda: heard.reactions.removed(event, body), is_seen=True)

    async def message(event: Json) -> None:
        await first(*_thread(event), lambda: heard.mentions.message(event))

    async def mentioned(event: Json) -> None:
        await first(*_thread(event), lambda: heard.mentions.mentioned(event))

    return {
        "reaction_added": added,
        "reaction_removed": removed,
        "message": message,
        "app_mention": mentioned,
    }


def _press(actions: Actions, catch_up: CatchUp) -> Listener:
    async def pressed(ack: AsyncAck, body: Json, action: Json) -> None:
        await ack()
        container = body.get("container") or {}
        place, message = (str(container.get(each) or "") for each in ("channel_id", "message_ts"))
        await catch_up.first(place, message, lambda: actions.pressed(ack, body, action))

    return pressed


def _item(event: Json) -> tuple[str, str]:
    """Where that stands on which somebody reacted."""
    return str(event["item"].get("channel") or ""), str(event["item"].get("ts") or "")


def _thread(event: Json) -> tuple[str, str]:
    """Where that stands under which something was said, changed or deleted."""
    said = event.get("message") or event.get("previous_message") or event
    return event["channel"], str(said.get("thread_ts") or "")
