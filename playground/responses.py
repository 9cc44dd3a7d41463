"""What a bot says in its acknowledgement of a command, and through a `response_url`."""

from dataclasses import replace
from typing import Any

from playground import content, talk
from playground.messages import Message
from playground.refusals import Refused
from playground.town import Town
from playground.urls import ResponseUrl


def respond(town: Town, url: ResponseUrl, body: dict[str, Any]) -> Message | None:
    """Puts the message where it belongs; it may stand in channels where the bot is not."""
    original = find(town, url)
    if body.get("delete_original") is True:
        delete(town, original)
        return None
    thread_ts = body.get("thread_ts")
    draft = replace(content.draft(body.get), thread_ts=str(thread_ts) if thread_ts else None)
    if body.get("replace_original") is True and original:
        kept = replace(original.draft, text=draft.text, blocks=draft.blocks)
        return talk.edit(town, original, kept, town.bot.user_id)
    channel = town.channels[url.channel]
    if body.get("response_type", "ephemeral") != "in_channel":
        return talk.whisper(town, channel, url.person, draft, town.bot.user_id)
    if channel.is_archived:
        raise Refused("is_archived")
    return talk.post(town, channel, town.people[town.bot.user_id], draft)


def find(town: Town, url: ResponseUrl) -> Message | None:
    room = town.rooms[url.channel]
    shelf = room.whispers if url.is_ephemeral else room.messages
    return shelf.get(url.message or "")


def delete(town: Town, original: Message | None) -> None:
    if original is None:
        raise Refused("message_not_found")
    talk.delete(town, original)
