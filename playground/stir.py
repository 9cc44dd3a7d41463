"""Whether anything is going on: what a test waits for before it looks."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic


class Stir:
    def __init__(self) -> None:
        self._count = 0
        self._under_way = 0
        self._watched: list[Callable[[], bool]] = []

    @property
    def is_busy(self) -> bool:
        return self._under_way > 0 or any(is_busy() for is_busy in self._watched)

    def watch(self, is_busy: Callable[[], bool]) -> None:
        """A bot in the same process can say for itself whether it is still at work."""
        self._watched.append(is_busy)

    def note(self) -> None:
        self._count += 1

    @contextmanager
    def under_way(self) -> Iterator[None]:
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._count += 1

    async def settle(self, *, quiet: float, within: float) -> bool:
        """Whether, within that time, there were `quiet` seconds in which nothing happened."""
        end = monotonic() + within
        while monotonic() < end:
            seen = self._count
            await asyncio.sleep(quiet)
            if self._count == seen and not self.is_busy:
                return True
        return False
