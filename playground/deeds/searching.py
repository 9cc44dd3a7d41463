"""Typing into a menu whose options the bot brings: `block_suggestion`
(docs.slack.dev/reference/interaction-payloads/block_suggestion-payload).
"""

from typing import Any

from playground import talk
from playground.blocks.objects import OPTION_GROUP, PLAIN_OPTION
from playground.blocks.shapes import Many
from playground.deeds import surfaces
from playground.deeds.given import Given
from playground.deeds.payloads import basics
from playground.deeds.surfaces import Surface
from playground.delivery.envelope import Answer, Envelope, Unanswered
from playground.inputs import Options
from playground.refusals import Impossible

EXTERNAL = ("external_select", "multi_external_select")
LEAST_TYPED = 3
SHAPES = {
    "options": Many(of=PLAIN_OPTION, most=100),
    "option_groups": Many(of=OPTION_GROUP, most=100),
}
NO_OPTIONS = "The options could not be loaded."


async def search(given: Given) -> dict[str, Any]:
    """Below `min_query_length` letters (3, if the bot says nothing) Slack does not ask."""
    surface = surfaces.find(given)
    spot = surface.find(given.need("action_id"), given.text("block_id"))
    if spot.element["type"] not in EXTERNAL:
        raise Impossible(f"{spot.element['action_id']} has no search")
    typed = given.text("query") or ""
    if len(typed) < spot.element.get("min_query_length", LEAST_TYPED):
        return {"options": []}
    asked = {"action_id": spot.element["action_id"], "block_id": spot.block["block_id"]}
    options = await suggestions(given, surface, asked | {"value": typed})
    surface.keep_suggested(spot.element["action_id"], options)
    return {"options": options}


async def suggestions(given: Given, surface: Surface, asked: dict[str, Any]) -> Options:
    payload = basics(given.town, given.person, "block_suggestion") | surface.describe() | asked
    try:
        answer = await given.town.courier.ask(Envelope(kind="interactive", payload=payload))
        return understand(given, answer)
    except Unanswered:
        talk.toast(given.town, given.person.id, NO_OPTIONS)
        return []


def understand(given: Given, answer: Answer) -> Options:
    body = answer.body if isinstance(answer.body, dict) else {}
    found = [
        str(fault)
        for key, shape in SHAPES.items()
        for fault in shape.faults(body.get(key, []), f"/{key}")
    ]
    if found or not SHAPES.keys() & body.keys():
        words = "no options in the answer" if not found else "invalid options"
        given.town.complaints.add("answer", "block_suggestion", words, messages=found)
        talk.toast(given.town, given.person.id, NO_OPTIONS)
        return []
    grouped = [option for group in body.get("option_groups", ()) for option in group["options"]]
    return [*body.get("options", ()), *grouped]
