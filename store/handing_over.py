"""Whose customers somebody has, and who else has spoken with them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import String, and_, bindparam, func, select, type_coerce

from domain.customers import Customer as Known
from domain.touches import Direction, Kind, Sign
from store import customers
from store.nudges import IS_WAITING
from store.tables import Customer, Nudge, Teammate, Touch
from store.teammates import of_team
from store.work import Work

_THEIRS = (
    select(Customer.id)
    .where(Customer.workspace_id == bindparam("ws"), ~Customer.gone)
    .where(Customer.owner_id == bindparam("owner"))
    .order_by(Customer.id)
)
_IN_VAIN = type_coerce(Touch.signs, String).like(f"%,{Sign.NO_ANSWER},%")
_STILL = (
    select(Customer.id)
    .where(Customer.workspace_id == bindparam("ws"), ~Customer.gone)
    .where(Customer.id.in_(bindparam("customers", expanding=True)))
    .where(Customer.owner_id == bindparam("owner"))
    .order_by(Customer.id)
)
_WAITS = func.min(Nudge.late_at)
_FIRST = (
    select(Customer.id)
    .outerjoin(Nudge, and_(Nudge.customer_id == Customer.id, IS_WAITING))
    .where(Customer.workspace_id == bindparam("ws"), ~Customer.gone)
    .where(Customer.id.in_(bindparam("customers", expanding=True)))
    .group_by(Customer.id, Customer.cared_until)
    .order_by(_WAITS.is_(None), _WAITS, Customer.cared_until.is_(None), Customer.cared_until)
    .order_by(Customer.id)
    .limit(bindparam("most"))
)
_CLOSEST = (
    select(Touch.by_id)
    .join(Customer, Customer.id == Touch.customer_id)
    .join(Teammate, Teammate.id == Touch.by_id)
    .where(Touch.workspace_id == bindparam("ws"), ~Touch.gone, ~Customer.gone, of_team(Teammate))
    .where(Customer.owner_id == bindparam("owner"), Touch.by_id != bindparam("owner"))
    .where(Touch.direction == Direction.OURS, Touch.kind != Kind.NOTE, ~_IN_VAIN)
    .where(Touch.at >= bindparam("since"))
    .group_by(Touch.by_id)
    .order_by(func.count().desc(), Touch.by_id)
    .limit(1)
)


def customers_of(work: Work, owner_id: int) -> list[int]:
    return [row.id for row in work.all(_THEIRS, owner=owner_id)]


def still_with(work: Work, ids: Sequence[int], owner_id: int) -> list[int]:
    """Those of them who are that one's."""
    rows = work.all(_STILL, customers=list(ids), owner=owner_id)
    return [row.id for row in rows]


def first_of(work: Work, ids: Sequence[int], most: int) -> list[Known]:
    """Who of them waits first: for what is asked for or will be, then for a word."""
    found = work.all(_FIRST, customers=list(ids), most=most)
    there = customers.by_ids(work, [row.id for row in found])
    return [there[row.id] for row in found if row.id in there]


def closest_to(work: Work, owner_id: int, since: datetime) -> int | None:
    """Which colleague of the team was heard most by that one's customers since then."""
    row = work.first(_CLOSEST, owner=owner_id, since=since)
    return row.by_id if row else None
