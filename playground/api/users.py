"""users.*, bots.info and team.info: who is who."""

from typing import Any

from playground.api.call import Call
from playground.api.paging import metadata, page
from playground.people import Person
from playground.refusals import Refused
from playground.town import Town


def describe(town: Town, person: Person) -> dict[str, Any]:
    """With the mail address only if the token has the scope for it."""
    return town.show_person(person, with_mail="users:read.email" in town.bot.scopes)


def info(town: Town, call: Call) -> dict[str, Any]:
    person = town.people.get(call.need("user"))
    if person is None:
        raise Refused("user_not_found")
    return {"user": describe(town, person)}


def list_all(town: Town, call: Call) -> dict[str, Any]:
    """People of another team, who are met in shared channels, are not in this list."""
    here = [p for p in town.people.values() if p.team == town.team.id]
    shown, cursor = page(here, call, key=lambda p: p.id, default=1000)
    members = [describe(town, person) for person in shown]
    return {"members": members, "cache_ts": int(town.now.timestamp())} | metadata(cursor)


def look_up_by_email(town: Town, call: Call) -> dict[str, Any]:
    mail = call.need("email").lower()
    here = (p for p in town.people.values() if p.team == town.team.id and not p.is_deleted)
    person = next((p for p in here if p.mail.lower() == mail), None)
    if person is None:
        raise Refused("users_not_found")
    return {"user": describe(town, person)}


def bot_info(town: Town, call: Call) -> dict[str, Any]:
    if call.text("bot") not in (None, town.bot.bot_id):
        raise Refused("bot_not_found")
    bot = town.bot
    facts = {"id": bot.bot_id, "deleted": False, "name": bot.name, "updated": 0}
    return {"bot": facts | {"app_id": bot.app_id, "user_id": bot.user_id, "icons": {}}}


def team_info(town: Town, call: Call) -> dict[str, Any]:
    if call.text("team") not in (None, town.team.id):
        raise Refused("team_not_found")
    team = town.team
    facts = {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": ""}
    return {"team": facts | {"icon": {"image_default": True}, "url": url(town)}}


def url(town: Town) -> str:
    return f"https://{town.team.domain}.slack.com/"
