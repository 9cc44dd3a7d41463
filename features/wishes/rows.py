"""Contacts in which somebody wished for something, and which of these have come."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, bindparam, select, type_coerce
from sqlalchemy.orm import Mapped, mapped_column

from domain.touches import Sign
from features.wishes.rules import TABLE, Wish
from store.tables import Customer
from store.tables import Touch as Touches
from store.tables.base import Audited
from store.work import Work


class WishesGranted(Audited):
    """It came: whoever wished for it stands on a list, to be told."""

    __tablename__ = TABLE
    __table_args__ = (Index("wish_granted_by_touch", "touch_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    touch_id: Mapped[int] = mapped_column(ForeignKey("touch.id"))
    words: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))


_GRANTED = select(WishesGranted.id).where(WishesGranted.touch_id == Touches.id, ~WishesGranted.gone)
_OPEN = (
    select(
        Touches.id, Touches.words, Touches.at, Touches.customer_id, Customer.name, Customer.owner_id
    )
    .join(Customer, Customer.id == Touches.customer_id)
    .where(Touches.workspace_id == bindparam("ws"), ~Touches.gone, ~Customer.gone)
    .where(type_coerce(Touches.signs, String).like(f"%,{Sign.WISH},%"))
    .where(~_GRANTED.exists())
    .order_by(Touches.at, Touches.id)
)


def standing(work: Work) -> list[Wish]:
    """All that have not come yet, the oldest first."""
    return [
        Wish(
            touch_id=row.id,
            customer_id=row.customer_id,
            customer=row.name,
            words=row.words,
            at=row.at,
            owner_id=row.owner_id,
        )
        for row in work.all(_OPEN)
    ]


def grant(work: Work, wishes: Iterable[Wish], words: str, at: datetime) -> None:
    for each in wishes:
        work.add(
            WishesGranted,
            customer_id=each.customer_id,
            touch_id=each.touch_id,
            words=words,
            at=at,
            by_id=work.person.id,
            gone=False,
        )
