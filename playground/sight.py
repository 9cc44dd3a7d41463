"""What one person sees: channels, messages, what has just happened."""

from functools import singledispatch
from typing import Any

from playground import messages, views
from playground.channels import Channel
from playground.happenings import (
    Closed,
    Deleted,
    Edited,
    Happening,
    Posted,
    Reacted,
    Shown,
    Toasted,
)
from playground.messages import Message
from playground.people import Person
from playground.town import Town
from playground.views import View


def channels(town: Town, person: Person) -> list[Channel]:
    """Guests and people of other companies see only what they are in."""
    is_inside = person.team == town.team.id and not standing_of_guest(person)
    return [
        channel
        for channel in town.channels.values()
        if person.id in channel.members or (is_inside and channel.kind == "channel")
    ]


def standing_of_guest(person: Person) -> bool:
    return person.is_guest or person.is_single_channel_guest


def show_channel(town: Town, channel: Channel, person: Person) -> dict[str, Any]:
    name = town.bot.handle if channel.is_direct else channel.name
    return {
        "id": channel.id,
        "name": name,
        "is_direct": channel.is_direct,
        "is_private": channel.is_private,
        "is_shared": channel.is_shared,
        "is_archived": channel.is_archived,
        "is_member": person.id in channel.members,
        "has_bot": town.has_bot(channel),
    }


def read(town: Town, channel: Channel, person: Person, thread: str | None) -> list[dict[str, Any]]:
    """The channel, or one of its threads, oldest first, with this person's own ephemerals."""
    room = town.rooms[channel.id]
    whispers = [m for m in room.whispered(person.id) if m.thread_ts == thread]
    if thread:
        root = room.find(thread)
        said = [*([root] if root else []), *room.replies(thread)]
    else:
        said = room.top()
    return [show(town, message) for message in sorted([*said, *whispers], key=lambda m: m.ts)]


def show(town: Town, message: Message) -> dict[str, Any]:
    """A message as it is on the screen."""
    author = town.people.get(message.author)
    replies = [] if message.is_reply else town.rooms[message.channel].replies(message.ts)
    shown = town.show(message) | messages.thread(message, replies)
    return shown | {
        "channel": message.channel,
        "from": author.name if author else "Slackbot",
        "is_ephemeral": message.only_for is not None,
    }


def show_view(town: Town, view: View) -> dict[str, Any]:
    return views.show(view, bot=town.bot, team=town.team.id)


@singledispatch
def glimpse(_: Happening, town: Town, person: Person) -> tuple[str, dict[str, Any]] | None:  # noqa: ARG001 -- the others need them
    """What of a happening appears on this person's screen, and under which heading."""
    return None


def sees(town: Town, person: Person, message: Message) -> bool:
    channel = town.channels[message.channel]
    return message.only_for in (None, person.id) and person.id in channel.members


@glimpse.register
def posted(it: Posted, town: Town, person: Person) -> tuple[str, dict[str, Any]] | None:
    is_own = it.message.author == person.id
    if is_own or not (sees(town, person, it.message) or it.message.only_for == person.id):
        return None
    return "messages", show(town, it.message)


@glimpse.register
def edited(it: Edited, town: Town, person: Person) -> tuple[str, dict[str, Any]] | None:
    if it.after.only_for != person.id and not sees(town, person, it.after):
        return None
    return "changed", show(town, it.after)


@glimpse.register
def deleted(it: Deleted, town: Town, person: Person) -> tuple[str, dict[str, Any]] | None:
    if it.message.only_for != person.id and not sees(town, person, it.message):
        return None
    return "deleted", {"channel": it.message.channel, "ts": it.message.ts}


@glimpse.register
def reacted(it: Reacted, town: Town, person: Person) -> tuple[str, dict[str, Any]] | None:
    if it.person == person.id or not sees(town, person, it.message):
        return None
    facts = {"channel": it.message.channel, "ts": it.message.ts, "name": it.name}
    return "reactions", facts | {"person": it.person, "is_added": it.is_added}


@glimpse.register
def shown(it: Shown, town: Town, person: Person) -> tuple[str, dict[str, Any]] | None:
    if it.view.person != person.id:
        return None
    return "home" if it.view.is_home else "forms", show_view(town, it.view)


@glimpse.register
def closed(it: Closed, town: Town, person: Person) -> tuple[str, dict[str, Any]] | None:  # noqa: ARG001 -- one signature for all
    return ("closed", {"id": it.view.id}) if it.view.person == person.id else None


@glimpse.register
def toasted(it: Toasted, town: Town, person: Person) -> tuple[str, dict[str, Any]] | None:  # noqa: ARG001 -- one signature for all
    return ("toasts", {"words": it.words}) if it.person == person.id else None


def since(town: Town, person: Person, number: int) -> dict[str, list[dict[str, Any]]]:
    """Everything that has come before this person's eyes after that number of the feed."""
    seen: dict[str, list[dict[str, Any]]] = {}
    for happening in town.feed.since(number):
        glimpsed = glimpse(happening, town, person)
        if glimpsed:
            seen.setdefault(glimpsed[0], []).append(glimpsed[1])
    return seen
