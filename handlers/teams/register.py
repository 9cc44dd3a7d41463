"""Heed on Teams: who listens to what. What nobody listens to is answered all the same."""

import logging
from dataclasses import dataclass

from handlers.dispatcher import Dispatcher
from handlers.teams import answers
from handlers.teams.actions import Actions
from handlers.teams.activities import Activity, Json
from handlers.teams.addresses import Addresses
from handlers.teams.channels import Channels
from handlers.teams.commands import Commands
from handlers.teams.dialogs import Dialogs
from handlers.teams.message_actions import MessageActions
from handlers.teams.people import People
from handlers.teams.reactions import Reactions
from handlers.teams.replies import Replies
from handlers.teams.welcome import Welcome

SPOKEN = {"message", "messageUpdate", "messageReaction", "invoke"}
"""Kinds of activities that a person sends: somebody whom no roster told of is met by them."""

log = logging.getLogger("heed.teams")


@dataclass(frozen=True, kw_only=True)
class Listeners:
    commands: Commands
    actions: Actions
    reactions: Reactions
    replies: Replies
    channels: Channels
    welcome: Welcome
    dialogs: Dialogs
    message_actions: MessageActions


class Register:
    """Hands each activity to whoever listens; `tenant` is the company that we work for."""

    def __init__(
        self,
        listeners: Listeners,
        dispatcher: Dispatcher,
        people: People,
        addresses: Addresses,
        tenant: str,
    ) -> None:
        self._listeners = listeners
        self._dispatcher = dispatcher
        self._people = people
        self._addresses = addresses
        self._tenant = tenant

    async def receive(self, activity: Activity) -> Json | None:
        """The answer to an invoke; nobody waits for one to anything else.

        Never raises: repeated errors would make Teams stop talking to us for hours. What could
        not be handled is kept.
        """
        try:
            return await self._hear(activity)
        except Exception as error:
            log.exception("an activity was set aside: %s %s, %s", *_about(activity))
            await self._set_aside(activity, error)
            return _refuse(activity, answers.TROUBLE)

    async def unreadable(self, payload: Json) -> None:
        """It came from Teams for certain, and lacks what every activity has: kept as well."""
        about = f"unreadable {payload['type']}"[:80]
        await self._dispatcher.set_aside(about, about, payload)

    async def _set_aside(self, activity: Activity, error: Exception | None = None) -> None:
        """Of a kind that nobody listens to the newest is kept, to see what it looks like."""
        kind, name, id_ = _about(activity)
        about = f"{kind} {name}".strip()
        await self._dispatcher.set_aside(about, id_ if error else about, activity.body, error)

    async def _hear(self, activity: Activity) -> Json | None:
        if self._tenant and activity.tenant != self._tenant:
            log.warning("left alone, of another company: %s %s, %s", *_about(activity))
            return _refuse(activity, answers.STRANGER)
        self._addresses.service_url = activity.service_url
        if activity.is_personal and activity.action != "remove":
            await self._addresses.keep(activity.reference())
        if activity.type in SPOKEN:
            await self._people.hear(activity)
        if activity.is_invoke:
            return await self._invoked(activity)
        await self._told(activity)
        return None

    async def _told(self, activity: Activity) -> None:
        heard = self._listeners
        match activity.type:
            case "message" if activity.text or not activity.values:
                await heard.commands.message(activity)
            case "messageReaction":
                await heard.reactions.reacted(activity)
            case "messageUpdate" | "messageDelete":
                await heard.replies.changed(activity)
            case "conversationUpdate":
                await heard.channels.changed(activity)
            case "installationUpdate" if activity.is_personal and activity.action == "add":
                await heard.welcome.installed(activity)
            case "installationUpdate":
                await heard.channels.installed(activity)
            case _:
                log.info("nobody listens to %s %s, %s", *_about(activity))
                await self._set_aside(activity)

    async def _invoked(self, activity: Activity) -> Json:
        match activity.name:
            case "adaptiveCard/action":
                return await self._listeners.actions.pressed(activity)
            case "task/fetch":
                return await self._listeners.dialogs.opened(activity)
            case "composeExtension/fetchTask":
                return await self._listeners.message_actions.asked(activity)
            case "task/submit" | "composeExtension/submitAction":
                return await self._listeners.dialogs.sent(activity)
            case "application/search":
                return await self._listeners.dialogs.searched(activity)
            case _:
                log.info("nobody listens to %s %s, %s", *_about(activity))
                await self._set_aside(activity)
                return answers.words(answers.UNKNOWN)


def _refuse(activity: Activity, words: str) -> Json | None:
    """Nobody waits for an answer to anything but an invoke."""
    return answers.refusal(activity.name, words) if activity.is_invoke else None


def _about(activity: Activity) -> tuple[str, str, str]:
    """What a log may say of it: never what anybody typed."""
    return activity.type[:40], activity.name[:40], activity.id[:80]
