"""What becomes of a column of a table, in words."""

from dataclasses import dataclass

from domain.import_layout import CONTACT, NAME
from domain.messages import Count

CALLED = {NAME: "customer", CONTACT: "person"}
"""What a column is called where its own name says too little."""


@dataclass(frozen=True, kw_only=True)
class Fate:
    """What becomes of a column: `column` is what it is, if anything; of its `filled` cells so many
    are not taken. `before` is whichever column counts before it.
    """

    heading: str
    column: str
    filled: int
    left: int
    before: str = ""

    @property
    def taken_for(self) -> str:
        called = CALLED.get(self.column, self.column)
        return f"{called}, where “{self.before}” is empty" if self.before else called

    @property
    def lost(self) -> str:
        """What is not taken of it, in words."""
        if not self.column:
            return f"not taken, {_values(self.filled)}"
        return f"{_values(self.left)} not taken" if self.left else ""

    def __str__(self) -> str:
        return "; ".join(filter(None, (self.taken_for, self.lost)))


def _values(number: int) -> str:
    return f"{number or 'no'} {Count(number or 2, 'value').noun}"
