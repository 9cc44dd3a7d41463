"""That hardly anybody acts on what a play asks for."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from domain.messages import Item, Line, Named, line
from domain.wording.digests import opening


class Acceptance(Protocol):
    """Of so many reminders of a play, so many were acted on."""

    @property
    def play(self) -> str: ...
    @property
    def asked(self) -> int: ...
    @property
    def acted(self) -> int: ...


def told(each: Acceptance) -> Line:
    return line("“", Named(each.play), f"”: {each.acted} of {each.asked} in 30 days")


def in_digest(found: Sequence[Acceptance], today: date) -> tuple[Item, ...]:
    """The least heeded alone; the others stand behind it."""
    first = line("🎚️ Hardly anybody acts on ", *told(found[0]), ": ask for it more seldom?")
    return (Item(line=first, actions=(opening("unheeded", "all", today),)),)
