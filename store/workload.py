"""What waits for whom: counted in the database, and only the most pressing of it brought out.

A reminder waits for whoever took it, else for the customer's owner, as long as they are of the
team; one that was put off waits for nobody until it is back.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Select, and_, bindparam, case, func, select
from sqlalchemy.orm import aliased

from domain.customers import Customer as About
from domain.nudges import Nudge, Status, Urgency
from store import customers
from store.nudges import HERE, IS_WAITING, from_row
from store.tables import Customer, Teammate
from store.tables import Nudge as Nudges
from store.teammates import of_team
from store.work import Work

_taker, _owner = aliased(Teammate), aliased(Teammate)
ASKED_OF = func.coalesce(Nudges.stand_in_id, Customer.owner_id)
"""Who answers for it: the owner, or whoever stands in, also for what the owner had taken."""

_IS_ASKED_ELSEWHERE = and_(Nudges.stand_in_id.is_not(None), Nudges.taken_by_id == Customer.owner_id)
_TAKEN = and_(_taker.id == Nudges.taken_by_id, of_team(_taker), ~_IS_ASKED_ELSEWHERE)
_OWNED = and_(_owner.id == ASKED_OF, of_team(_owner))
WHOSE = func.coalesce(_taker.id, _owner.id)


def joined(statement: Any) -> Any:
    """With the customer, and whoever it waits for."""
    return (
        statement.join(Customer, Customer.id == Nudges.customer_id)
        .outerjoin(_taker, _TAKEN)
        .outerjoin(_owner, _OWNED)
    )


_IS_LATE = and_(Nudges.status != Status.SNOOZED, Nudges.late_at <= bindparam("now"))
_LATE = case((_IS_LATE, 1), else_=0)
_IS_OFF = and_(Nudges.status == Status.SNOOZED, Nudges.snoozed_until > bindparam("until"))
_WANTED = (HERE, ~Customer.gone, IS_WAITING, Nudges.ask_at <= bindparam("until"))
_ASKED = (*_WANTED, ~_IS_OFF)
_COLUMNS = tuple(column for column in Nudges.__table__.c if column.name != "workspace_id")
_TALLY = (
    joined(select(WHOSE.label("whose"), _LATE.label("late"), func.count().label("number")))
    .where(*_ASKED)
    .group_by(WHOSE, _LATE)
)
ALL: Select[tuple[object, ...]] = joined(select(*_COLUMNS, WHOSE.label("whose")))
_FIRST = ALL.where(*_ASKED).limit(bindparam("most"))
_THEIRS = bindparam("teammate") == WHOSE
_PUT_OFF = ALL.where(*_WANTED, _IS_OFF, _THEIRS).order_by(Nudges.snoozed_until)
_PRESSING_OF_ALL = _FIRST.order_by(Nudges.urgency, Nudges.late_at, Nudges.id)
_OF_TEAMMATES = _FIRST.where(WHOSE.in_(bindparam("teammates", expanding=True))).order_by(
    Nudges.urgency, Nudges.late_at, Nudges.id
)
_OF_NOBODY = _FIRST.where(WHOSE.is_(None)).order_by(Nudges.urgency, Nudges.late_at, Nudges.id)
_ANSWERS = (
    ALL.where(HERE, ~Customer.gone, Nudges.status == Status.PLANNED)
    .where(Nudges.ask_at > bindparam("now"), Nudges.ask_at <= bindparam("until"))
    .where(Nudges.urgency == Urgency.ANSWER)
    .order_by(Nudges.ask_at, Nudges.id)
)
_ANSWERS_OF = _ANSWERS.where(_THEIRS)
_CUSTOMERS = func.count(func.distinct(Nudges.customer_id)).label("number")
_ROUTINE = (
    joined(select(WHOSE.label("whose"), _CUSTOMERS))
    .where(HERE, ~Customer.gone, Nudges.status == Status.PLANNED, Nudges.subject_id.is_(None))
    .where(Nudges.urgency == Urgency.ROUTINE, Nudges.ask_at <= bindparam("until"))
    .group_by(WHOSE)
)
_INSTEAD = (
    select(*customers.COLUMNS)
    .join(Nudges, Nudges.customer_id == Customer.id)
    .where(HERE, ~Customer.gone, IS_WAITING, Nudges.stand_in_id.is_not(None))
    .where(Customer.owner_id == bindparam("owner"))
    .order_by(Nudges.urgency, Nudges.late_at, Nudges.id)
)
_CAME = (
    select(_CUSTOMERS)
    .join(Customer, Customer.id == Nudges.customer_id)
    .where(HERE, Nudges.sent_at >= bindparam("since"), bindparam("owner") == ASKED_OF)
)
_BEHIND = _FIRST.where(bindparam("late") == _LATE).order_by(Nudges.late_at, Nudges.id)
_BEHIND_OF = _BEHIND.where(_THEIRS)


class Share(NamedTuple):
    """How many reminders wait for one teammate (None: for nobody), and whether they are late."""

    whose: int | None
    is_late: bool
    number: int


def tally(work: Work, now: datetime, until: datetime) -> list[Share]:
    """Of all that was asked for up to `until`."""
    rows = work.all(_TALLY, now=now, until=until)
    return [Share(row.whose, bool(row.late), row.number) for row in rows]


def pressing_of_all(work: Work, now: datetime, most: int) -> list[tuple[int | None, Nudge]]:
    """Of everybody's, by urgency, then by what was promised; each with whom it waits for."""
    rows = work.all(_PRESSING_OF_ALL, until=now, most=most)
    return [(row.whose, from_row(row)) for row in rows]


