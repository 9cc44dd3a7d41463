"""How often people act on what a play asks for."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy import bindparam, case, func, select

from domain.nudges import Status
from store.nudges import HERE
from store.tables import Nudge as Nudges
from store.work import Work

ACTED = (Status.DONE, Status.NOT_NEEDED, Status.TAKEN, Status.SNOOZED)
_ACTED = func.sum(case((Nudges.status.in_(ACTED), 1), else_=0))
_BY_PLAY = (
    select(Nudges.play, func.count().label("asked"), _ACTED.label("acted"))
    .where(HERE, Nudges.sent_at >= bindparam("since"), Nudges.sent_at < bindparam("until"))
    .group_by(Nudges.play)
)


class Acceptance(NamedTuple):
    play: str
    asked: int
    acted: int


def by_play(work: Work, since: datetime, until: datetime) -> list[Acceptance]:
    """Of what was asked in that time."""
    rows = work.all(_BY_PLAY, since=since, until=until)
    return [Acceptance(row.play, row.asked, row.acted) for row in rows]
