"""How long what failed is left alone before it is tried again."""

from dataclasses import dataclass
from datetime import timedelta

SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(hours=6)


@dataclass(frozen=True, kw_only=True)
class Failing:
    """How many of each are tried again and again."""

    nudges: int
    digests: int
    alarms: int
    posts: int

    def __bool__(self) -> bool:
        return bool(self.nudges or self.digests or self.alarms or self.posts)


def pause(failures: int) -> timedelta:
    """After so many in a row: twice as long each time, up to the longest."""
    doublings = min(failures - 1, 10)
    return min(SHORTEST * (1 << doublings), LONGEST)
