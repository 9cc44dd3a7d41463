"""Customers by whose they are, by rung, and by how long they have waited."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from domain.customer_lists import Standing, Wanted
from domain.customers import Customer
from store.customers import COLUMNS, HERE, IS_NOBODYS, IS_WAITING, from_row, left
from store.tables import Customer as Customers
from store.work import Work

_OWNED = (
    select(Customers.owner_id, func.count().label("number"))
    .where(HERE, ~Customers.gone, Customers.owner_id.is_not(None))
    .group_by(Customers.owner_id)
)


def how_many(work: Work, now: datetime, wanted: Wanted, owner_id: int) -> int:
    """An `owner_id` of 0 is anybody's, here and below."""
    statement = _counted(wanted.standing, bool(wanted.rung), bool(owner_id))
    row = work.first(statement, **_values(work, now, wanted, owner_id))
    return row[0] if row else 0


def first(work: Work, now: datetime, wanted: Wanted, owner_id: int, most: int) -> list[Customer]:
    """By name; of those who wait, the longest first."""
    statement = _listed(wanted.standing, bool(wanted.rung), bool(owner_id))
    rows = work.all(statement, most=most, **_values(work, now, wanted, owner_id))
    return [from_row(row) for row in rows]


def owned(work: Work) -> dict[int, int]:
    """How many customers each teammate has."""
    return {row.owner_id: row.number for row in work.all(_OWNED)}


def _values(work: Work, now: datetime, wanted: Wanted, owner_id: int) -> Mapping[str, Any]:
    values: dict[str, Any] = {}
    if wanted.standing is Standing.QUIET:
        values["now"] = now
    if wanted.standing is Standing.NOBODYS:
        values["left"] = left(work)
    if wanted.rung:
        values["rung"] = wanted.rung
    if owner_id:
        values["owner"] = owner_id
    return values


@cache
def _counted(standing: Standing, has_rung: bool, has_owner: bool) -> Select[Any]:  # noqa: FBT001 - a key
    return select(func.count()).where(*_conditions(standing, has_rung, has_owner))


@cache
def _listed(standing: Standing, has_rung: bool, has_owner: bool) -> Select[Any]:  # noqa: FBT001 - a key
    order = Customers.cared_until if standing is Standing.QUIET else Customers.name_key
    every = select(*COLUMNS).where(*_conditions(standing, has_rung, has_owner))
    return every.order_by(order, Customers.id).limit(bindparam("most"))


def _conditions(
    standing: Standing,
    has_rung: bool,  # noqa: FBT001 - a key
    has_owner: bool,  # noqa: FBT001 - a key
) -> list[ColumnElement[bool]]:
    found = [HERE, ~Customers.gone]
    if standing is Standing.QUIET:
        found.append(IS_WAITING)
    if standing is Standing.NOBODYS:
        found.append(IS_NOBODYS)
    if has_rung:
        found.append(Customers.rung == bindparam("rung"))
    if has_owner:
        found.append(Customers.owner_id == bindparam("owner"))
    return found
