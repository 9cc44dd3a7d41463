"""Purchases, each with the contact that tells of it."""

from collections.abc import Collection
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from features.purchases.rules import TABLE, Purchase
from store.parts import CUSTOMER, Part
from store.tables.base import Audited
from store.work import Work


class Purchases(Audited):
    """`worth_before` and `worth_after` are what it has made of the customer's worth a year."""

    __tablename__ = TABLE
    __table_args__ = (
        Index("purchase_by_customer", "customer_id"),
        Index("purchase_by_touch", "touch_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    touch_id: Mapped[int] = mapped_column(ForeignKey("touch.id"))
    at: Mapped[datetime]
    what: Mapped[str]
    amount: Mapped[Decimal | None]
    currency: Mapped[str]
    per: Mapped[str]
    added: Mapped[str]
    worth_before: Mapped[Decimal | None]
    worth_after: Mapped[Decimal | None]
    is_refused: Mapped[bool]


_NAMES = tuple(each.name for each in fields(Purchase))
_ALL = (
    select(*(getattr(Purchases, each) for each in _NAMES))
    .where(Purchases.workspace_id == bindparam("ws"), ~Purchases.gone)
    .order_by(Purchases.at, Purchases.id)
)
_BY_ID = _ALL.where(Purchases.id == bindparam("purchase"))
_OF_TOUCHES = _ALL.where(Purchases.touch_id.in_(bindparam("touches", expanding=True)))


def from_row(row: Any) -> Purchase:
    return Purchase(**{each: getattr(row, each) for each in _NAMES})


def by_id(work: Work, purchase_id: int) -> Purchase | None:
    row = work.first(_BY_ID, purchase=purchase_id)
    return from_row(row) if row else None


def of_touches(work: Work, touch_ids: Collection[int]) -> list[Purchase]:
    rows = work.all(_OF_TOUCHES, touches=sorted(touch_ids)) if touch_ids else ()
    return [from_row(row) for row in rows]


def add(work: Work, made: Purchase) -> int:
    values = {each: getattr(made, each) for each in _NAMES if each != "id"}
    return work.add(Purchases, gone=False, **values)


def refuse(work: Work, purchase_id: int) -> None:
    work.change(Purchases, purchase_id, is_refused=True)


def withdraw(work: Work, purchase_id: int) -> None:
    work.change(Purchases, purchase_id, gone=True)


FOR_PLANNING = Part(
    _ALL.where(Purchases.customer_id == CUSTOMER, ~Purchases.is_refused),
    lambda rows: tuple(map(from_row, rows)),
)
