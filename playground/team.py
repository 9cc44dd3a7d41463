"""Who and what is there when the playground begins."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playground.bot import Bot, Command, Example, Shortcut
from playground.channels import Channel
from playground.people import Person

DEFAULT = Path(__file__).with_name("team.json")


Tour = dict[str, Any]
"""What leads a newcomer; only the page reads it. README.md says what it holds."""


@dataclass(frozen=True, kw_only=True)
class Team:
    id: str
    name: str
    domain: str
    bot: Bot
    people: tuple[Person, ...]
    channels: tuple[Channel, ...]
    tour: Tour | None = None
    enterprise: str = ""


@cache
def read(path: Path = DEFAULT) -> Team:
    return build(json.loads(path.read_text()))


def build(given: dict[str, Any]) -> Team:
    """Raises TypeError, which names the key, when a key is missing or unknown."""
    home = given["team"]
    bot = build_bot(given["bot"])
    whose = {"team": home["id"], "enterprise": home.get("enterprise", "")}
    people = [Person(**(whose | person)) for person in given["people"]]
    everybody = (*people, person_of(bot, home["id"]))
    ids = {person.handle: person.id for person in everybody}
    channels = tuple(build_channel(channel, ids) for channel in given["channels"])
    tour = given.get("tour")
    return Team(**home, bot=bot, people=everybody, channels=channels, tour=tour)


def build_bot(given: dict[str, Any]) -> Bot:
    lists = {
        name: frozenset(given[name]) for name in ("scopes", "events") if given.get(name) is not None
    }
    commands = tuple(build_command(command) for command in given.get("commands", ()))
    shortcuts = tuple(Shortcut(**shortcut) for shortcut in given.get("shortcuts", ()))
    return Bot(**(given | lists | {"commands": commands, "shortcuts": shortcuts}))


def build_command(given: dict[str, Any]) -> Command:
    examples = tuple(Example(**example) for example in given.get("examples", ()))
    return Command(**(given | {"examples": examples}))


def build_channel(given: dict[str, Any], ids: dict[str, str]) -> Channel:
    """Members and creator are written as handles."""
    members = tuple(ids[handle] for handle in given["members"])
    creator = ids[given["creator"]] if "creator" in given else members[0]
    others = tuple(given.get("other_teams", ()))
    return Channel(**(given | {"members": members, "creator": creator, "other_teams": others}))


def person_of(bot: Bot, team: str) -> Person:
    """The bot's user, which is a member of channels like any other."""
    return Person(id=bot.user_id, handle=bot.handle, name=bot.name, team=team, bot_id=bot.bot_id)
