"""What Slack adds to the blocks it has taken, so that what is read back is not what was sent."""

from typing import Any

from playground.blocks import walk
from playground.ids import fresh

ADDED = {"plain_text": {"emoji": True}, "mrkdwn": {"verbatim": False}}
UNNAMED = {"image"}


def finish(blocks: list[walk.Block]) -> list[walk.Block]:
    """Block ids and action ids that were left out, and the defaults of text objects."""
    finished: list[walk.Block] = [complete(block) for block in blocks]
    for place in walk.blocks(finished, ""):
        place.block.setdefault("block_id", fresh("", 5))
    for spot in walk.elements(finished):
        if spot.element["type"] not in UNNAMED:
            spot.element.setdefault("action_id", fresh("", 5))
    return finished


def complete(value: Any) -> Any:
    """A copy that shares nothing with what was sent."""
    if isinstance(value, dict):
        added = ADDED.get(str(value.get("type")), {})
        return {**added, **{name: complete(inner) for name, inner in value.items()}}
    if isinstance(value, list):
        return [complete(inner) for inner in value]
    return value
