"""What could not be handled: kept for a while, so that it can be looked at and mended."""

from datetime import datetime

from domain.dead_letters import DeadLetter
from store import dead_letters
from store.work import Work

MOST = 50
"""Of one installation: whatever floods in, the database stays small."""


def keep(work: Work, now: datetime, letter: DeadLetter) -> None:
    dead_letters.keep(work, letter, now)
    dead_letters.crowd_out(work, MOST)


def everything(work: Work, now: datetime) -> list[DeadLetter]:
    """The oldest first."""
    del now
    return dead_letters.everything(work)


def forget(work: Work, now: datetime) -> int:
    """They have been looked at; how many there were."""
    del now
    return dead_letters.forget_all(work)
