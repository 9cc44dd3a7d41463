"""Going places: Home, the direct message with the bot, channels; and shortcuts."""

from typing import Any

from playground import membership
from playground.deeds import surfaces
from playground.deeds.given import Given
from playground.deeds.payloads import basics, name_of
from playground.deeds.pressing import interact
from playground.happenings import Opened
from playground.refusals import Impossible
from playground.sight import show_channel, show_view, standing_of_guest


async def home(given: Given) -> dict[str, Any]:
    town, person = given.town, given.person
    if not town.bot.has_home:
        raise Impossible(f"{town.bot.name} has no Home")
    view = town.forms.homes.get(person.id)
    channel = town.direct(person)
    town.feed.tell(Opened(person=person.id, channel=channel.id, tab="home", view=view))
    return {"channel": channel.id, "view": show_view(town, view) if view else None}


async def dm(given: Given) -> dict[str, Any]:
    """The messages tab of the bot, which is the direct message with it."""
    town, person = given.town, given.person
    channel = town.direct(person)
    town.feed.tell(Opened(person=person.id, channel=channel.id, tab="messages"))
    return {"channel": channel.id}


async def shortcut(given: Given) -> dict[str, Any]:
    """On a message, if one is named; else a global one."""
    callback = {"callback_id": given.need("callback_id"), "action_ts": given.town.stamp()}
    if given.text("ts"):
        return await on_message(given, callback)
    payload = basics(given.town, given.person, "shortcut") | callback
    payload["trigger_id"] = given.town.triggers.issue(given.person.id)
    return {"is_dispatched": await interact(given, payload)}


async def on_message(given: Given, callback: dict[str, Any]) -> dict[str, Any]:
    town, message = given.town, given.lasting()
    channel = town.channels[message.channel]
    payload = basics(town, given.person, "message_action") | callback
    payload |= {
        "message_ts": message.ts,
        "message": town.show(message),
        "channel": {"id": channel.id, "name": name_of(channel)},
        "response_url": surfaces.url_for(town, message, given.person.id),
        "trigger_id": town.triggers.issue(given.person.id),
    }
    return {"is_dispatched": await interact(given, payload)}


async def join(given: Given) -> dict[str, Any]:
    channel = given.channel()
    if given.person.id in channel.members or channel.is_archived:
        raise Impossible(f"{given.person.name} cannot join #{channel.name}")
    joined = membership.join(given.town, channel, given.person)
    return {"channel": show_channel(given.town, joined, given.person)}


async def leave(given: Given) -> dict[str, Any]:
    channel = given.joined()
    if channel.is_direct:
        raise Impossible("a direct message cannot be left")
    left = membership.leave(given.town, channel, given.person, given.person)
    return {"channel": show_channel(given.town, left, given.person)}


async def invite(given: Given) -> dict[str, Any]:
    """`user`: a person, or the bot by its handle."""
    channel, guest = given.joined(), given.other()
    if standing_of_guest(given.person) or channel.is_direct:
        raise Impossible(f"{given.person.name} cannot invite anybody here")
    if guest.id in channel.members or guest.is_deleted:
        raise Impossible(f"{guest.name} cannot be invited")
    joined = membership.join(given.town, channel, guest, given.person)
    return {"channel": show_channel(given.town, joined, given.person)}


async def remove(given: Given) -> dict[str, Any]:
    channel, other = given.joined(), given.other()
    if standing_of_guest(given.person) or channel.is_direct or other.id not in channel.members:
        raise Impossible(f"{given.person.name} cannot remove {other.name} here")
    left = membership.leave(given.town, channel, other, given.person)
    return {"channel": show_channel(given.town, left, given.person)}
