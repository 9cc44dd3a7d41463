"""Typing: messages and commands, changing and taking back one's own, reactions."""

from dataclasses import replace
from typing import Any

from playground import emoji, talk, text
from playground.blocks.finish import finish
from playground.deeds.commands import command
from playground.deeds.given import Given
from playground.messages import Draft, Message, reacted
from playground.refusals import Impossible

MOST = 40_000


async def say(given: Given) -> dict[str, Any]:
    """A line that begins with a slash is a command, as in Slack's box."""
    channel, typed = given.joined(), given.need("text")
    if not typed.strip() or len(typed) > MOST:
        raise Impossible(f"a message has 1 to {MOST} characters")
    if typed.startswith("/"):
        return await command(given, channel, typed)
    draft = replace(
        compose(given, typed),
        thread_ts=parent(given),
        is_broadcast=given.flag("broadcast"),
        subtype="thread_broadcast" if given.flag("broadcast") else None,
    )
    message = talk.post(given.town, channel, given.person, draft)
    return told(message)


def compose(given: Given, typed: str) -> Draft:
    shown, rich = text.as_message(given.town, typed)
    return Draft(text=shown, blocks=tuple(finish([rich])))


def parent(given: Given) -> str | None:
    ts = given.text("thread_ts")
    if ts and given.town.rooms[given.channel().id].find(ts) is None:
        raise Impossible(f"there is no message {ts} to reply to")
    return ts


def told(message: Message) -> dict[str, Any]:
    return {"channel": message.channel, "ts": message.ts, "thread_ts": message.thread_ts}


async def edit(given: Given) -> dict[str, Any]:
    message = given.own()
    draft = compose(given, given.need("text"))
    kept = replace(message.draft, text=draft.text, blocks=draft.blocks)
    return told(talk.edit(given.town, message, kept, given.person.id))


async def delete(given: Given) -> dict[str, Any]:
    message = given.own()
    talk.delete(given.town, message)
    return told(message)


async def react(given: Given) -> dict[str, Any]:
    message, name = given.lasting(), emoji.named(given.need("name"))
    if not emoji.is_known(name):
        raise Impossible(f"there is no emoji {name}")
    if reacted(message, name, given.person.id):
        raise Impossible(f"{given.person.name} has already reacted with {name}")
    talk.react(given.town, message, name, given.person.id)
    return told(message)


async def unreact(given: Given) -> dict[str, Any]:
    message, name = given.lasting(), emoji.named(given.need("name"))
    if not reacted(message, name, given.person.id):
        raise Impossible(f"{given.person.name} has not reacted with {name}")
    talk.unreact(given.town, message, name, given.person.id)
    return told(message)
