"""What a bot wants to say, checked as Slack checks it: text, blocks, metadata."""

import json
import re
from collections.abc import Callable
from typing import Any

from playground.blocks import check, walk
from playground.blocks.finish import finish
from playground.messages import Draft
from playground.refusals import Refused, invalid_arguments

MOST_TEXT = 40_000
MOST_TEXT_OF_UPDATE = 4_000
MOST_ATTACHMENTS = 100
MOST_METADATA = 16_384
MOST_VIEW = 250_000

Read = Callable[[str], Any]


def draft(read: Read, *, most: int = MOST_TEXT) -> Draft:
    """`read` gives an argument as JSON, and raises ValueError for what is none."""
    text = read_text(read)
    blocks = tuple(read_blocks(read))
    attachments = tuple(read_attachments(read))
    if len(text) > most:
        raise Refused("msg_too_long")
    if not text.strip() and not blocks and not attachments:
        raise Refused("no_text")
    return Draft(text=text or summary(blocks), blocks=blocks, attachments=attachments)


def read_text(read: Read) -> str:
    text = read("text")
    if not isinstance(text, (str, int, float, type(None))):
        raise invalid_arguments(["must provide a string [json-pointer:/text]"])
    return "" if text is None else str(text)


def read_blocks(read: Read) -> list[walk.Block]:
    try:
        blocks = read("blocks") or []
    except ValueError:
        raise Refused("invalid_blocks_format") from None
    if not isinstance(blocks, list):
        raise Refused("invalid_blocks_format")
    found = [str(fault) for fault in check.of_message(blocks)]
    if found:
        told = {"messages": [f"[ERROR] {fault}" for fault in found]}
        raise Refused("invalid_blocks", errors=found, response_metadata=told)
    if check.too_long(blocks):
        raise Refused("msg_blocks_too_long")
    return finish(blocks)


def read_attachments(read: Read) -> list[dict[str, Any]]:
    """Only counted: what is inside legacy attachments is not looked at."""
    try:
        attachments = read("attachments") or []
    except ValueError:
        raise Refused("invalid_attachments") from None
    if not isinstance(attachments, list) or not all(isinstance(a, dict) for a in attachments):
        raise Refused("invalid_attachments")
    if len(attachments) > MOST_ATTACHMENTS:
        raise Refused("too_many_attachments")
    return attachments


def summary(blocks: tuple[walk.Block, ...]) -> str:
    """The text which Slack makes up for a message that brings none."""
    return " ".join(walk.texts(list(blocks)))


def metadata(read: Read) -> dict[str, Any] | None:
    """Custom metadata: the name of an event, and whatever payload."""
    try:
        given = read("metadata")
    except ValueError:
        raise Refused("invalid_metadata_format") from None
    if not given:
        return None
    if not isinstance(given, dict):
        raise Refused("invalid_metadata_format")
    if set(given) != {"event_type", "event_payload"} or not is_named(given["event_type"]):
        raise Refused("invalid_metadata_schema")
    if not isinstance(given["event_payload"], dict):
        raise Refused("invalid_metadata_schema")
    if len(json.dumps(given)) > MOST_METADATA:
        raise Refused("metadata_too_large")
    return given


def is_named(event_type: Any) -> bool:
    return isinstance(event_type, str) and bool(re.fullmatch(r"[A-Za-z0-9_]{1,255}", event_type))


def view(given: Any, kind: str) -> dict[str, Any]:
    """A form or Home as it is shown, with ids for the blocks that came without."""
    if given is None:
        raise invalid_arguments(["missing required field: view"])
    found = [str(fault) for fault in check.of_view(given)]
    if not found and given["type"] != kind:
        found = ["must be a valid enum value [json-pointer:/view/type]"]
    if found:
        raise invalid_arguments(found)
    if len(json.dumps(given)) > MOST_VIEW:
        raise Refused("view_too_large")
    return {**given, "blocks": finish(given["blocks"])}
