"""What follows from what was said of one of the team."""

from datetime import datetime

from care import digests, morning_lists, replanning
from domain.teammates import Teammate
from store import teammates
from store.work import Work


def follow(work: Work, now: datetime, teammate_id: int) -> None:
    """After their working time has changed: what is planned goes by it."""
    mate = teammates.by_id(work, teammate_id)
    if mate is None:
        return
    replanning.want(work, now, mate.id)
    for each in stood_in_for(work, now, mate.id):
        replanning.want(work, now, each.id)
    morning_lists.plan_next(work, now, mate)
    if mate.is_manager:
        digests.plan_next(work, now, mate)


def stood_in_for(work: Work, now: datetime, teammate_id: int) -> list[Teammate]:
    """Who is away, and named them as the one who answers for their customers."""
    away = ((each, each.absence(now)) for each in teammates.everybody(work))
    return [each for each, absence in away if absence and absence.stand_in_id == teammate_id]
