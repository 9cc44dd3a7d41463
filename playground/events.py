"""What the bot is told of what happens (reference: docs.slack.dev/reference/events)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import singledispatch
from typing import Any

from playground import views
from playground.channels import Channel
from playground.happenings import (
    ChannelChanged,
    Deleted,
    Edited,
    Happening,
    Joined,
    Left,
    Opened,
    PersonChanged,
    Posted,
    Reacted,
    Revoked,
)
from playground.messages import Message
from playground.town import Town


@dataclass(frozen=True, kw_only=True)
class Event:
    """`name` is the subscription in the app's manifest, `scope` what it takes to be told."""

    name: str
    scope: str | None
    body: dict[str, Any]
    channel: Channel | None = None
    sender_team: str | None = None


@singledispatch
def events(_: Happening, town: Town) -> Iterator[Event]:  # noqa: ARG001 -- the others need it
    """What the bot's own subscriptions let through; most happenings it never hears of."""
    yield from ()


@events.register
def posted(happening: Posted, town: Town) -> Iterator[Event]:
    message = happening.message
    channel = town.channels[message.channel]
    if message.only_for or not town.has_bot(channel):
        return
    body = tell(town, message) | {"event_ts": message.ts}
    yield of_message(channel, body, town)
    yield from mentions(town, message, body)


def mentions(town: Town, message: Message, body: dict[str, Any]) -> Iterator[Event]:
    """The same message once more, where it names the bot."""
    channel = town.channels[message.channel]
    if is_mention(town, message, channel):
        mention = {k: v for k, v in body.items() if k not in ("channel_type", "parent_user_id")}
        yield Event(
            name="app_mention",
            scope="app_mentions:read",
            body=mention | {"type": "app_mention"},
            channel=channel,
            sender_team=body["team"],
        )


def tell(town: Town, message: Message) -> dict[str, Any]:
    """A message as events show it: with its place, without its reactions."""
    channel = town.channels[message.channel]
    shown = town.show(message) | {"channel": channel.id, "channel_type": channel.kind}
    shown.pop("reactions", None)
    if message.thread_ts and message.is_reply:
        parent = town.rooms[channel.id].find(message.thread_ts)
        shown |= {"parent_user_id": parent.author} if parent else {}
    return shown | from_elsewhere(town, message)


def from_elsewhere(town: Town, message: Message) -> dict[str, Any]:
    """What is added about an author of another company."""
    author = town.people.get(message.author)
    if author is None or author.team == town.team.id:
        return {}
    shown = {
        "name": author.handle,
        "real_name": author.name,
        "display_name": author.handle,
        "first_name": author.name.split()[0],
        "team": author.team,
        "is_restricted": False,
        "is_ultra_restricted": False,
    }
    return {"user_team": author.team, "source_team": author.team, "user_profile": shown}


def is_mention(town: Town, message: Message, channel: Channel) -> bool:
    is_called = f"<@{town.bot.user_id}" in message.text
    is_own = message.author == town.bot.user_id
    return is_called and not is_own and not channel.is_direct and not message.draft.subtype


def of_message(channel: Channel, body: dict[str, Any], town: Town) -> Event:
    return Event(
        name=f"message.{channel.scope}",
        scope=f"{channel.scope}:history",
        body=body,
        channel=channel,
        sender_team=body.get("team", town.team.id),
    )


def hidden(town: Town, message: Message, subtype: str, more: dict[str, Any]) -> Iterator[Event]:
    """A change of a message is a message of its own, which nobody sees."""
    channel = town.channels[message.channel]
    if message.only_for or not town.has_bot(channel):
        return
    ts = town.stamp()
    body = {
        "type": "message",
        "subtype": subtype,
        "hidden": True,
        "channel": channel.id,
        "channel_type": channel.kind,
        "ts": ts,
        "event_ts": ts,
    }
    yield of_message(channel, body | more, town)


@events.register
def edited(happening: Edited, town: Town) -> Iterator[Event]:
    before, after = town.show(happening.before), town.show(happening.after)
    more = {"message": after, "previous_message": before}
    changes = list(hidden(town, happening.after, "message_changed", more))
    yield from changes
    if changes:
        told = tell(town, happening.after) | {"event_ts": changes[0].body["event_ts"]}
        yield from mentions(town, happening.after, told)


