"""Cursors: the name of the first thing on the next page, wrapped up."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from playground.api.call import Call
from playground.refusals import Refused

T = TypeVar("T")


def page(
    items: Sequence[T], call: Call, *, key: Callable[[T], str], default: int, most: int = 1000
) -> tuple[list[T], str]:
    """One page and the cursor of the next, which is empty on the last."""
    limit = call.whole("limit", default)
    if not 1 <= limit <= most:
        raise Refused("invalid_limit")
    cursor = call.text("cursor")
    start = find(items, unwrap(cursor), key) if cursor else 0
    following = items[start + limit : start + limit + 1]
    return list(items[start : start + limit]), wrap(key(following[0])) if following else ""


def find(items: Sequence[T], name: str, key: Callable[[T], str]) -> int:
    for number, item in enumerate(items):
        if key(item) == name:
            return number
    raise Refused("invalid_cursor")


def wrap(name: str) -> str:
    return base64.b64encode(f"next:{name}".encode()).decode()


def unwrap(cursor: str) -> str:
    try:
        kind, _, name = base64.b64decode(cursor, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        raise Refused("invalid_cursor") from None
    if kind != "next":
        raise Refused("invalid_cursor")
    return name


def metadata(cursor: str) -> dict[str, Any]:
    return {"response_metadata": {"next_cursor": cursor}}
