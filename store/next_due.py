"""When the clock has something to look at next, whatever it is and in whichever workspace."""

from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, exists, func, select
from sqlalchemy.orm import InstrumentedAttribute

from store.tables import Alarm, Digest, MorningList, Nudge, Replanning
from store.work import Work


def _first(due_at: InstrumentedAttribute[Any]) -> ScalarSelect[Any]:
    """One subquery each: an index answers it with its first entry."""
    return select(func.min(due_at)).where(due_at.is_not(None)).scalar_subquery()


_NEXT = select(
    _first(Nudge.due_at),
    _first(Digest.due_at),
    _first(Alarm.due_at),
    _first(MorningList.due_at),
)
_REPLANNING = select(exists(select(Replanning.id)))


def moment(work: Work, now: datetime) -> datetime | None:
    """The earliest; `now` where customers are still to be planned anew, None where nothing is."""
    (is_replanning,) = work.all(_REPLANNING)[0]
    if is_replanning:
        return now
    (row,) = work.all(_NEXT)
    return min((each for each in row if each), default=None)
