"""Puts events into their wrapper and sends them off, as far as the bot may and wants to hear."""

from typing import Any

from playground.events import Event, events
from playground.happenings import Happening
from playground.ids import fresh
from playground.town import Town


def listen(town: Town) -> None:
    """From now on the bot hears of what happens."""

    def hear(happening: Happening) -> None:
        if not town.is_revoked:
            announce(town, happening)

    town.feed.subscribe(hear)


def announce(town: Town, happening: Happening) -> None:
    for event in events(happening, town):
        if town.bot.hears(event.name) and (event.scope is None or event.scope in town.bot.scopes):
            town.courier.tell(wrap(town, event))


def wrap(town: Town, event: Event) -> dict[str, Any]:
    """`team_id` is the sender's company, which in a shared channel may be another than the
    bot's: `authorizations` says for whom the event is.
    """
    home = town.team.id
    return {
        "token": town.keys.verification_token,
        "team_id": event.sender_team or home,
        "context_team_id": home,
        "context_enterprise_id": None,
        "api_app_id": town.bot.app_id,
        "event": event.body,
        "type": "event_callback",
        "event_id": fresh("Ev", 12),
        "event_time": int(town.now.timestamp()),
        "authorizations": [authorization(town)],
        "is_ext_shared_channel": bool(event.channel and event.channel.is_shared),
        "event_context": fresh("4-", 20),
    }


def authorization(town: Town) -> dict[str, Any]:
    return {
        "enterprise_id": None,
        "team_id": town.team.id,
        "user_id": town.bot.user_id,
        "is_bot": True,
        "is_enterprise_install": False,
    }
