"""How far a reminder may be put off: never past the day on which it is red."""

from datetime import datetime, timedelta

from care import calendars
from care.registry import registry
from domain.attention import red_at
from domain.errors import HeedError
from domain.nudges import Nudge, Urgency
from store.work import Work

AN_HOUR = timedelta(hours=1)


class PutOffBefore(HeedError):
    """That was put off before, and it is as it was. Tell us why this time: press *Later* on the
    reminder, or say in its thread until when.
    """


def latest(work: Work, now: datetime, nudge: Nudge) -> datetime:
    """Of what a customer waits for, an hour; of what is red already, a working day."""
    if nudge.urgency is not Urgency.ROUTINE:
        return now + AN_HOUR
    red = red_at(nudge, registry(work).plays.need(nudge))
    mine = calendars.mine(work)
    morning = mine.morning_of(red)
    if red <= now:
        return mine.days_later(now, 1)
    return morning if now < morning < red else red


def need_reason(nudge: Nudge, reason: str) -> None:
    """Raises PutOffBefore, from the second time on."""
    if nudge.snoozed_by_id and not reason.strip():
        raise PutOffBefore
