"""The people of the workspace, and how Slack's API describes one."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo


@dataclass(frozen=True, kw_only=True)
class Person:
    id: str
    handle: str
    name: str
    team: str
    enterprise: str = ""
    mail: str = ""
    zone: str = "UTC"
    title: str = ""
    bot_id: str | None = None
    status_emoji: str = ""
    status_expiration: int = 0
    is_guest: bool = False
    is_single_channel_guest: bool = False
    is_admin: bool = False
    is_deleted: bool = False
    updated: int = 0

    @property
    def is_bot(self) -> bool:
        return self.bot_id is not None


def profile(person: Person, *, with_mail: bool) -> dict[str, Any]:
    first, _, last = person.name.partition(" ")
    shown = {
        "title": person.title,
        "phone": "",
        "skype": "",
        "real_name": person.name,
        "real_name_normalized": person.name,
        "display_name": person.handle,
        "display_name_normalized": person.handle,
        "first_name": first,
        "last_name": last,
        "status_text": "",
        "status_emoji": person.status_emoji,
        "status_expiration": person.status_expiration,
        "avatar_hash": "",
        "team": person.team,
    }
    if person.bot_id:
        shown["bot_id"] = person.bot_id
    return shown | ({"email": person.mail} if with_mail and person.mail else {})


def user(
    person: Person, *, home: str, is_met: bool, now: datetime, with_mail: bool
) -> dict[str, Any]:
    """A user object. People of another team than `home` show less of themselves; those whom it
    has `is_met` in a channel are, to Slack, no strangers.
    """
    shown: dict[str, Any] = {
        "id": person.id,
        "team_id": person.team,
        "name": person.handle,
        "deleted": person.is_deleted,
        "real_name": person.name,
        "profile": profile(person, with_mail=with_mail and person.team == home),
        "is_bot": person.is_bot,
        "is_app_user": False,
        "is_stranger": person.team != home and not is_met,
        "updated": person.updated,
    }
    if person.enterprise:
        shown["enterprise_user"] = enterprise_user(person)
    return shown if person.is_deleted else shown | standing(person) | zone(person, now)


def enterprise_user(person: Person) -> dict[str, Any]:
    return {
        "id": person.id,
        "enterprise_id": person.enterprise,
        "enterprise_name": person.enterprise,
        "is_admin": False,
        "is_owner": False,
        "teams": [person.team],
    }


def standing(person: Person) -> dict[str, Any]:
    return {
        "is_admin": person.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": person.is_guest or person.is_single_channel_guest,
        "is_ultra_restricted": person.is_single_channel_guest,
    }


def zone(person: Person, now: datetime) -> dict[str, Any]:
    offset = now.astimezone(ZoneInfo(person.zone)).utcoffset()
    return {
        "color": "9f69e7",
        "tz": person.zone,
        "tz_label": person.zone.replace("_", " "),
        "tz_offset": int(offset.total_seconds()) if offset else 0,
    }
