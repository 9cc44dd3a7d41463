"""A command as people read it: in the help, and in a platform's list of commands."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Usage:
    """`example` is what can be typed, `does` says what for: "log a contact". `opens` is the action
    that opens its form, where it has one, and `keeps` the one whose form keeps a line that is too
    long, where that is another. Platforms list what `is_listed`, the help shows all, by
    `rank`.
    """

    name: str
    example: str
    does: str
    rank: int
    opens: str = ""
    keeps: str = ""
    is_listed: bool = True


Usages = Mapping[str, Usage]
"""By name, in the order of the help."""
