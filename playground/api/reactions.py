"""reactions.*: what the bot adds below messages, and sees there."""

from typing import Any

from playground import emoji, talk
from playground.api import history, places
from playground.api.call import Call
from playground.api.chat import permalink
from playground.messages import Message, reacted
from playground.refusals import Refused
from playground.town import Town


def item(town: Town, call: Call) -> Message:
    if not call.has("channel") or not call.has("timestamp"):
        raise Refused("no_item_specified")
    if not places.TS.fullmatch(call.need("timestamp")):
        raise Refused("bad_timestamp")
    channel = places.visible(town, town.channels.get(call.need("channel")))
    message = town.rooms[channel.id].find(call.need("timestamp"))
    if message is None:
        raise Refused("message_not_found")
    return message


def changeable(town: Town, call: Call) -> Message:
    message = item(town, call)
    channel = town.channels[message.channel]
    if channel.is_archived:
        raise Refused("is_archived")
    if not town.has_bot(channel):
        raise Refused("not_in_channel")
    return message


def name_of(call: Call) -> str:
    name = call.need("name")
    if not emoji.is_known(name):
        raise Refused("invalid_name")
    return name


def add(town: Town, call: Call) -> dict[str, Any]:
    name, message = name_of(call), changeable(town, call)
    if reacted(message, name, town.bot.user_id):
        raise Refused("already_reacted")
    talk.react(town, message, name, town.bot.user_id)
    return {}


def remove(town: Town, call: Call) -> dict[str, Any]:
    name, message = name_of(call), changeable(town, call)
    if not reacted(message, name, town.bot.user_id):
        raise Refused("no_reaction")
    talk.unreact(town, message, name, town.bot.user_id)
    return {}


def get(town: Town, call: Call) -> dict[str, Any]:
    message = item(town, call)
    described = history.describe(town, message)
    told = described if call.flag("full") else history.some_of(described)
    shown = told | {"permalink": permalink(town, message)}
    return {"type": "message", "channel": message.channel, "message": shown}