def of_teammates(
    work: Work, until: datetime, teammate_ids: Collection[int], most: int
) -> list[tuple[int | None, Nudge]]:
    """All that is asked for by then and waits for one of them, in no order that matters."""
    rows = work.all(_OF_TEAMMATES, until=until, teammates=sorted(teammate_ids), most=most)
    return [(row.whose, from_row(row)) for row in rows]


def of_nobody(work: Work, until: datetime, most: int) -> list[tuple[int | None, Nudge]]:
    """The same of what waits for nobody."""
    return [(None, from_row(row)) for row in work.all(_OF_NOBODY, until=until, most=most)]


def answers_to_come(
    work: Work, now: datetime, until: datetime, teammate_id: int | None
) -> list[tuple[int | None, Nudge]]:
    """What a customer waits for and is to be asked by then: one teammate's, or everybody's."""
    if teammate_id is None:
        rows = work.all(_ANSWERS, now=now, until=until)
    else:
        rows = work.all(_ANSWERS_OF, now=now, until=until, teammate=teammate_id)
    return [(row.whose, from_row(row)) for row in rows]


def routine_planned(work: Work, until: datetime) -> dict[int | None, int]:
    """Of how many customers something routine is to be asked by then, by whom it waits for."""
    return {row.whose: row.number for row in work.all(_ROUTINE, until=until)}


def came(work: Work, since: datetime, owner_id: int) -> int:
    """Of how many of their customers they have been reminded since."""
    return int(work.all(_CAME, since=since, owner=owner_id)[0].number)


def put_off(work: Work, now: datetime, teammate_id: int) -> list[datetime]:
    """When that which was asked for and then put off is back, the first to come first."""
    rows = work.all(_PUT_OFF, until=now, teammate=teammate_id)
    return [row.snoozed_until for row in rows]


def behind(
    work: Work,
    now: datetime,
    until: datetime,
    teammate_id: int | None,
    *,
    is_late: bool,
    most: int,
) -> list[tuple[int | None, Nudge]]:
    """What a tally counted, the most pressing first, with whom it waits for: one teammate's, or
    everybody's.
    """
    values = {"now": now, "until": until, "late": int(is_late), "most": most}
    if teammate_id is None:
        rows = work.all(_BEHIND, **values)
    else:
        rows = work.all(_BEHIND_OF, teammate=teammate_id, **values)
    return [(row.whose, from_row(row)) for row in rows]


def asked_instead_of(work: Work, owner_id: int, most: int) -> list[About]:
    """Whose nudges are asked of a stand-in of that owner's, the most pressing first."""
    rows = work.all(_INSTEAD, owner=owner_id)
    found = {row.id: customers.from_row(row) for row in reversed(rows)}
    first = {row.id: None for row in rows}
    return [found[id_] for id_ in [*first][:most]]
