"""Who is lost."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, exists, select
from sqlalchemy.orm import Mapped, mapped_column

from features.lost.rules import KIND, Lost, Why
from store.parts import CUSTOMER, Part
from store.tables import Customer
from store.tables import Touch as Touches
from store.tables.base import Audited
from store.work import Work


class LostCustomers(Audited):
    __tablename__ = KIND
    __table_args__ = (
        Index("lost_by_customer", "customer_id"),
        Index("lost_open", "workspace_id", "ended_at"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    since: Mapped[datetime]
    why: Mapped[str]
    words: Mapped[str]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    contract_until: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    ended_touch_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id"))


_COLUMNS = tuple(column for column in LostCustomers.__table__.c if column.name != "workspace_id")
_HERE = (LostCustomers.workspace_id == bindparam("ws")) & ~LostCustomers.gone
_OPEN = select(*_COLUMNS).where(_HERE, LostCustomers.ended_at.is_(None))
_OPEN_OF = _OPEN.where(LostCustomers.customer_id == bindparam("customer")).limit(1)
_IS_THERE = exists().where(Customer.id == LostCustomers.customer_id, ~Customer.gone)
_ALL_OPEN = _OPEN.where(_IS_THERE).order_by(LostCustomers.since.desc(), LostCustomers.id.desc())
_ENDED_BY = select(*_COLUMNS).where(_HERE, LostCustomers.ended_touch_id == bindparam("touch"))
_BY_ID = select(*_COLUMNS).where(_HERE, LostCustomers.id == bindparam("lost"))


def from_row(row: Any) -> Lost:
    return Lost(
        id=row.id,
        customer_id=row.customer_id,
        since=row.since,
        why=Why(row.why),
        words=row.words,
        by_id=row.by_id,
        contract_until=row.contract_until,
        ended_at=row.ended_at,
        ended_touch_id=row.ended_touch_id,
        is_withdrawn=row.gone,
    )


def open_of(work: Work, customer_id: int) -> Lost | None:
    row = work.first(_OPEN_OF, customer=customer_id)
    return from_row(row) if row else None


def by_id(work: Work, lost_id: int) -> Lost | None:
    row = work.first(_BY_ID, lost=lost_id)
    return from_row(row) if row else None


def all_open(work: Work) -> list[Lost]:
    """Of the whole workspace, the last first."""
    return [from_row(row) for row in work.all(_ALL_OPEN)]


def ended_by(work: Work, touch_id: int) -> list[Lost]:
    if work.is_untouched(LostCustomers, Touches, touch_id):
        return []
    return [from_row(row) for row in work.all(_ENDED_BY, touch=touch_id)]


def add(work: Work, lost: Lost) -> int:
    return work.add(
        LostCustomers,
        customer_id=lost.customer_id,
        since=lost.since,
        why=lost.why,
        words=lost.words,
        by_id=lost.by_id,
        contract_until=lost.contract_until,
        ended_at=None,
        ended_touch_id=None,
        gone=False,
    )


def change_why(work: Work, lost_id: int, why: Why) -> None:
    work.change(LostCustomers, lost_id, why=why)


def end(work: Work, lost_id: int, at: datetime | None, touch_id: int | None = None) -> None:
    """Or, without a moment, they are lost after all."""
    work.change(LostCustomers, lost_id, ended_at=at, ended_touch_id=touch_id)


FOR_PLANNING = Part(
    _OPEN.where(LostCustomers.customer_id == CUSTOMER).order_by(LostCustomers.id),
    lambda rows: tuple(map(from_row, rows)),
)
