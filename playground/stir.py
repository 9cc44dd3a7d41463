"""Whether anything is going on: what a test waits for before it looks."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic


class Stir:
    def __init__(self) -> None:
        self._count = 0
        self._under_way = 0

    @property
    def is_busy(self) -> bool:
        return self._under_way > 0

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
