"""All that people can do, by name."""

from typing import Any

from playground import sight
from playground.deeds import forms, looking, places, pressing, reading, searching, typing
from playground.deeds.given import Deed, Given
from playground.people import Person
from playground.refusals import Impossible
from playground.town import Town

DEEDS: dict[str, Deed] = {
    "act": pressing.act,
    "close": forms.close,
    "delete": typing.delete,
    "dismiss": reading.dismiss,
    "dm": places.dm,
    "edit": typing.edit,
    "home": places.home,
    "invite": places.invite,
    "join": places.join,
    "leave": places.leave,
    "mark": reading.mark,
    "react": typing.react,
    "remove": places.remove,
    "search": searching.search,
    "shortcut": places.shortcut,
    "submit": forms.submit,
    "type": typing.say,
    "unreact": typing.unreact,
}
LOOKS: dict[str, Deed] = {
    "channels": looking.channels,
    "forms": looking.forms,
    "home": looking.home,
    "read": looking.read,
    "toasts": looking.toasts,
}


async def do(
    town: Town, person: Person, deed: Deed, said: dict[str, Any], *, settle: bool
) -> dict[str, Any]:
    """The deed's own answer, and under `sees` all that came before the person's eyes meanwhile."""
    if person.is_deleted or person.is_bot:
        raise Impossible(f"{person.name} cannot do anything here")
    began = town.feed.number
    done = await deed(Given(town=town, person=person, said=said))
    if settle:
        await town.settle()
    return done | {"sees": sight.since(town, person, began)}
