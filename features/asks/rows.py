"""What was asked of somebody, and what they were given long ago."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.touches import Direction, Kind
from domain.touches import Touch as Contact
from features.asks.rules import TABLE, Ask, Earlier, Wanted
from store.parts import CUSTOMER, Part
from store.tables import Touch
from store.tables.base import Audited
from store.work import Work

ASKS_KEPT = 12
"""How many asks planning looks back on: three years of as many as are asked at most."""

GIVES_KEPT = 10
"""How many thanks and gifts, besides the latest contacts."""


class Asks(Audited):
    __tablename__ = TABLE
    __table_args__ = (Index("ask_by_customer", "customer_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    what: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    touch_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id"))


def add(work: Work, ask: Ask) -> int:
    return work.add(
        Asks,
        customer_id=ask.customer_id,
        what=ask.what,
        at=ask.at,
        by_id=ask.by_id,
        touch_id=ask.touch_id,
        gone=False,
    )


def _asks(rows: Sequence[Any]) -> tuple[Ask, ...]:
    return tuple(
        Ask(
            id=row.id,
            customer_id=row.customer_id,
            what=Wanted(row.what),
            at=row.at,
            by_id=row.by_id,
            touch_id=row.touch_id,
        )
        for row in rows
    )


def _earlier(rows: Sequence[Any]) -> tuple[Earlier, ...]:
    return tuple(
        Earlier(
            touch=Contact(
                id=row.id,
                at=row.at,
                kind=Kind(row.kind),
                direction=Direction(row.direction),
                signs=row.signs,
                words=row.words,
            )
        )
        for row in rows
    )


FOR_PLANNING = Part(
    select(Asks.id, Asks.customer_id, Asks.what, Asks.at, Asks.by_id, Asks.touch_id)
    .where(Asks.workspace_id == bindparam("ws"), ~Asks.gone, Asks.customer_id == CUSTOMER)
    .order_by(Asks.at.desc(), Asks.id.desc())
    .limit(ASKS_KEPT),
    _asks,
)
GIVEN = Part(
    select(Touch.id, Touch.at, Touch.kind, Touch.direction, Touch.signs, Touch.words)
    .where(Touch.workspace_id == bindparam("ws"), ~Touch.gone, Touch.customer_id == CUSTOMER)
    .where(Touch.kind.in_((Kind.THANKS, Kind.GIFT)), Touch.direction == Direction.OURS)
    .order_by(Touch.at.desc(), Touch.id.desc())
    .limit(GIVES_KEPT),
    _earlier,
)
