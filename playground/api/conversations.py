"""conversations.*, but for what is said in them: channels, direct messages, their members."""

from typing import Any

from playground import channels, membership
from playground.api import places
from playground.api.call import Call
from playground.api.paging import metadata, page
from playground.api.scopes import require, require_all
from playground.channels import Channel
from playground.people import Person
from playground.refusals import Refused
from playground.town import Town

TYPES = {
    "public_channel": ("channel", "channels:read"),
    "private_channel": ("group", "groups:read"),
    "im": ("im", "im:read"),
    "mpim": ("mpim", "mpim:read"),
}


def describe(town: Town, channel: Channel, *, count: bool = False) -> dict[str, Any]:
    shown = channels.describe(channel, team=town.team.id, viewer=town.bot.user_id)
    return shown | ({"num_members": len(channel.members)} if count else {})


def chosen(town: Town, call: Call) -> list[Channel]:
    """The channels of the types asked for, which each need a scope of their own."""
    names = (call.text("types") or "public_channel").replace(" ", "").split(",")
    if not set(names) <= set(TYPES):
        raise Refused("invalid_types")
    require_all(town, (TYPES[name][1] for name in names))
    kinds = {TYPES[name][0] for name in names}
    hide_archived = call.flag("exclude_archived")
    return [
        channel
        for channel in town.channels.values()
        if channel.kind in kinds and not (hide_archived and channel.is_archived)
    ]


def list_all(town: Town, call: Call) -> dict[str, Any]:
    """Private channels only if the bot is in them."""
    found = [c for c in chosen(town, call) if not c.is_private or town.has_bot(c)]
    shown, cursor = page(found, call, key=lambda c: c.id, default=100)
    return {"channels": [describe(town, c, count=True) for c in shown]} | metadata(cursor)


def of_person(town: Town, call: Call) -> dict[str, Any]:
    """users.conversations: where somebody is; the bot itself, unless another is named."""
    person = town.people.get(call.text("user") or town.bot.user_id)
    if person is None:
        raise Refused("user_not_found")
    found = [c for c in chosen(town, call) if person.id in c.members and shared(town, c)]
    shown, cursor = page(found, call, key=lambda c: c.id, default=100)
    return {"channels": [describe(town, c) for c in shown]} | metadata(cursor)


def shared(town: Town, channel: Channel) -> bool:
    """Whether the bot may know that somebody is in this channel."""
    return channel.kind == "channel" or town.has_bot(channel)


def info(town: Town, call: Call) -> dict[str, Any]:
    channel = places.readable(town, call)
    return {"channel": describe(town, channel, count=call.flag("include_num_members"))}


def members(town: Town, call: Call) -> dict[str, Any]:
    channel = places.readable(town, call)
    shown, cursor = page(channel.members, call, key=str, default=100)
    return {"members": shown} | metadata(cursor)


def join(town: Town, call: Call) -> dict[str, Any]:
    channel = places.visible(town, town.channels.get(call.need("channel")))
    if channel.kind != "channel":
        raise Refused("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise Refused("is_archived")
    if town.has_bot(channel):
        told = {"response_metadata": {"warnings": ["already_in_channel"]}}
        return {"channel": describe(town, channel), "warning": "already_in_channel"} | told
    return {"channel": describe(town, membership.join(town, channel, bot(town)))}


def open_direct(town: Town, call: Call) -> dict[str, Any]:
    """conversations.open: a direct message with one person, known or new."""
    channel = reopened(town, call) if call.has("channel") else direct(town, call)
    shown = {"id": channel.id}
    return {"channel": describe(town, channel) if call.flag("return_im") else shown}


def reopened(town: Town, call: Call) -> Channel:
    channel = places.visible(town, town.channels.get(call.need("channel")))
    if not channel.is_direct:
        raise Refused("method_not_supported_for_channel_type")
    return channel


def direct(town: Town, call: Call) -> Channel:
    """Several people, a group message, are more than this playground has."""
    names = [name for name in (call.text("users") or "").split(",") if name]
    if not names:
        raise Refused("users_list_not_supplied")
    require(town, "im:write")
    people = [known(town, name) for name in names]
    if len(people) > 1:
        raise Refused("method_not_supported_for_channel_type")
    return town.direct(people[0])


def known(town: Town, name: str) -> Person:
    person = town.people.get(name)
    if person is None or person.is_bot:
        raise Refused("user_not_found")
    if person.is_deleted:
        raise Refused("user_disabled")
    return person


def bot(town: Town) -> Person:
    return town.people[town.bot.user_id]
