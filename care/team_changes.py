"""What follows from what was said of one of the team."""

from datetime import datetime

from care import digests, morning_lists, replanning
from store import teammates
from store.work import Work


def follow(work: Work, now: datetime, teammate_id: int) -> None:
    """After their working time has changed: what is planned goes by it."""
    mate = teammates.by_id(work, teammate_id)
    if mate is None:
        return
    replanning.want(work, now, mate.id)
    morning_lists.plan_next(work, now, mate)
    if mate.is_manager:
        digests.plan_next(work, now, mate)
