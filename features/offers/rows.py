"""What customers were told about."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from features.offers.rules import TABLE, Offered
from store.parts import CUSTOMER, Part
from store.tables.base import Audited
from store.work import Work


class Offers(Audited):
    __tablename__ = TABLE
    __table_args__ = (Index("offer_made_by_customer", "customer_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    what: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    touch_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id"))


def add(work: Work, made: Offered, by_id: int, touch_id: int) -> int:
    return work.add(
        Offers,
        customer_id=made.customer_id,
        what=made.what,
        at=made.at,
        by_id=by_id,
        touch_id=touch_id,
        gone=False,
    )


FOR_PLANNING = Part(
    select(Offers.id, Offers.customer_id, Offers.what, Offers.at)
    .where(Offers.workspace_id == bindparam("ws"), ~Offers.gone, Offers.customer_id == CUSTOMER)
    .order_by(Offers.id),
    lambda rows: tuple(
        Offered(id=row.id, customer_id=row.customer_id, what=row.what, at=row.at) for row in rows
    ),
)
