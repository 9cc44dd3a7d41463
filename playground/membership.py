"""Who is in which channel, and what happens to people and channels."""

from typing import Literal

from playground import talk
from playground.channels import Channel
from playground.happenings import (
    ChannelChanged,
    Joined,
    Left,
    PersonChanged,
    Revoked,
)
from playground.messages import Draft
from playground.people import Person
from playground.town import Town

Change = Literal["rename", "archive", "unarchive", "shared", "unshared"]


def join(town: Town, channel: Channel, person: Person, inviter: Person | None = None) -> Channel:
    channel = town.keep_channel(channel, members=(*channel.members, person.id))
    town.feed.tell(
        Joined(channel=channel, person=person.id, inviter=inviter.id if inviter else None)
    )
    extra = {"inviter": inviter.id} if inviter else {}
    words = f"<@{person.id}> has joined the channel"
    talk.post(town, channel, person, Draft(text=words, subtype="channel_join", extra=extra))
    return channel


def leave(town: Town, channel: Channel, person: Person, actor: Person) -> Channel:
    """The message is posted before the leaving counts, so that a bot still hears of others'."""
    words = f"<@{person.id}> has left the channel"
    others = tuple(member for member in channel.members if member != person.id)
    channel = town.keep_channel(channel, members=others)
    talk.post(town, channel, person, Draft(text=words, subtype="channel_leave"))
    town.feed.tell(Left(channel=channel, person=person.id, actor=actor.id))
    return channel


def rename(town: Town, channel: Channel, name: str, actor: Person) -> Channel:
    names = (*channel.previous_names, channel.name)
    draft = Draft(
        text=f'<@{actor.id}> has renamed the channel from "{channel.name}" to "{name}"',
        subtype="channel_name",
        extra={"name": name, "old_name": channel.name},
    )
    channel = town.keep_channel(channel, name=name, previous_names=names)
    talk.post(town, channel, actor, draft)
    return tell(town, channel, "rename", actor)


def archive(town: Town, channel: Channel, actor: Person, *, is_archived: bool) -> Channel:
    channel = town.keep_channel(channel, is_archived=is_archived)
    return tell(town, channel, "archive" if is_archived else "unarchive", actor)


def share(town: Town, channel: Channel, teams: tuple[str, ...], actor: Person) -> Channel:
    channel = town.keep_channel(channel, other_teams=teams, invited_teams=())
    return tell(town, channel, "shared" if teams else "unshared", actor)


def tell(town: Town, channel: Channel, change: Change, actor: Person) -> Channel:
    town.feed.tell(ChannelChanged(channel=channel, change=change, actor=actor.id))
    return channel


def deactivate(town: Town, person: Person) -> Person:
    """They leave everything; the direct message with them can no longer be written to."""
    changed = town.keep_person(person, is_deleted=True)
    for channel in tuple(town.channels.values()):
        if channel.partner == person.id:
            town.keep_channel(channel, is_archived=True)
        elif person.id in channel.members:
            others = tuple(member for member in channel.members if member != person.id)
            town.keep_channel(channel, members=others)
    town.feed.tell(PersonChanged(person=changed))
    return changed


def reactivate(town: Town, person: Person) -> Person:
    changed = town.keep_person(person, is_deleted=False)
    town.keep_channel(town.direct(changed), is_archived=False)
    town.feed.tell(PersonChanged(person=changed))
    return changed


def move(town: Town, person: Person, zone: str) -> Person:
    changed = town.keep_person(person, zone=zone)
    town.feed.tell(PersonChanged(person=changed))
    return changed


def set_status(town: Town, person: Person, emoji: str, ends: int) -> Person:
    changed = town.keep_person(person, status_emoji=emoji, status_expiration=ends)
    town.feed.tell(PersonChanged(person=changed))
    return changed


def hire(town: Town, person: Person) -> Person:
    person = town.keep_person(person)
    town.feed.tell(PersonChanged(person=person, is_new=True))
    return person


def revoke(town: Town, *, is_uninstalled: bool = False) -> None:
    """The bot hears of it, and nothing else from then on."""
    town.feed.tell(Revoked(is_uninstalled=is_uninstalled))
    town.is_revoked = True
