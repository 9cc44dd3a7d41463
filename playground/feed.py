"""Everything that happens, numbered, for whoever wants to listen or to look back."""

from collections import deque
from collections.abc import Callable
from itertools import islice

from playground.happenings import Happening

Listener = Callable[[Happening], None]


class Feed:
    """Remembers the newest `kept` happenings; numbers go on rising."""

    def __init__(self, kept: int = 20_000) -> None:
        self._kept: deque[Happening] = deque(maxlen=kept)
        self._listeners: list[Listener] = []
        self.number = 0

    def tell(self, happening: Happening) -> None:
        self.number += 1
        self._kept.append(happening)
        for listener in tuple(self._listeners):
            listener(happening)

    def since(self, number: int) -> list[Happening]:
        """What came after the happening of that number, as far as it is still remembered."""
        newest_first = islice(reversed(self._kept), max(0, self.number - number))
        return list(newest_first)[::-1]

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Returns what ends the subscription."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)
