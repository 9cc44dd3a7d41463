"""How long something took, each time that it was asked for."""

import statistics
import time
from collections.abc import Awaitable, Callable

Runs = list[float]


async def timed(asked: Callable[[], Awaitable[object]], times: int) -> Runs:
    runs = []
    for _ in range(times):
        began = time.perf_counter()
        await asked()
        runs.append(time.perf_counter() - began)
    return runs


def share(runs: Runs, percent: int) -> float:
    """The time within which that many percent of the runs were done."""
    if len(runs) == 1:
        return runs[0]
    return statistics.quantiles(runs, n=100, method="inclusive")[percent - 1]
