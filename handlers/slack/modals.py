"""Forms, and messages that need a window of their own, as Slack's modals; and what comes back."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from domain.forms import Filled, Form
from domain.messages import Message
from domain.phrases import shorten
from handlers.slack import fields
from handlers.slack.blocks import Json, blocks_of, plain_text, small_print

FORM = "form"
"""The callback id of every form; which one it is stands in its metadata."""

TITLE = 24


@dataclass(frozen=True, kw_only=True)
class Way:
    """Where the answer to a form goes: to the message it was opened from, to the window below it,
    to Home, or else to a direct message. `place` is the channel that it was opened in, if any.
    """

    url: str = ""
    replaces: bool = False
    window: str = ""
    is_home: bool = False
    place: str = ""


def form_view(form: Form, way: Way) -> Json:
    metadata = {
        "action": form.action_id,
        "ref": form.ref,
        "carried": form.carried,
        "first": form.fields[0].name,
        "way": asdict(way),
    }
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": _plain(form.title),
        "submit": _plain(form.submit),
        "close": _plain("Cancel"),
        "private_metadata": json.dumps(metadata),
        "blocks": [*small_print(form.notes), *map(fields.entry, form.fields)],
    }


def message_view(message: Message, revision: str = "") -> Json:
    """An answer that is to be read, and acted on, in a window of its own."""
    return {
        "type": "modal",
        "callback_id": message.id,
        "title": _plain("Heed"),
        "close": _plain("Close"),
        "blocks": blocks_of(message, revision),
    }


@dataclass(frozen=True, kw_only=True)
class Sent:
    """A form as it came back: what it asked for, what was filled in, where the answer goes."""

    action_id: str
    ref: str
    filled: Filled
    way: Way
    first: str


def sent(view: dict[str, Any]) -> Sent:
    metadata = json.loads(view["private_metadata"])
    values = {
        name: _values(element)
        for name, block in (view.get("state") or {}).get("values", {}).items()
        for element in block.values()
    }
    return Sent(
        action_id=metadata["action"],
        ref=metadata["ref"],
        filled=Filled(values=values, carried=metadata["carried"]),
        way=Way(**metadata["way"]),
        first=metadata["first"],
    )


def _values(element: dict[str, Any]) -> tuple[str, ...]:
    """What an element of a form holds, as text; nothing where it was left empty."""
    if many := element.get("selected_options"):
        return tuple(each["value"] for each in many)
    if one := element.get("selected_option"):
        return (one["value"],)
    if stamp := element.get("selected_date_time"):
        return (datetime.fromtimestamp(stamp, UTC).isoformat(),)
    told = (element.get(key) for key in ("value", "selected_user", "selected_date"))
    return tuple(value for value in told if value)


def _plain(text: str) -> Json:
    return plain_text(shorten(text, TITLE), emoji=True)
