"""Whose customers somebody has, and who else has spoken with them."""

from datetime import datetime

from sqlalchemy import bindparam, func, select

from domain.touches import Direction
from store.tables import Customer, Teammate, Touch
from store.teammates import of_team
from store.work import Work

_THEIRS = (
    select(Customer.id)
    .where(Customer.workspace_id == bindparam("ws"), ~Customer.gone)
    .where(Customer.owner_id == bindparam("owner"))
    .order_by(Customer.id)
)
_CLOSEST = (
    select(Touch.by_id)
    .join(Customer, Customer.id == Touch.customer_id)
    .join(Teammate, Teammate.id == Touch.by_id)
    .where(Touch.workspace_id == bindparam("ws"), ~Touch.gone, ~Customer.gone, of_team(Teammate))
    .where(Customer.owner_id == bindparam("owner"), Touch.by_id != bindparam("owner"))
    .where(Touch.direction == Direction.OURS, Touch.at >= bindparam("since"))
    .group_by(Touch.by_id)
    .order_by(func.count().desc(), Touch.by_id)
    .limit(1)
)


def customers_of(work: Work, owner_id: int) -> list[int]:
    return [row.id for row in work.all(_THEIRS, owner=owner_id)]


def closest_to(work: Work, owner_id: int, since: datetime) -> int | None:
    """Which colleague of the team has had most contacts with that one's customers since then."""
    row = work.first(_CLOSEST, owner=owner_id, since=since)
    return row.by_id if row else None
