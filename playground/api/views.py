"""views.*: forms put before people, and their Home."""

from typing import Any

from playground import content, views
from playground.api.call import Call
from playground.refusals import Refused, invalid_arguments
from playground.town import Town
from playground.views import View


def read(call: Call, kind: str) -> dict[str, Any]:
    try:
        given = call.json("view")
    except ValueError:
        raise invalid_arguments(["must provide an object [json-pointer:/view]"]) from None
    return content.view(given, kind)


def show(town: Town, view: View) -> dict[str, Any]:
    return {"view": views.show(view, bot=town.bot, team=town.team.id)}


def refuse_twin(town: Town, given: dict[str, Any], known: View | None = None) -> None:
    """An external id belongs to one view."""
    name = given.get("external_id")
    twin = town.forms.find_external(name) if name else None
    if twin and (known is None or twin.id != known.id):
        raise Refused("duplicate_external_id")


def open_form(town: Town, call: Call) -> dict[str, Any]:
    name, given = call.need("trigger_id"), read(call, "modal")
    refuse_twin(town, given)
    trigger = town.triggers.exchange(name)
    return show(town, town.forms.raise_new(trigger.person, given))


def push(town: Town, call: Call) -> dict[str, Any]:
    """Onto the form in which the person did something."""
    name, given = call.need("trigger_id"), read(call, "modal")
    refuse_twin(town, given)
    trigger = town.triggers.exchange(name)
    below = town.forms.open.get(trigger.view or "")
    if below is None:
        raise Refused("not_found")
    return show(town, town.forms.push(below, given))


def update(town: Town, call: Call) -> dict[str, Any]:
    view = named(town, call)
    given = read(call, view.content["type"])
    refuse_stale(view, call)
    refuse_twin(town, given, view)
    return show(town, town.forms.change(view, given))


def named(town: Town, call: Call) -> View:
    view_id, external_id = call.text("view_id"), call.text("external_id")
    if not view_id and not external_id:
        raise invalid_arguments(["missing required field: view_id"])
    found = town.forms.find(view_id) if view_id else town.forms.find_external(external_id or "")
    if found is None:
        raise Refused("not_found")
    return found


def refuse_stale(view: View | None, call: Call) -> None:
    if view and call.has("hash") and call.text("hash") != view.hash:
        raise Refused("hash_conflict")


def publish(town: Town, call: Call) -> dict[str, Any]:
    person = town.people.get(call.need("user_id"))
    if person is None:
        raise invalid_arguments(["must be a valid user [json-pointer:/user_id]"])
    given = read(call, "home")
    known = town.forms.homes.get(person.id)
    if not town.bot.has_home:
        raise Refused("not_enabled")
    refuse_stale(known, call)
    refuse_twin(town, given, known)
    return show(town, town.forms.publish(person.id, given))
