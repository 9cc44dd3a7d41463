"""Dates that matter to a customer."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from features.dates.rules import TABLE, Dated, Sort
from store.parts import CUSTOMER, Part
from store.tables.base import Audited
from store.work import Work


class CustomerDates(Audited):
    __tablename__ = TABLE
    __table_args__ = (Index("customer_date_by_customer", "customer_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    sort: Mapped[str]
    called: Mapped[str]
    month: Mapped[int]
    day: Mapped[int]
    year: Mapped[int | None]
    added_at: Mapped[datetime]
    added_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))


_COLUMNS = tuple(column for column in CustomerDates.__table__.c if column.name != "workspace_id")
_HERE = (CustomerDates.workspace_id == bindparam("ws")) & ~CustomerDates.gone
_ALL = select(*_COLUMNS).where(_HERE).order_by(CustomerDates.id)
_OF = _ALL.where(CustomerDates.customer_id == bindparam("customer"))
_BY_ID = _ALL.where(CustomerDates.id == bindparam("dated"))


def from_row(row: Any) -> Dated:
    return Dated(
        id=row.id,
        customer_id=row.customer_id,
        sort=Sort(row.sort),
        called=row.called,
        month=row.month,
        day=row.day,
        year=row.year,
        added_at=row.added_at,
        added_by_id=row.added_by_id,
    )


def by_id(work: Work, dated_id: int) -> Dated | None:
    row = work.first(_BY_ID, dated=dated_id)
    return from_row(row) if row else None


def of(work: Work, customer_id: int) -> list[Dated]:
    return [from_row(row) for row in work.all(_OF, customer=customer_id)]


def add(work: Work, dated: Dated) -> int:
    return work.add(
        CustomerDates,
        customer_id=dated.customer_id,
        sort=dated.sort,
        called=dated.called,
        month=dated.month,
        day=dated.day,
        year=dated.year,
        added_at=dated.added_at,
        added_by_id=dated.added_by_id,
        gone=False,
    )


def remove(work: Work, dated_id: int) -> None:
    work.change(CustomerDates, dated_id, gone=True)


FOR_PLANNING = Part(
    _ALL.where(CustomerDates.customer_id == CUSTOMER), lambda rows: tuple(map(from_row, rows))
)
