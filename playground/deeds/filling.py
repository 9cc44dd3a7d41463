"""What a form must hold before Slack's app sends it off."""

import re
from typing import Any

from playground.blocks import walk
from playground.deeds.given import Given
from playground.deeds.surfaces import Surface
from playground.inputs import HOLDINGS, Entry, content, enter, untouched
from playground.refusals import Impossible, Incomplete, unknown
from playground.views import Values

REQUIRED = "Please complete this required field."
MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
URL = re.compile(r"https?://\S+")


def fill(given: Given, surface: Surface, entered: dict[str, Any]) -> Values:
    """The state after the person has entered `{block: {action: value}}`.

    Where a block holds a single element, as an input does, `{block: value}` will do.
    """
    values = {block: dict(actions) for block, actions in surface.entered.items()}
    blocks = {spot.block["block_id"] for spot in walk.elements(surface.blocks)}
    strange = set(entered) - blocks
    if strange:
        raise unknown(f"the form has no block {strange.pop()}")
    for spot in walk.elements(surface.blocks):
        block, action = spot.block["block_id"], spot.element["action_id"]
        if block not in entered or spot.element["type"] not in HOLDINGS:
            continue
        said = entered[block]
        value = said.get(action) if isinstance(said, dict) and action in said else said
        values.setdefault(block, {})[action] = read(given, surface, spot, value)
    return values


def read(given: Given, surface: Surface, spot: walk.Spot, value: Any) -> dict[str, Any]:
    suggested = surface.suggested(spot.element["action_id"])
    try:
        return enter(Entry(town=given.town, element=spot.element, value=value, suggested=suggested))
    except Impossible as wrong:
        raise Incomplete({spot.block["block_id"]: wrong.words}) from None


def refuse_incomplete(surface: Surface, values: Values) -> None:
    errors: dict[str, str] = {}
    for spot in walk.elements(surface.blocks):
        if spot.block["type"] == "input" and spot.element["type"] in HOLDINGS:
            block, action = spot.block["block_id"], spot.element["action_id"]
            state = values.get(block, {}).get(action) or untouched(spot.element)
            words = wrong(spot, content(state))
            errors |= {block: words} if words else {}
    if errors:
        raise Incomplete(errors)


def wrong(spot: walk.Spot, value: Any) -> str | None:
    if not value:
        return None if spot.block.get("optional") else REQUIRED
    check = CHECKS.get(spot.element["type"])
    return check(spot.element, value) if check else None


def wrong_length(element: dict[str, Any], value: str) -> str | None:
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if len(value) < least:
        return f"Please enter at least {least} characters."
    return f"Please enter at most {most} characters." if len(value) > most else None


def wrong_number(element: dict[str, Any], value: str) -> str | None:
    try:
        number = float(value)
    except ValueError:
        return "Please enter a number."
    if not element["is_decimal_allowed"] and not number.is_integer():
        return "Please enter a whole number."
    least, most = element.get("min_value", number), element.get("max_value", number)
    if not float(least) <= number <= float(most):
        return f"Please enter a number from {least} to {most}."
    return None


def wrong_mail(_: dict[str, Any], value: str) -> str | None:
    return None if MAIL.fullmatch(value) else "Please enter a valid email address."


def wrong_url(_: dict[str, Any], value: str) -> str | None:
    return None if URL.fullmatch(value) else "Please enter a valid URL."


CHECKS = {
    "plain_text_input": wrong_length,
    "number_input": wrong_number,
    "email_text_input": wrong_mail,
    "url_text_input": wrong_url,
}
