"""How much of a lease is left, as this machine knows it without asking the database."""

import time
from collections.abc import Callable

Clocks = tuple[Callable[[], float], ...]

CLOCKS: Clocks = (time.monotonic, time.time)
"""Both are looked at: the first may stand still while a machine is suspended, and the second may
be set."""


class Lease:
    """Begins before the database is asked for it, so that it never ends later than there."""

    def __init__(self, seconds: float, clocks: Clocks = CLOCKS) -> None:
        self._ends = [(clock, clock() + seconds) for clock in clocks]

    def left(self) -> float:
        return min(end - clock() for clock, end in self._ends)
