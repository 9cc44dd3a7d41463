"""What Slack's requests are made of, as far as we read them: what is otherwise is malformed.

Whatever else Slack says is let through, so that it may say more next year.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, Json
from slack_bolt.async_app import AsyncBoltRequest

from domain.cleaning import storable
from handlers.slack.modals import Way

Id = Annotated[str, Field(min_length=1)]
Stamp = Annotated[str, Field(pattern=r"^[0-9]{1,11}([.][0-9]+)?$")]
LAST_SECOND = 10**11


class Shape(BaseModel, strict=True):
    """A text is a text, and no number that looks like one."""


class Named(Shape):
    id: Id


class Said(Shape):
    """A message."""

    ts: Stamp
    user: str | None = None
    text: str | None = None
    thread_ts: str | None = None
    bot_id: str | None = None


class Event(Shape):
    """Any at all; those that we listen to say more."""

    type: Id


class Message(Said):
    channel: Id
    channel_type: str | None = None
    subtype: str | None = None
    message: Said | None = None
    previous_message: Said | None = None


class Mention(Said):
    channel: Id


class Item(Shape):
    type: str | None = None
    channel: str | None = None
    ts: str | None = None


class Reaction(Shape):
    user: Id
    reaction: Id
    item: Item
    event_ts: Id


class Elsewhere(Shape):
    """Of a channel."""

    channel: Id


class Coming(Elsewhere):
    """Or going."""

    user: Id


class Room(Named):
    name: Id


class Renaming(Shape):
    channel: Room


class Profile(Shape):
    real_name: str | None = None
    email: str | None = None
    status_emoji: str | None = None
    status_expiration: int | None = None


class Organised(Shape):
    """Somebody's organisation, if it has several workspaces."""

    enterprise_id: str | None = None


class Person(Named):
    team_id: Id
    enterprise_user: Organised | None = None
    name: str | None = None
    real_name: str | None = None
    tz: str | None = None
    profile: Profile | None = None


class Introduction(Shape):
    user: Person


class Opening(Shape):
    user: Id
    tab: str | None = None


EVENTS: dict[str, type[Shape]] = {
    "message": Message,
    "app_mention": Mention,
    "reaction_added": Reaction,
    "reaction_removed": Reaction,
    "member_joined_channel": Coming,
    "member_left_channel": Coming,
    "channel_left": Elsewhere,
    "group_left": Elsewhere,
    "channel_archive": Elsewhere,
    "group_archive": Elsewhere,
    "channel_deleted": Elsewhere,
    "group_deleted": Elsewhere,
    "channel_unarchive": Elsewhere,
    "group_unarchive": Elsewhere,
    "channel_rename": Renaming,
    "group_rename": Renaming,
    "channel_shared": Elsewhere,
    "channel_unshared": Elsewhere,
    "user_change": Introduction,
    "team_join": Introduction,
    "app_home_opened": Opening,
    "app_uninstalled": Event,
    "tokens_revoked": Event,
}
"""Those that are listened to."""


class Request(Shape):
    """Bolt looks for an event in each, whatever its kind."""

    event: Event | None = None
    response_url: str | None = None


class Callback(Request):
    event: Event
    event_id: Id


class Command(Request):
    command: Id
    text: str | None = None
    user_id: Id
    team_id: Id
    channel_id: Id
    trigger_id: Id


class Option(Shape):
    value: str


class Element(Shape):
    """What a field holds, by the names that its kinds have for it."""

    value: str | None = None
    selected_option: Option | None = None
    selected_options: list[Option] | None = None
    selected_user: str | None = None
    selected_date: str | None = None
    selected_date_time: Annotated[int, Field(ge=0, lt=LAST_SECOND)] | None = None


class Action(Shape):
    action_id: Id
    block_id: str | None = None
    selected_option: Option | None = None


class Container(Shape):
    type: str | None = None


class View(Shape):
    type: str | None = None
    id: str | None = None


class Press(Request):
    user: Named
    trigger_id: Id
    actions: Annotated[list[Action], Field(min_length=1)]
    container: Container | None = None
    view: View | None = None


class Search(Request):
    user: Named
    action_id: Id
    value: str | None = None


@dataclass(frozen=True, kw_only=True)
class Back(Way):
    """Takes no more than it knows."""

    __pydantic_config__ = ConfigDict(extra="forbid")


class Errand(Shape):
    """What a form of ours carries, and brings back."""

    action: str
    ref: str
    carried: str
    first: str
    way: Back


class State(Shape):
    values: dict[str, dict[str, Element]] = {}


class Form(Shape):
    id: Id
    type: Id
    callback_id: Id
    private_metadata: Json[Errand]
    state: State | None = None


class Submission(Request):
    user: Named
    view: Form


class Shortcut(Request):
    callback_id: Id
    user: Named
    trigger_id: Id


class MessageShortcut(Shortcut):
    message: Said
    channel: Named


KINDS: dict[str, type[Shape]] = {
    "command": Command,
    "ssl_check": Request,
    "url_verification": Request,
    "app_rate_limited": Request,
    "event_callback": Callback,
    "block_actions": Press,
    "block_suggestion": Search,
    "view_submission": Submission,
    "shortcut": Shortcut,
    "message_action": MessageShortcut,
}
NAMES = ("command", "ssl_check", "type")
"""Where a request says of which kind it is: in one of these, and in one only."""


def is_whole(payload: object) -> bool:
    """Whether it has all that its kind needs, and can be read."""
    payload = storable(payload)
    if not isinstance(payload, dict):
        return False
    try:
        KINDS[kind(payload)].model_validate(payload)
        if event := payload.get("event"):
            EVENTS.get(event["type"], Event).model_validate(event)
        AsyncBoltRequest(body=payload, mode="socket_mode")
    except (AttributeError, LookupError, TypeError, ValueError):  # from Bolt, that looks around
        return False
    return True


def kind(payload: dict[str, Any]) -> str:
    """Empty where it says none."""
    said = [name for name in NAMES if name in payload]
    if said != ["type"]:
        return said[0] if len(said) == 1 else ""
    return payload["type"] if isinstance(payload["type"], str) else ""
