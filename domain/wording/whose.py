"""Whose customer somebody is, in words."""

from dataclasses import dataclass

from domain.messages import Line, Named, Person, line


@dataclass(frozen=True, kw_only=True)
class Whose:
    """`left` is whose they were, and will be again once that one is back. `stand_in` answers for
    them while the owner is away.
    """

    owner: Person | None = None
    left: Person | None = None
    stand_in: Person | None = None

    def say(self) -> Line:
        return self._line("nobody")

    def begin(self) -> Line:
        """The same at the beginning of a sentence."""
        return self._line("Nobody")

    def _line(self, nobody: str) -> Line:
        if self.owner and self.stand_in:
            return line(self.owner, "'s customer, and ", self.stand_in, " stands in")
        if self.owner:
            return line(self.owner, "'s customer")
        if self.left:
            return line(f"{nobody}'s customer since ", Named(self.left.name), " left the team")
        return line(f"{nobody}'s customer yet")


NOBODYS = Whose()
