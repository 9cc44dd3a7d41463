"""How well customers are cared for: by rung, by owner, who stands outside, and who had to begin."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Integer, bindparam, func, or_, select

from domain.customers import Customer, Rung
from domain.outside import Outside
from domain.shares import Begun, Covered
from domain.touches import Direction
from store.customers import COLUMNS, COVERED, HERE, covered, from_row
from store.tables import Customer as Customers
from store.tables import Touch
from store.touches import IS_CONTACT
from store.work import Work

_OWNER = bindparam("owner", type_=Integer())
_OF = or_(_OWNER == 0, Customers.owner_id == _OWNER)
_COUNTED = (HERE, ~Customers.gone, Customers.cared_until.is_not(None), _OF)
_BY_RUNG = select(Customers.rung, *COVERED).where(*_COUNTED).group_by(Customers.rung)
_BY_OWNER = (
    select(Customers.owner_id, *COVERED)
    .where(*_COUNTED)
    .group_by(Customers.owner_id)
    .order_by(Customers.owner_id)
)
_OUT = (HERE, ~Customers.gone, Customers.outside.is_not(None), _OF)
_OUTSIDE = (
    select(Customers.outside, func.count().label("number")).where(*_OUT).group_by(Customers.outside)
)
_WHO_IS_OUT = (
    select(*COLUMNS)
    .where(*_OUT, Customers.outside == bindparam("why"))
    .order_by(Customers.name_key, Customers.id)
    .limit(bindparam("most"))
)
_THEIRS = func.count().filter(Touch.direction == Direction.THEIRS)
_CONTACTS = (
    HERE,
    ~Customers.gone,
    _OF,
    Touch.customer_id == Customers.id,
    ~Touch.gone,
    IS_CONTACT,
    Touch.at >= bindparam("since"),
)
_BEGUN = select(_THEIRS.label("theirs"), func.count().label("every")).where(*_CONTACTS)
_BEGUN_BY = (
    select(*COLUMNS, _THEIRS.label("theirs"), func.count().label("every"))
    .where(*_CONTACTS)
    .group_by(Customers.id)
    .having(_THEIRS > 0)
)
_WHO_BEGAN = _BEGUN_BY.order_by(_THEIRS.desc(), Customers.id).limit(bindparam("most"))
_HOW_MANY_BEGAN = select(func.count()).select_from(_BEGUN_BY.subquery())


def by_rung(work: Work, now: datetime, owner_id: int) -> list[tuple[Rung, Covered]]:
    """In the order of the ladder; an `owner_id` of 0 is anybody's, here and below."""
    found = {row.rung: covered(row) for row in work.all(_BY_RUNG, now=now, owner=owner_id)}
    return [(rung, found[rung]) for rung in Rung if rung in found]


def by_owner(work: Work, now: datetime) -> list[tuple[int | None, Covered]]:
    """The smallest share first."""
    rows = [(row.owner_id, covered(row)) for row in work.all(_BY_OWNER, now=now, owner=0)]
    return sorted(rows, key=lambda pair: pair[1].within / pair[1].counted)


def outside(work: Work, owner_id: int) -> list[tuple[Outside, int]]:
    found = {row.outside: row.number for row in work.all(_OUTSIDE, owner=owner_id)}
    return [(why, found[why]) for why in Outside if why in found]


def who_is_outside(work: Work, why: Outside, owner_id: int, most: int) -> list[Customer]:
    rows = work.all(_WHO_IS_OUT, why=why, owner=owner_id, most=most)
    return [from_row(row) for row in rows]


def begun(work: Work, since: datetime, owner_id: int) -> Begun:
    return _begun(work.first(_BEGUN, since=since, owner=owner_id))


def who_began(
    work: Work, since: datetime, owner_id: int, most: int
) -> tuple[int, Sequence[tuple[Customer, Begun]]]:
    """How many customers had to begin something, and the first of them: who did most."""
    row = work.first(_HOW_MANY_BEGAN, since=since, owner=owner_id)
    first = work.all(_WHO_BEGAN, since=since, owner=owner_id, most=most)
    return (row[0] if row else 0), [(from_row(it), _begun(it)) for it in first]


def _begun(row: Any) -> Begun:
    return Begun(theirs=row.theirs, every=row.every)
