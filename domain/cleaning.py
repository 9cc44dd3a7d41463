"""What can be kept and answered of what came in: no database takes all that JSON can spell."""

import re
from typing import Any

DEEPEST = 20
"""Levels that are read: whatever is nested deeper is nothing that a platform sends."""

UNKEPT = re.compile("[\x00\ud800-\udfff]")
"""What no database takes and no answer can carry: a null, and half of a character."""


def storable_text(text: str) -> str:
    """The same, with a replacement character for each of those."""
    return UNKEPT.sub("\ufffd", text)


def storable(value: Any, depth: int = 0) -> Any:
    """The same for whatever JSON spells: a text, an object, a list or a number."""
    if isinstance(value, str):
        return storable_text(value)
    if depth == DEEPEST:
        return None
    if isinstance(value, dict):
        return {storable(name): storable(each, depth + 1) for name, each in value.items()}
    return [storable(each, depth + 1) for each in value] if isinstance(value, list) else value
