"""Saying, changing and taking back, by whomever: what changes messages in the workspace."""

from dataclasses import replace
from uuid import uuid4

from playground.channels import Channel
from playground.happenings import Deleted, Edited, Posted, Reacted, Toasted
from playground.messages import (
    SLACKBOT,
    Draft,
    Message,
    with_reaction,
    without_reaction,
)
from playground.people import Person
from playground.town import Town


def post(town: Town, channel: Channel, author: Person, draft: Draft) -> Message:
    """A reply whose parent is gone stands in the channel itself: Slack takes it out of the thread
    without a word, and only the missing `thread_ts` in its answer tells.
    """
    message = Message(
        channel=channel.id,
        ts=town.stamp(),
        author=author.id,
        draft=replace(draft, thread_ts=root(town, channel, draft.thread_ts)),
        key="" if author.is_bot else str(uuid4()),
    )
    town.rooms[channel.id].keep(message)
    town.feed.tell(Posted(message=message))
    return message


def root(town: Town, channel: Channel, ts: str | None) -> str | None:
    """The message under which a reply to `ts` stands: its parent, when `ts` is a reply itself."""
    parent = town.rooms[channel.id].find(ts) if ts else None
    if parent is None:
        return None
    return parent.thread_ts if parent.thread_ts and parent.is_reply else parent.ts


def whisper(town: Town, channel: Channel, person: str, draft: Draft, author: str) -> Message:
    """An ephemeral: only this person sees it."""
    message = Message(
        channel=channel.id, ts=town.stamp(), author=author, draft=draft, only_for=person
    )
    town.rooms[channel.id].keep(message)
    town.feed.tell(Posted(message=message))
    return message


def tell_off(town: Town, channel: Channel, person: str, words: str) -> Message:
    """What Slack itself says to one person in a channel."""
    return whisper(town, channel, person, Draft(text=words), SLACKBOT)


def toast(town: Town, person: str, words: str) -> None:
    town.feed.tell(Toasted(person=person, words=words))


def edit(town: Town, message: Message, draft: Draft, editor: str) -> Message:
    """An ephemeral is replaced in its place, and no event tells of it."""
    edited = None if message.only_for else (editor, town.stamp())
    changed = replace(message, draft=draft, edited=edited)
    town.rooms[message.channel].keep(changed)
    town.feed.tell(Edited(before=message, after=changed))
    return changed


def delete(town: Town, message: Message) -> None:
    """A message with replies leaves a tombstone, so that its thread still hangs on something."""
    room = town.rooms[message.channel]
    left = tombstone(message) if room.replies(message.ts) and not message.is_reply else None
    if left:
        room.keep(left)
    else:
        room.forget(message)
    town.feed.tell(Deleted(message=message, left=left))


def tombstone(message: Message) -> Message:
    draft = Draft(text="This message was deleted.", subtype="tombstone", extra={"hidden": True})
    return Message(channel=message.channel, ts=message.ts, author=SLACKBOT, draft=draft)


def react(town: Town, message: Message, name: str, person: str) -> None:
    keep_reaction(town, with_reaction(message, name, person), name, person, is_added=True)


def unreact(town: Town, message: Message, name: str, person: str) -> None:
    keep_reaction(town, without_reaction(message, name, person), name, person, is_added=False)


def keep_reaction(town: Town, message: Message, name: str, person: str, *, is_added: bool) -> None:
    town.rooms[message.channel].keep(message)
    town.feed.tell(
        Reacted(message=message, name=name, person=person, at=town.stamp(), is_added=is_added)
    )
