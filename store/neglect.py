"""Customers with whom we are late: standing, given up, or no longer asked for while nobody did it.

What was given up, fell silent by the clock alone, or made room for a newer step, counts until a
person has done something for that customer; only the first of these was given up.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import and_, bindparam, exists, func, or_, select

from domain.nudges import WAITING, Nudge, Status
from store.nudges import HERE, from_row
from store.tables import Action, Customer
from store.tables import Nudge as Nudges
from store.work import Work
from store.workload import ALL, WHOSE, joined

NO_DEEDS = ("edit", "undo")
"""What people do to a customer's data, and not for the customer."""

LOOKED_BACK_ON = timedelta(days=180)

_OVER_AT = func.coalesce(Nudges.dismissed_at, Nudges.ended_at)
_ACTED = exists().where(
    Action.customer_id == Nudges.customer_id,
    Action.by_id.is_not(None),
    Action.undone_by_id.is_(None),
    Action.name.not_in(NO_DEEDS),
    Action.at >= _OVER_AT,
)
_LEFT = and_(
    Nudges.status.in_([Status.GIVEN_UP, Status.DROPPED, Status.SUPERSEDED]),
    Nudges.ask_at >= bindparam("since"),
    Nudges.late_at <= _OVER_AT,
    ~_ACTED,
)
_LATE = and_(
    Nudges.status.in_(sorted(WAITING - {Status.SNOOZED})),
    Nudges.ask_at <= bindparam("now"),
    Nudges.late_at <= bindparam("now"),
)
_IS_LATE = (HERE, ~Customer.gone, or_(_LATE, _LEFT))
_TALLY = (
    joined(select(WHOSE.label("whose"), func.count(func.distinct(Nudges.customer_id)).label("n")))
    .where(*_IS_LATE)
    .group_by(WHOSE)
)
_GIVEN_UP = (
    select(func.min(Nudges.id))
    .join(Customer, Customer.id == Nudges.customer_id)
    .where(HERE, ~Customer.gone, _LEFT, Nudges.status == Status.GIVEN_UP)
    .group_by(Nudges.customer_id)
)
_BEHIND = [ALL.where(HERE, ~Customer.gone, each) for each in (_LATE, _LEFT)]
"""An index finds each half by its status, but not the one or the other."""

_BEHIND_OF = [each.where(bindparam("teammate") == WHOSE) for each in _BEHIND]
_BEHIND_GIVEN_UP = ALL.where(HERE, Nudges.id.in_(_GIVEN_UP)).order_by(Nudges.late_at, Nudges.id)


def tally(work: Work, now: datetime) -> dict[int | None, int]:
    """How many customers are waited for, by who is to act for them."""
    return {row.whose: row.n for row in work.all(_TALLY, **_values(now))}


def behind(
    work: Work, now: datetime, teammate_id: int | None = None
) -> list[tuple[int | None, Nudge]]:
    """The reminders behind that, the longest first: those that wait, and where none of a
    customer's does, the last that did. One teammate's, or everybody's.
    """
    halves = _BEHIND if teammate_id is None else _BEHIND_OF
    about = _values(now) if teammate_id is None else _values(now) | {"teammate": teammate_id}
    rows = [row for half in halves for row in work.all(half, **about)]
    found = [(row.whose, from_row(row)) for row in rows]
    found.sort(key=lambda pair: (pair[1].late_at, pair[1].id))
    last = {nudge.customer_id: nudge.id for _, nudge in found if not nudge.is_waiting}
    waits = {nudge.customer_id for _, nudge in found if nudge.is_waiting}
    left = {last[each] for each in last.keys() - waits}
    return [(whose, nudge) for whose, nudge in found if nudge.is_waiting or nudge.id in left]


def given_up(work: Work, now: datetime) -> list[tuple[int | None, Nudge]]:
    """The same of what was given up since anybody acted."""
    return [(row.whose, from_row(row)) for row in work.all(_BEHIND_GIVEN_UP, **_values(now))]


def _values(now: datetime) -> dict[str, Any]:
    return {"now": now, "since": now - LOOKED_BACK_ON}
