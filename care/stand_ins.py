"""Who stands in for somebody who is away."""

from datetime import date, datetime, timedelta

from care import managers
from domain.absences import on
from domain.teammates import Teammate
from store import handing_over, teammates
from store.work import Work

A_YEAR = timedelta(days=365)


def proposed(work: Work, now: datetime, mate: Teammate, day: date) -> Teammate | None:
    """Whoever was named beforehand, else knows their customers best, else leads them; as long as
    they are there on that day.
    """
    closest = handing_over.closest_to(work, mate.id, now - A_YEAR)
    ids = (mate.stand_in_id, closest)
    every = [teammates.by_id(work, each) for each in ids if each]
    return next(
        (
            each
            for each in (*every, *managers.of_teammate(work, mate))
            if each and _is_there(each, day) and each.id != mate.id
        ),
        None,
    )


def _is_there(mate: Teammate, day: date) -> bool:
    return mate.is_of_team and on(mate.absences, day) is None
