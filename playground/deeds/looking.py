"""Looking around, which changes nothing."""

from typing import Any

from playground import sight
from playground.deeds.given import Given


async def channels(given: Given) -> dict[str, Any]:
    town, person = given.town, given.person
    shown = [sight.show_channel(town, c, person) for c in sight.channels(town, person)]
    return {"channels": shown}


async def read(given: Given) -> dict[str, Any]:
    """A channel, or with `thread` one of its threads, as this person sees it."""
    town, person, channel = given.town, given.person, given.channel()
    messages = sight.read(town, channel, person, given.text("thread"))
    return {"channel": sight.show_channel(town, channel, person), "messages": messages}


async def forms(given: Given) -> dict[str, Any]:
    """The open ones; the last is in front."""
    opened = given.town.forms.of(given.person.id)
    return {"forms": [sight.show_view(given.town, view) for view in opened]}


async def home(given: Given) -> dict[str, Any]:
    """Home as it was published last, without opening it."""
    view = given.town.forms.homes.get(given.person.id)
    return {"view": sight.show_view(given.town, view) if view else None}


async def toasts(given: Given) -> dict[str, Any]:
    seen = sight.since(given.town, given.person, 0)
    return {"toasts": seen.get("toasts", [])}
