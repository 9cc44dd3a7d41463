"""Submitting and closing forms: `view_submission`, `view_closed`
(docs.slack.dev/reference/interaction-payloads/view-interactions-payload).
"""

from typing import Any

from playground import content, talk
from playground.deeds import filling, surfaces
from playground.deeds.given import Given
from playground.deeds.payloads import basics
from playground.deeds.pressing import interact
from playground.deeds.surfaces import Surface
from playground.delivery.envelope import Answer, Envelope, Unanswered
from playground.refusals import Impossible, Refused
from playground.views import View

TROUBLE = "We had some trouble connecting. Try again?"


async def submit(given: Given) -> dict[str, Any]:
    """The answer tells whether the form has closed, and which errors stand at its fields."""
    view = surfaces.form(given)
    if "submit" not in view.content:
        raise Impossible("that form has nothing to submit")
    view = enter(given, view)
    payload = describe(given, view, "view_submission") | {
        "trigger_id": given.town.triggers.issue(given.person.id, view.id),
        "response_urls": [],
    }
    try:
        answer = await given.town.courier.ask(Envelope(kind="interactive", payload=payload))
        errors = follow(given, view, answer)
    except (Unanswered, Refused) as failed:
        fail(given, view, failed)
        return {"is_open": True, "errors": {}}
    return {"is_open": view.id in given.town.forms.open, "errors": errors}


def enter(given: Given, view: View) -> View:
    surface = Surface(town=given.town, person=given.person.id, view=view)
    entered = given.said.get("values") or {}
    if not isinstance(entered, dict):
        raise Impossible("values must be an object")
    values = filling.fill(given, surface, entered)
    filling.refuse_incomplete(surface, values)
    return given.town.forms.enter(view, values)


def describe(given: Given, view: View, kind: str) -> dict[str, Any]:
    surface = Surface(town=given.town, person=given.person.id, view=view)
    return basics(given.town, given.person, kind) | {"view": surface.describe()["view"]}


def fail(given: Given, view: View, failed: Exception) -> None:
    if isinstance(failed, Refused):
        messages = failed.more.get("response_metadata", {}).get("messages", [])
        what = str(view.content.get("callback_id", "view_submission"))
        given.town.complaints.add("answer", what, failed.error, messages=messages)
    talk.toast(given.town, given.person.id, TROUBLE)


def follow(given: Given, view: View, answer: Answer) -> dict[str, str]:
    """Do what the acknowledgement says; without a word the form closes."""
    town, body = given.town, answer.body
    action = body.get("response_action") if isinstance(body, dict) else None
    if not body:
        close_if_open(given, view)
    elif not isinstance(body, dict) or action not in ("errors", "update", "push", "clear"):
        raise Refused("unknown_response_action")
    elif action == "errors":
        return errors(view, body.get("errors"))
    elif action == "clear":
        close_if_open(given, view, everything=True)
    elif action == "push":
        town.forms.push(view, content.view(body.get("view"), "modal"))
    else:
        town.forms.change(view, content.view(body.get("view"), "modal"))
    return {}


def close_if_open(given: Given, view: View, *, everything: bool = False) -> None:
    """The bot may have replaced the form meanwhile, under the same id."""
    standing = given.town.forms.open.get(view.id)
    if standing:
        given.town.forms.close(standing, everything=everything)


def errors(view: View, given: Any) -> dict[str, str]:
    """Slack shows errors at input blocks only, and fails when one points elsewhere."""
    inputs = {block["block_id"] for block in view.blocks if block["type"] == "input"}
    if not isinstance(given, dict) or not given or not set(given) <= inputs:
        raise Refused("invalid_errors", response_metadata={"messages": [str(given)]})
    return {block: str(words) for block, words in given.items()}


async def close(given: Given) -> dict[str, Any]:
    """`all` closes those behind it as well, as a form that clears on closing does by itself."""
    view = surfaces.form(given)
    is_cleared = given.flag("all") or bool(view.content.get("clear_on_close"))
    closed = given.town.forms.close(view, everything=is_cleared)
    for each in closed:
        if each.content.get("notify_on_close"):
            payload = describe(given, each, "view_closed") | {"is_cleared": is_cleared}
            await interact(given, payload)
    return {"closed": [each.id for each in closed]}
