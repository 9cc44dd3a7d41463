"""chat.*: what the bot says, changes and takes back."""

from dataclasses import replace
from typing import Any

from playground import content, talk
from playground.api import places
from playground.api.call import Call
from playground.messages import Draft, Message
from playground.refusals import Refused
from playground.town import Town


def reader(call: Call) -> content.Read:
    """Text is taken as it is; everything else may be JSON."""
    return lambda name: call.text(name) if name == "text" else call.json(name)


def post_message(town: Town, call: Call) -> dict[str, Any]:
    channel = places.addressed(town, call)
    draft = replace(
        content.draft(reader(call)),
        thread_ts=thread(call),
        is_broadcast=call.flag("reply_broadcast"),
        metadata=content.metadata(reader(call)),
    )
    town.pace.spend(channel.id)
    message = talk.post(town, channel, town.people[town.bot.user_id], broadcast(draft))
    shown = town.show(message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def thread(call: Call) -> str | None:
    thread_ts = call.text("thread_ts")
    if thread_ts and not places.TS.fullmatch(thread_ts):
        raise Refused("invalid_thread_ts")
    return thread_ts or None


def broadcast(draft: Draft) -> Draft:
    is_broadcast = draft.is_broadcast and draft.thread_ts is not None
    return replace(
        draft,
        is_broadcast=is_broadcast,
        subtype="thread_broadcast" if is_broadcast else draft.subtype,
    )


def update(town: Town, call: Call) -> dict[str, Any]:
    message = places.own_message(town, call, "cant_update_message")
    if town.channels[message.channel].is_archived:
        raise Refused("is_inactive")
    changed = talk.edit(town, message, updated(message, call), town.bot.user_id)
    shown = town.show(changed, metadata=True)
    return {"channel": changed.channel, "ts": changed.ts, "text": changed.text, "message": shown}


def updated(message: Message, call: Call) -> Draft:
    """Blocks, attachments and metadata that are not sent stay; empty ones are taken away."""
    draft = content.draft(retaining(message.draft, reader(call)), most=content.MOST_TEXT_OF_UPDATE)
    is_given = call.has("metadata")
    metadata = content.metadata(reader(call)) if is_given else message.draft.metadata
    return replace(
        message.draft,
        text=draft.text,
        blocks=draft.blocks if call.has("blocks") else message.draft.blocks,
        attachments=draft.attachments,
        metadata=metadata,
    )


def retaining(old: Draft, read: content.Read) -> content.Read:
    kept = {"blocks": list(old.blocks), "attachments": list(old.attachments)}

    def retained(name: str) -> Any:
        given = read(name)
        return kept.get(name) if given is None else given

    return retained


def delete(town: Town, call: Call) -> dict[str, Any]:
    message = places.own_message(town, call, "cant_delete_message")
    talk.delete(town, message)
    return {"channel": message.channel, "ts": message.ts}


def post_ephemeral(town: Town, call: Call) -> dict[str, Any]:
    channel = places.addressed(town, call)
    person = call.need("user")
    draft = replace(content.draft(reader(call)), thread_ts=thread(call))
    if person not in channel.members:
        raise Refused("user_not_in_channel")
    message = talk.whisper(town, channel, person, draft, town.bot.user_id)
    return {"message_ts": message.ts}


def get_permalink(town: Town, call: Call) -> dict[str, Any]:
    channel = places.visible(town, town.channels.get(call.need("channel")))
    message = town.rooms[channel.id].find(call.need("message_ts"))
    if message is None:
        raise Refused("message_not_found")
    return {"channel": channel.id, "permalink": permalink(town, message)}


def permalink(town: Town, message: Message) -> str:
    place = f"https://{town.team.domain}.slack.com/archives/{message.channel}"
    link = f"{place}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={message.channel}"
    return link
