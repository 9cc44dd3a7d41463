"""What stands in private for whoever is away, and for whoever stands in: as of now."""

from datetime import datetime

from care import answering, briefs
from domain.messages import Message
from features.absences import words
from store import absences, teammates, workload
from store.work import Work

FIRST = 5
"""Customers of whom whoever stands in is told: those who wait first."""


TOLD_OF_EACH = 2
"""Lines of their brief, the most important first; the card opens all of it."""


def say(work: Work, now: datetime, absence_id: int) -> Message | None:
    """With those who wait first; None where it was taken back."""
    mate = teammates.by_id(work, absences.whose(work, absence_id))
    if mate is None:
        return None
    absence = next((each for each in mate.absences if each.id == absence_id), None)
    if absence is None or mate.absence(now) != absence:
        return words.is_back(mate)
    stand_in = answering.stand_in(work, now, mate)
    first = workload.asked_instead_of(work, mate.id, FIRST)
    zone = (stand_in or mate).clock
    told = briefs.of_many(work, now, [(each, zone) for each in first], TOLD_OF_EACH)
    return words.stands_in(
        mate, absence, stand_in, [(each, told.get(each.id, ())) for each in first]
    )


def say_asked(work: Work, now: datetime, absence_id: int) -> Message | None:
    """None once it is over."""
    proposed = absences.by_id(work, absence_id)
    mate = teammates.by_id(work, absences.whose(work, absence_id))
    if proposed is None or mate is None or proposed.last < now.astimezone(mate.clock).date():
        return None
    return words.asked(proposed, is_held=any(each.id == absence_id for each in mate.absences))
