"""Messages as one would read them out: the plain words that every platform falls back on."""

from typing import assert_never
from unicodedata import bidirectional
from zoneinfo import ZoneInfo

from domain.messages import (
    Command,
    Count,
    Day,
    Grain,
    Line,
    Link,
    Moment,
    Named,
    Part,
    Person,
    Text,
    Words,
)
from domain.phrases import shorten

NAME = 200
"""Characters of a name that are shown; the whole is kept."""

RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"})
"""Kinds of letters that can turn the words beside them round (Unicode's standard annex 9)."""

ISOLATED = "\u2068{}\u2069"
_ISOLATES = str.maketrans(dict.fromkeys("\u2066\u2067\u2068\u2069"))

CLOCKS = {Grain.DAY: "{0:%a} {0.day} {0:%b}", Grain.CLOCK: "{0:%H:%M}"}
CLOCKS[Grain.BOTH] = f"{CLOCKS[Grain.DAY]}, {CLOCKS[Grain.CLOCK]}"


def spoken(line: Line, prefix: str) -> str:
    """Names for people, times on the clock that the message names, `prefix` before commands."""
    return "".join(_said(part, prefix) for part in line)


def isolated(text: str) -> str:
    """What people wrote from right to left keeps its direction to itself."""
    if text.isascii() or not any(bidirectional(letter) in RIGHT_TO_LEFT for letter in text):
        return text
    return ISOLATED.format(text.translate(_ISOLATES))


def _said(part: Part, prefix: str) -> str:
    match part:
        case Text():
            return part.text
        case Command():
            return f"{prefix}{part.command}"
        case Named():
            return isolated(shorten(part.name, NAME))
        case Words():
            return f"“{isolated(part.words)}”"
        case Person():
            return isolated(part.name)
        case Moment():
            return CLOCKS[part.grain].format(part.at.astimezone(ZoneInfo(part.zone)))
        case Count():
            return f"{part.number} {part.noun}"
        case Day():
            return part.called
        case Link():
            return part.label
        case _:
            assert_never(part)