@events.register
def deleted(happening: Deleted, town: Town) -> Iterator[Event]:
    gone = happening.message
    if happening.left:
        more = {"message": town.show(happening.left), "previous_message": town.show(gone)}
        yield from hidden(town, gone, "message_changed", more)
    else:
        what = {"deleted_ts": gone.ts, "previous_message": town.show(gone)}
        yield from hidden(town, gone, "message_deleted", what)


@events.register
def reacted(happening: Reacted, town: Town) -> Iterator[Event]:
    message = happening.message
    channel = town.channels[message.channel]
    name = "reaction_added" if happening.is_added else "reaction_removed"
    body = {
        "type": name,
        "user": happening.person,
        "reaction": happening.name,
        "item": {"type": "message", "channel": channel.id, "ts": message.ts},
        "item_user": message.author,
        "event_ts": happening.at,
    }
    if town.has_bot(channel):
        yield Event(name=name, scope="reactions:read", body=body, channel=channel)


@events.register
def joined(happening: Joined, town: Town) -> Iterator[Event]:
    channel = happening.channel
    body = membership(town, "member_joined_channel", channel, happening.person)
    if happening.inviter:
        body["inviter"] = happening.inviter
    if town.has_bot(channel):
        yield Event(
            name="member_joined_channel", scope=f"{channel.scope}:read", body=body, channel=channel
        )


@events.register
def left(happening: Left, town: Town) -> Iterator[Event]:
    """A bot that is put out of a channel hears `channel_left`, and of the rest nothing more."""
    channel = happening.channel
    name, body = "member_left_channel", {}
    if happening.person == town.bot.user_id:
        name = "group_left" if channel.is_private else "channel_left"
        body = {"type": name, "channel": channel.id, "actor_id": happening.actor}
        body["event_ts"] = town.stamp()
    elif town.has_bot(channel):
        body = membership(town, name, channel, happening.person)
    if body:
        yield Event(name=name, scope=f"{channel.scope}:read", body=body, channel=channel)


def membership(town: Town, name: str, channel: Channel, person: str) -> dict[str, Any]:
    return {
        "type": name,
        "user": person,
        "channel": channel.id,
        "channel_type": "G" if channel.is_private else "C",
        "team": town.people[person].team,
        "event_ts": town.stamp(),
    }


@events.register
def channel_changed(happening: ChannelChanged, town: Town) -> Iterator[Event]:
    """Of public channels all is told; of private ones only to their members."""
    channel = happening.channel
    if channel.is_private and not town.has_bot(channel):
        return
    kind = "group" if channel.is_private and happening.change != "shared" else "channel"
    name = f"{kind}_{happening.change}"
    body = {"type": name, "event_ts": town.stamp()} | change(happening)
    yield Event(name=name, scope=f"{channel.scope}:read", body=body, channel=channel)


def change(happening: ChannelChanged) -> dict[str, Any]:
    channel = happening.channel
    if happening.change == "rename":
        facts = {"id": channel.id, "name": channel.name, "name_normalized": channel.name}
        return {"channel": facts | {"created": channel.created, "is_channel": True}}
    if happening.change == "shared":
        return {"channel": channel.id, "connected_team_id": channel.other_teams[-1]}
    if happening.change == "unshared":
        return {"channel": channel.id, "is_ext_shared": False}
    return {"channel": channel.id, "user": happening.actor}


@events.register
def person_changed(happening: PersonChanged, town: Town) -> Iterator[Event]:
    name = "team_join" if happening.is_new else "user_change"
    with_mail = "users:read.email" in town.bot.scopes
    body = {
        "type": name,
        "user": town.show_person(happening.person, with_mail=with_mail),
        "cache_ts": int(town.now.timestamp()),
        "event_ts": town.stamp(),
    }
    yield Event(name=name, scope="users:read", body=body)


@events.register
def opened(happening: Opened, town: Town) -> Iterator[Event]:
    body: dict[str, Any] = {
        "type": "app_home_opened",
        "user": happening.person,
        "channel": happening.channel,
        "tab": happening.tab,
        "event_ts": town.stamp(),
    }
    if happening.view:
        body["view"] = views.show(happening.view, bot=town.bot, team=town.team.id)
    yield Event(name="app_home_opened", scope=None, body=body)


@events.register
def revoked(happening: Revoked, town: Town) -> Iterator[Event]:
    tokens = {"oauth": [], "bot": [town.bot.user_id]}
    yield Event(
        name="tokens_revoked", scope=None, body={"type": "tokens_revoked", "tokens": tokens}
    )
    if happening.is_uninstalled:
        yield Event(name="app_uninstalled", scope=None, body={"type": "app_uninstalled"})
