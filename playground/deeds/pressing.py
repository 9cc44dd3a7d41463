"""Pressing buttons and choosing: `block_actions`
(docs.slack.dev/reference/interaction-payloads/block_actions-payload).
"""

from typing import Any

from playground import talk
from playground.blocks import walk
from playground.deeds import surfaces
from playground.deeds.given import Given
from playground.deeds.payloads import basics
from playground.deeds.surfaces import Surface
from playground.delivery.envelope import Envelope, Unanswered
from playground.inputs import HOLDINGS, Entry, enter, pick
from playground.refusals import Impossible

TIMED_OUT = "Operation timed out. Apps need to respond within 3 seconds."
FAILED = "This app did not respond. Try again in a moment."


async def act(given: Given) -> dict[str, Any]:
    """What is entered in an input only stays in the form, unless it dispatches."""
    surface = surfaces.find(given)
    spot = surface.find(given.need("action_id"), given.text("block_id"))
    acted = action(given, surface, spot)
    if spot.element["type"] in HOLDINGS:
        surface = surface.enter(spot, enter(entry(given, surface, spot)))
    if spot.block["type"] == "input" and not spot.block.get("dispatch_action"):
        return {"is_dispatched": False}
    return {"is_dispatched": await dispatch(given, surface, acted)}


def entry(given: Given, surface: Surface, spot: walk.Spot) -> Entry:
    return Entry(
        town=given.town,
        element=spot.element,
        value=given.said.get("value"),
        suggested=surface.suggested(spot.element["action_id"]),
    )


def action(given: Given, surface: Surface, spot: walk.Spot) -> dict[str, Any]:
    element = spot.element
    told = {
        "type": element["type"],
        "action_id": element["action_id"],
        "block_id": spot.block["block_id"],
        "action_ts": given.town.stamp(),
    }
    if element["type"] in HOLDINGS:
        return told | enter(entry(given, surface, spot))
    if element["type"] == "overflow":
        return told | {"selected_option": pick(entry(given, surface, spot), given.need("value"))}
    if element["type"] == "feedback_buttons":
        return told | feedback(given, element)
    if element["type"] in ("button", "icon_button"):
        kept = ("text", "value", "style", "url", "icon")
        return told | {key: element[key] for key in kept if key in element}
    raise Impossible(f"a {element['type']} cannot be pressed")


def feedback(given: Given, element: dict[str, Any]) -> dict[str, Any]:
    for button in (element["positive_button"], element["negative_button"]):
        if given.need("value") in (button["value"], button["text"]["text"]):
            return {"text": button["text"], "value": button["value"]}
    raise Impossible(f"there is no button {given.need('value')}")


async def dispatch(given: Given, surface: Surface, acted: dict[str, Any]) -> bool:
    town, person = given.town, given.person
    view = surface.view
    payload = basics(town, person, "block_actions") | surface.describe() | {"actions": [acted]}
    payload["trigger_id"] = town.triggers.issue(
        person.id, view.id if view and not view.is_home else None
    )
    if surface.message:
        payload["response_url"] = surfaces.url_for(town, surface.message, person.id)
    return await interact(given, payload)


async def interact(given: Given, payload: dict[str, Any]) -> bool:
    """Whether the bot acknowledged; else the person is told that it did not."""
    try:
        await given.town.courier.ask(Envelope(kind="interactive", payload=payload))
    except Unanswered as missed:
        words = TIMED_OUT if missed.reason == "timeout" else FAILED
        talk.toast(given.town, given.person.id, words)
        return False
    return True
