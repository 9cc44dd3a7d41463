"""How fast the bot may post in one channel."""

import math
from time import monotonic

from playground.refusals import RateLimited


class Pace:
    """`rate` messages a second and channel, evenly: Slack promises no burst. 0: no limit."""

    def __init__(self, rate: float) -> None:
        self._rate = rate
        self._next: dict[str, float] = {}

    def spend(self, channel: str) -> None:
        now = monotonic()
        early = self._next.get(channel, now) - now
        if self._rate and early > 0:
            raise RateLimited(max(1, math.ceil(early)))
        if self._rate:
            self._next[channel] = now + 1 / self._rate
