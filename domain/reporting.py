"""Who reports to whom, and so who is told and shown what somebody has to do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, kw_only=True)
class Lines:
    """`above` is whom each reports to, also through who has left; `managers` are those of the
    settings, who share whoever reports to nobody.
    """

    managers: frozenset[int] = frozenset()
    above: Mapping[int, int] = field(default_factory=dict)
    gone: frozenset[int] = frozenset()

    def of(self, whose: int) -> int | None:
        """The first above them who is there; None: the managers of the settings share them."""
        return next((each for each in self._chain(whose) if each not in self.gone), None)

    def may_read(self, reader: int, whose: int) -> bool:
        """They themselves, and whoever is above them; the managers of the settings, unless one of
        these was said to be.
        """
        chain = list(self._chain(whose))
        is_shared = not self.managers.intersection(chain[-1:])
        return reader in {whose, *chain} or (is_shared and reader in self.managers)

    def with_(self, above: Mapping[int, int]) -> "Lines":
        return replace(self, above={**self.above, **above})

    def would_loop(self, whose: int, manager: int) -> bool:
        return whose in {manager, *self._chain(manager)}

    def _chain(self, whose: int) -> Iterator[int]:
        """Upwards, each once: a loop that came by joining two accounts ends where it began."""
        seen, at = {whose}, self.above.get(whose)
        while at is not None and at not in seen:
            yield at
            seen.add(at)
            at = self.above.get(at)
