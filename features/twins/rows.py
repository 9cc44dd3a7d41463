"""Complaints that may be alike, who has bought the same, and whom we tell first."""

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, String, bindparam, select, type_coerce
from sqlalchemy.orm import Mapped, mapped_column

from domain.touches import Sign
from features.twins.rules import ABOUT, TABLE
from store.tables import Customer
from store.tables import Touch as Touches
from store.tables.base import Audited
from store.work import Work, table_named, table_of

BUYERS = 200
"""How many of those who may have bought it are looked through."""


class ToldFirst(Audited):
    """That a customer stands on somebody's list to be told first."""

    __tablename__ = TABLE
    __table_args__ = (Index("told_first_by_complaint", "complaint_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))


_TOLD = select(ToldFirst.customer_id).where(
    ToldFirst.workspace_id == bindparam("ws"),
    ~ToldFirst.gone,
    ToldFirst.complaint_id == bindparam("complaint"),
)
_HERE = (Customer.workspace_id == bindparam("ws"), ~Customer.gone)
_OWNED = (
    select(Customer.id, Customer.name, Customer.bought)
    .where(*_HERE, Customer.bought.is_not(None), Customer.id != bindparam("but"))
    .order_by(Customer.id)
)
_BOUGHT = (
    select(Customer.id, Customer.name, Touches.words)
    .join(Touches, Touches.customer_id == Customer.id)
    .where(*_HERE, ~Touches.gone, Touches.at >= bindparam("since"))
    .where(type_coerce(Touches.signs, String).like(f"%,{Sign.PURCHASE},%"))
    .where(Customer.id != bindparam("but"))
    .order_by(Touches.at.desc())
    .limit(BUYERS)
)


@cache
def _all() -> Select[Any]:
    table = table_of(table_named(ABOUT)).c
    return (
        select(
            table.id, table.customer_id, table.words, table.cause, table.opened_at, Customer.name
        )
        .join(Customer, Customer.id == table.customer_id)
        .where(table.workspace_id == bindparam("ws"), ~table.gone, ~Customer.gone)
        .order_by(table.id)
    )


@cache
def _recent() -> Select[Any]:
    return _all().where(table_of(table_named(ABOUT)).c.opened_at >= bindparam("since"))


@cache
def _one() -> Select[Any]:
    return _all().where(table_of(table_named(ABOUT)).c.id == bindparam("complaint"))


def recent(work: Work, since: datetime) -> list[Any]:
    """All since then, with the names of whose they are."""
    return list(work.all(_recent(), since=since))


def one(work: Work, complaint_id: int) -> Any | None:
    return work.first(_one(), complaint=complaint_id)


def told(work: Work, complaint_id: int) -> set[int]:
    return {row.customer_id for row in work.all(_TOLD, complaint=complaint_id)}


def owned(work: Work, but: int) -> list[Any]:
    return list(work.all(_OWNED, but=but))


def bought(work: Work, but: int, since: datetime) -> list[Any]:
    return list(work.all(_BOUGHT, but=but, since=since))


def tell(
    work: Work, complaint_id: int, customer_ids: Iterable[int], by_id: int, at: datetime
) -> None:
    for customer_id in customer_ids:
        work.add(
            ToldFirst,
            customer_id=customer_id,
            complaint_id=complaint_id,
            at=at,
            by_id=by_id,
            gone=False,
        )
