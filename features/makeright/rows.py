"""What was given to make complaints right, or is asked for."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from features.makeright.rules import TABLE, Gift, Status
from store.tables import Teammate
from store.tables.base import Audited
from store.work import Work


class Gifts(Audited):
    __tablename__ = TABLE
    __table_args__ = (
        Index("make_right_by_customer", "customer_id"),
        Index("make_right_by_rep", "workspace_id", "by_id", "at"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    amount: Mapped[Decimal]
    currency: Mapped[str]
    words: Mapped[str]
    status: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int] = mapped_column(ForeignKey("teammate.id"))
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    decided_at: Mapped[datetime | None]


_ALL = select(Gifts).where(Gifts.workspace_id == bindparam("ws")).order_by(Gifts.id)
_HERE = _ALL.where(~Gifts.gone)
_BY_ID = _ALL.where(Gifts.id == bindparam("gift"))
_OF_COMPLAINT = _HERE.where(Gifts.complaint_id == bindparam("complaint"))
_OF_REP = _HERE.where(
    Gifts.by_id == bindparam("rep"), Gifts.at >= bindparam("since"), Gifts.at < bindparam("until")
)
_LOCK = (
    select(Teammate.id)
    .where(Teammate.workspace_id == bindparam("ws"), Teammate.id == bindparam("rep"))
    .with_for_update()
)


def _from_row(row: Any) -> Gift:
    return Gift(
        id=row.id,
        customer_id=row.customer_id,
        complaint_id=row.complaint_id,
        amount=row.amount,
        currency=row.currency,
        words=row.words,
        status=Status(row.status),
        at=row.at,
        by_id=row.by_id,
        decided_by_id=row.decided_by_id,
        decided_at=row.decided_at,
        is_withdrawn=row.gone,
    )


def lock_rep(work: Work, rep_id: int) -> None:
    """What they give at the same moment comes one after the other: the limit holds for all."""
    work.first(_LOCK, rep=rep_id)


def by_id(work: Work, gift_id: int) -> Gift | None:
    row = work.first(_BY_ID, gift=gift_id)
    return _from_row(row) if row else None


def of_complaint(work: Work, complaint_id: int) -> list[Gift]:
    return [_from_row(row) for row in work.all(_OF_COMPLAINT, complaint=complaint_id)]


def of_rep(work: Work, rep_id: int, since: datetime, until: datetime) -> list[Gift]:
    return [_from_row(row) for row in work.all(_OF_REP, rep=rep_id, since=since, until=until)]


def add(work: Work, gift: Gift) -> int:
    return work.add(
        Gifts,
        customer_id=gift.customer_id,
        complaint_id=gift.complaint_id,
        amount=gift.amount,
        currency=gift.currency,
        words=gift.words,
        status=gift.status,
        at=gift.at,
        by_id=gift.by_id,
        decided_by_id=gift.decided_by_id,
        decided_at=gift.decided_at,
        gone=False,
    )


def decide(work: Work, gift_id: int, status: Status, by_id: int, at: datetime) -> None:
    work.change(Gifts, gift_id, status=status, decided_by_id=by_id, decided_at=at)
