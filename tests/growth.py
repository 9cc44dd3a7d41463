"""How much longer something takes when there is more of it."""

import time
from collections.abc import Callable

TICK = 0.01
"""Seconds; some systems count a process's time in such steps, and call everything less nothing."""


def growth(run: Callable[[int], object], few: int, many: int) -> float:
    """How many times as long `many` take as `few`: of the processor's time, at best of three."""
    short, long = (min(_seconds(run, count) for _ in range(3)) for count in (few, many))
    return long / max(short, TICK)


def _seconds(run: Callable[[int], object], count: int) -> float:
    began = time.process_time()
    run(count)
    return time.process_time() - began
