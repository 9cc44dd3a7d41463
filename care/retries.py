"""What fails steps back for longer and longer, so that nothing else waits for it.

Its own transaction is undone by then: stepping back is another one. Each says which failure in a
row it was; 0 where somebody else has dealt with it meanwhile.
"""

from datetime import datetime

from domain.posts import Post
from domain.retries import Failing, pause
from store import failures, leases, tables
from store.work import Work


def nudge(work: Work, now: datetime, nudge_id: int) -> int:
    return failures.step_back(work, tables.Nudge, nudge_id, now)


def digest(work: Work, now: datetime, digest_id: int) -> int:
    return failures.step_back(work, tables.Digest, digest_id, now)


def morning_list(work: Work, now: datetime, list_id: int) -> int:
    return failures.step_back(work, tables.MorningList, list_id, now)


def alarm(work: Work, now: datetime, alarm_id: int) -> int:
    return failures.step_back(work, tables.Alarm, alarm_id, now)


def post(work: Work, now: datetime, leased: Post) -> int:
    """Lets go of it."""
    del now
    number = failures.count(work, leased)
    if number:
        leases.release(work, leased, pause(number).total_seconds())
    return number


def failing(work: Work, now: datetime) -> Failing:
    """In every workspace."""
    return failures.failing(work, now)
