"""What an admin, or a test, can do to the workspace."""

from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from playground import membership
from playground.channels import Channel
from playground.deeds.given import Deed, Given
from playground.delivery.http import verify
from playground.gate import OWN
from playground.ids import fresh
from playground.people import Person
from playground.refusals import Impossible, unknown
from playground.sight import show_channel
from playground.town import Town


def admin_of(town: Town) -> Person:
    """The first admin of the team, in whose name it is done."""
    people = town.people.values()
    return next((person for person in people if person.is_admin), next(iter(people)))


def channel_of(given: Given) -> Channel:
    channel = given.town.find_channel(given.need("channel"))
    if channel is None or channel.is_direct:
        raise unknown(f"there is no channel {given.need('channel')}")
    return channel


def told(given: Given, channel: Channel) -> dict[str, Any]:
    return {"channel": show_channel(given.town, channel, given.person)}


async def deactivate(given: Given) -> dict[str, Any]:
    return {"person": membership.deactivate(given.town, given.other("person")).id}


async def reactivate(given: Given) -> dict[str, Any]:
    return {"person": membership.reactivate(given.town, given.other("person")).id}


async def zone(given: Given) -> dict[str, Any]:
    if given.need("zone") not in available_timezones():
        raise Impossible(f"there is no zone {given.need('zone')}")
    return {"person": membership.move(given.town, given.other("person"), given.need("zone")).id}


async def status(given: Given) -> dict[str, Any]:
    """An emoji like `:palm_tree:`, and when it ends, in seconds of the epoch; 0 for never."""
    ends = given.said.get("expiration", 0)
    if not isinstance(ends, int) or ends < 0:
        raise Impossible("an expiration is a number of seconds")
    changed = membership.set_status(
        given.town, given.other("person"), str(given.said.get("emoji", "")), ends
    )
    return {"person": changed.id}


async def hire(given: Given) -> dict[str, Any]:
    """Somebody new: `handle` and `name`, and whatever else a person of the team file has."""
    named = {"handle": given.need("handle"), "name": given.need("name")}
    said = {"id": fresh("U", 11), "team": given.town.team.id} | given.said | named
    try:
        person = Person(**said)
    except TypeError as wrong:
        raise Impossible(str(wrong)) from None
    if given.town.find_person(person.handle) or given.town.find_person(person.id):
        raise Impossible(f"there is somebody called {person.handle}")
    return {"person": membership.hire(given.town, person).id}


async def archive(given: Given) -> dict[str, Any]:
    channel = membership.archive(given.town, channel_of(given), given.person, is_archived=True)
    return told(given, channel)


async def unarchive(given: Given) -> dict[str, Any]:
    channel = membership.archive(given.town, channel_of(given), given.person, is_archived=False)
    return told(given, channel)


async def rename(given: Given) -> dict[str, Any]:
    name = given.need("name").removeprefix("#")
    return told(given, membership.rename(given.town, channel_of(given), name, given.person))


async def share(given: Given) -> dict[str, Any]:
    """With another company, by the id of its team."""
    channel = channel_of(given)
    teams = (*channel.other_teams, given.text("team") or "T0PARTNER0")
    return told(given, membership.share(given.town, channel, teams, given.person))


async def offer(given: Given) -> dict[str, Any]:
    """Invites another company, by the id of its team. The bot hears of that only with a scope
    that it need not have.
    """
    invited = (given.text("team") or "T0PARTNER0",)
    return told(given, given.town.keep_channel(channel_of(given), invited_teams=invited))


async def unshare(given: Given) -> dict[str, Any]:
    return told(given, membership.share(given.town, channel_of(given), (), given.person))


async def revoke(given: Given) -> dict[str, Any]:
    membership.revoke(given.town)
    return {}


async def uninstall(given: Given) -> dict[str, Any]:
    membership.revoke(given.town, is_uninstalled=True)
    return {}


async def reinstall(given: Given) -> dict[str, Any]:
    """The token is good again."""
    given.town.is_revoked = False
    return {}


async def refresh(given: Given) -> dict[str, Any]:
    """Ask the bot to open new connections: `warning`, `refresh_requested` or `link_disabled`."""
    reason = given.text("reason") or "refresh_requested"
    return {"connections": await given.town.socket.refresh(reason)}


async def request_url(given: Given) -> dict[str, Any]:
    """Reach the bot over HTTP from now on. Slack first asks the address to prove itself."""
    town, url = given.town, given.need("url")
    if urlsplit(url).hostname not in OWN:
        raise Impossible("This playground calls this machine alone.")
    if not await verify(url, secret=town.keys.signing_secret, token=town.keys.verification_token):
        raise Impossible("Your URL didn't respond with the value of the challenge parameter.")
    town.call_at(url)
    return {"url": url}


DEEDS: dict[str, Deed] = {
    "archive": archive,
    "deactivate": deactivate,
    "hire": hire,
    "offer": offer,
    "reactivate": reactivate,
    "refresh": refresh,
    "reinstall": reinstall,
    "rename": rename,
    "request-url": request_url,
    "revoke": revoke,
    "share": share,
    "unarchive": unarchive,
    "uninstall": uninstall,
    "unshare": unshare,
    "zone": zone,
    "status": status,
}


async def do(town: Town, deed: Deed, said: dict[str, Any], *, settle: bool) -> dict[str, Any]:
    done = await deed(Given(town=town, person=admin_of(town), said=said))
    if settle:
        await town.settle()
    return done
