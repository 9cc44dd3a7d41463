"""What the payloads of commands and interactions have in common
(docs.slack.dev/reference/interaction-payloads).
"""

from typing import Any

from playground.channels import Channel
from playground.people import Person
from playground.town import Town


def basics(town: Town, person: Person, kind: str) -> dict[str, Any]:
    return {
        "type": kind,
        "user": {
            "id": person.id,
            "username": person.handle,
            "name": person.handle,
            "team_id": person.team,
        },
        "api_app_id": town.bot.app_id,
        "token": town.keys.verification_token,
        "team": {"id": town.team.id, "domain": town.team.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def name_of(channel: Channel) -> str:
    """Payloads keep the names of private places to themselves."""
    if channel.is_direct:
        return "directmessage"
    return "privategroup" if channel.is_private else channel.name


def response_url(town: Town, name: str) -> str:
    return f"{town.address}/response/{town.team.id}/{name}"
