"""Finding the channels, people and messages which a call names."""

import re

from playground.api.call import Call
from playground.api.scopes import require
from playground.channels import Channel
from playground.messages import Message
from playground.people import Person
from playground.refusals import Refused
from playground.town import Town

TS = re.compile(r"\d{1,12}\.\d{1,6}")
PERSON = re.compile(r"[UW][A-Z0-9]+")


def visible(town: Town, channel: Channel | None) -> Channel:
    """A private channel without the bot does not exist for it."""
    if channel is None or (channel.is_private and not town.has_bot(channel)):
        raise Refused("channel_not_found")
    return channel


def readable(town: Town, call: Call, what: str = "read") -> Channel:
    """The channel named by its id, if the token has the scope to `read` it or its `history`."""
    channel = visible(town, town.channels.get(call.need("channel")))
    require(town, f"{channel.scope}:{what}")
    return channel


def joined(town: Town, call: Call, what: str = "read") -> Channel:
    channel = readable(town, call, what)
    if not town.has_bot(channel):
        raise Refused("not_in_channel")
    return channel


def addressed(town: Town, call: Call) -> Channel:
    """Where a message goes: a channel's id or name, or a person, which is a direct message."""
    name = call.need("channel")
    if PERSON.fullmatch(name) and name not in town.channels:
        return direct(town, town.people.get(name))
    channel = visible(town, town.find_channel(name))
    if not town.has_bot(channel):
        raise Refused("not_in_channel")
    return writable(town, channel)


def direct(town: Town, person: Person | None) -> Channel:
    if person is None or person.is_bot:
        raise Refused("channel_not_found")
    return writable(town, town.direct(person))


def writable(town: Town, channel: Channel) -> Channel:
    if channel.is_archived:
        raise Refused("is_archived")
    if channel.is_direct and not town.bot.has_messages_tab:
        raise Refused("messages_tab_disabled")
    return channel


def own_message(town: Town, call: Call, refusal: str) -> Message:
    """A message of the bot's in a channel it is in; somebody else's is refused."""
    channel = visible(town, town.channels.get(call.need("channel")))
    message = town.rooms[channel.id].find(call.need("ts"))
    if not town.has_bot(channel):
        raise Refused("channel_not_found")
    if message is None:
        raise Refused("message_not_found")
    if message.author != town.bot.user_id or not message.is_speech:
        raise Refused(refusal)
    return message


def moment(call: Call, name: str, refusal: str) -> str | None:
    """A `ts`, or a plain number of seconds, brought into a form that sorts."""
    value = call.text(name)
    if not value:
        return None
    whole, _, part = value.partition(".")
    if not whole.isdigit() or (part and not part.isdigit()):
        raise Refused(refusal)
    return f"{int(whole):010}.{part[:6]:0<6}"
