"""Whose risk is said to be over, and who may be at risk."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, bindparam, or_, select, type_coerce, union
from sqlalchemy.orm import Mapped, mapped_column

from domain.touches import Sign
from features.risk.rules import KIND, NAME, SIGNS, Over, Reason, Telling
from store import touches
from store.parts import CUSTOMER, Part
from store.tables import Nudge
from store.tables import Touch as Touches
from store.tables.base import Audited
from store.work import Work


class RisksOver(Audited):
    __tablename__ = KIND
    __table_args__ = (Index("risk_over_by_customer", "customer_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    reason: Mapped[str | None]


_HERE = (RisksOver.workspace_id == bindparam("ws")) & ~RisksOver.gone
_TELLING = or_(*(type_coerce(Touches.signs, String).like(f"%,{sign},%") for sign in SIGNS.values()))
_KEPT = (Sign.CANCELLED, Sign.COMPETITOR, Sign.CONTACT_LEFT, Sign.PURCHASE)
LATEST = 10
"""Of those so many are looked back on: one purchase ends all that was before it."""

_MAYBE = union(
    select(Touches.customer_id)
    .where(Touches.workspace_id == bindparam("ws"), ~Touches.gone)
    .where(Touches.at >= bindparam("since"), _TELLING),
    select(Nudge.customer_id)
    .where(Nudge.workspace_id == bindparam("ws"), Nudge.play == NAME)
    .where(Nudge.ask_at >= bindparam("since")),
)


def _read(row: Any) -> Over:
    return Over(at=row.at, reason=Reason(row.reason) if row.reason else None)


def add(
    work: Work, customer_id: int, at: datetime, by_id: int | None, reason: Reason | None = None
) -> int:
    return work.add(
        RisksOver, customer_id=customer_id, at=at, by_id=by_id, reason=reason, gone=False
    )


def maybe(work: Work, since: datetime) -> list[int]:
    """Customers of whom something since then may say that they are at risk."""
    return sorted(row.customer_id for row in work.all(_MAYBE, since=since))


FOR_PLANNING = Part(
    select(RisksOver.at, RisksOver.reason)
    .where(_HERE, RisksOver.customer_id == CUSTOMER)
    .order_by(RisksOver.id.desc())
    .limit(len(Reason) + 1),
    lambda rows: tuple(map(_read, rows)),
)


TELLING = Part(
    touches.NEWEST.where(
        Touches.customer_id == CUSTOMER,
        or_(*(type_coerce(Touches.signs, String).like(f"%,{sign},%") for sign in _KEPT)),
    ).limit(LATEST),
    lambda rows: tuple(Telling(touch=touches.from_row(row)) for row in rows),
)
