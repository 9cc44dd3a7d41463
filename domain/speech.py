"""Messages as one would read them out: the plain words that every platform falls back on."""

from typing import assert_never
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

CLOCKS = {Grain.DAY: "{0:%a} {0.day} {0:%b}", Grain.CLOCK: "{0:%H:%M}"}
CLOCKS[Grain.BOTH] = f"{CLOCKS[Grain.DAY]}, {CLOCKS[Grain.CLOCK]}"


def spoken(line: Line, prefix: str) -> str:
    """Names for people, times on the clock that the message names, `prefix` before commands."""
    return "".join(_said(part, prefix) for part in line)


def _said(part: Part, prefix: str) -> str:
    match part:
        case Text():
            return part.text
        case Command():
            return f"{prefix}{part.command}"
        case Named():
            return shorten(part.name, NAME)
        case Words():
            return f"“{part.words}”"
        case Person():
            return part.name
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
