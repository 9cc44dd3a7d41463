"""A message, its reactions, and how Slack's API and events show it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from playground import bot as bots

SLACKBOT = "USLACKBOT"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What somebody wants to say, before it has a place and a time."""

    text: str = ""
    blocks: tuple[dict[str, Any], ...] = ()
    attachments: tuple[dict[str, Any], ...] = ()
    thread_ts: str | None = None
    is_broadcast: bool = False
    subtype: str | None = None
    metadata: dict[str, Any] | None = None
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Reaction:
    name: str
    people: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Message:
    """`only_for` makes it an ephemeral: one person sees it, and no API method finds it.

    `extra` are the fields which a subtype brings along, like the `inviter` of a `channel_join`.
    """

    channel: str
    ts: str
    author: str
    draft: Draft
    key: str = ""
    reactions: tuple[Reaction, ...] = ()
    edited: tuple[str, str] | None = None
    only_for: str | None = None

    @property
    def text(self) -> str:
        return self.draft.text

    @property
    def thread_ts(self) -> str | None:
        return self.draft.thread_ts

    @property
    def is_speech(self) -> bool:
        """Said by its author, and not made by Slack, like news of who has joined."""
        return self.draft.subtype in (None, "thread_broadcast")

    @property
    def is_reply(self) -> bool:
        return self.thread_ts is not None and self.thread_ts != self.ts


def reacted(message: Message, name: str, person: str) -> bool:
    return any(r.name == name and person in r.people for r in message.reactions)


def with_reaction(message: Message, name: str, person: str) -> Message:
    others = tuple(r for r in message.reactions if r.name != name)
    people = next((r.people for r in message.reactions if r.name == name), ())
    return replace(message, reactions=(*others, Reaction(name=name, people=(*people, person))))


def without_reaction(message: Message, name: str, person: str) -> Message:
    left = (
        replace(r, people=tuple(p for p in r.people if p != person)) if r.name == name else r
        for r in message.reactions
    )
    return replace(message, reactions=tuple(r for r in left if r.people))


def show(message: Message, *, bot: bots.Bot, team: str, metadata: bool = False) -> dict[str, Any]:
    """The message object of the API and of events. Metadata is told only to those who ask."""
    draft = message.draft
    shown: dict[str, Any] = {
        "type": "message",
        "user": message.author,
        "text": draft.text,
        "ts": message.ts,
        "team": team,
    }
    optional = {
        "subtype": draft.subtype,
        "client_msg_id": message.key,
        "thread_ts": draft.thread_ts,
        "blocks": list(draft.blocks),
        "attachments": list(draft.attachments),
        "metadata": draft.metadata if metadata else None,
        "edited": message.edited and {"user": message.edited[0], "ts": message.edited[1]},
        "reactions": [show_reaction(r) for r in message.reactions],
    }
    shown |= {name: value for name, value in optional.items() if value}
    shown |= signature(bot, team) if message.author == bot.user_id else {}
    return shown | draft.extra


def show_reaction(reaction: Reaction) -> dict[str, Any]:
    people = list(reaction.people)
    return {"name": reaction.name, "users": people, "count": len(people)}


def signature(bot: bots.Bot, team: str) -> dict[str, Any]:
    return {
        "bot_id": bot.bot_id,
        "app_id": bot.app_id,
        "bot_profile": bots.profile(bot, team),
    }


def thread(root: Message, replies: Sequence[Message]) -> dict[str, Any]:
    """What a message with replies says about them."""
    if not replies:
        return {}
    people = list(dict.fromkeys(reply.author for reply in replies))
    return {
        "thread_ts": root.ts,
        "reply_count": len(replies),
        "reply_users_count": len(people),
        "reply_users": people,
        "latest_reply": replies[-1].ts,
        "is_locked": False,
        "subscribed": root.author in people,
    }
