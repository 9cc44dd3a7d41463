"""What one person sees: channels, messages, what has just happened."""

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

Glimpse = tuple[str, dict[str, Any]]


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
        "is_unread": is_unread(town, channel, person),
    }


def is_unread(town: Town, channel: Channel, person: Person) -> bool:
    """Whether somebody else has said something after what this person has read last."""
    if person.id not in channel.members:
        return False
    room, mark = town.rooms[channel.id], town.marks.get((person.id, channel.id), "")
    said = (*room.top(), *room.whispered(person.id))
    return any(message.ts > mark and message.author != person.id for message in said)


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
    """As the bot is shown it, and whether its submit button is held back, which payloads omit."""
    is_held_back = bool(view.content.get("submit_disabled"))
    shown = views.show(view, bot=town.bot, team=town.team.id)
    return shown | {"submit_disabled": is_held_back}


def sees(town: Town, person: Person, message: Message) -> bool:
    """An ephemeral is seen by one, anything else by who is in the channel."""
    if message.only_for:
        return message.only_for == person.id
    return person.id in town.channels[message.channel].members


def glimpse(happening: Happening, town: Town, person: Person) -> Glimpse | None:
    """What of a happening appears on this person's screen, and under which heading."""
    found: Glimpse | None = None
    match happening:
        case Posted(message=new) if new.author != person.id and sees(town, person, new):
            found = "messages", show(town, new)
        case Edited(after=new) if sees(town, person, new):
            found = "changed", show(town, new)
        case Deleted(message=old) if sees(town, person, old):
            found = "deleted", {"channel": old.channel, "ts": old.ts}
        case Reacted(person=who, message=new) if who != person.id and sees(town, person, new):
            facts = {"channel": new.channel, "ts": new.ts, "name": happening.name}
            found = "reactions", facts | {"person": who, "is_added": happening.is_added}
        case Shown(view=view) if view.person == person.id:
            found = "home" if view.is_home else "forms", show_view(town, view)
        case Closed(view=view) if view.person == person.id:
            found = "closed", {"id": view.id}
        case Toasted(person=who) if who == person.id:
            found = "toasts", {"words": happening.words}
    return found


def since(town: Town, person: Person, number: int) -> dict[str, list[dict[str, Any]]]:
    """Everything that has come before this person's eyes after that number of the feed."""
    seen: dict[str, list[dict[str, Any]]] = {}
    for happening in town.feed.since(number):
        glimpsed = glimpse(happening, town, person)
        if glimpsed:
            seen.setdefault(glimpsed[0], []).append(glimpsed[1])
    return seen
