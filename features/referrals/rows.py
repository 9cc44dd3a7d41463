"""Who was recommended by whom."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, select
from sqlalchemy.orm import Mapped, aliased, mapped_column

from features.referrals.rules import KIND, Referral
from store.parts import CUSTOMER, Part
from store.tables import Customer
from store.tables import Touch as Touches
from store.tables.base import Audited
from store.work import Work


class Referrals(Audited):
    __tablename__ = KIND
    __table_args__ = (
        Index("referral_by_customer", "customer_id"),
        Index("referral_by_referrer", "by_customer_id"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    by_customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    at: Mapped[datetime]
    touch_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id"))
    bought_at: Mapped[datetime | None]
    bought_touch_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id"))


_OTHER = aliased(Customer)
_COLUMNS = (
    Referrals.id,
    Referrals.customer_id,
    Referrals.by_customer_id,
    Referrals.at,
    Referrals.touch_id,
    Referrals.bought_at,
    Referrals.bought_touch_id,
    _OTHER.name,
)
_HERE = (Referrals.workspace_id == bindparam("ws")) & ~Referrals.gone
_OTHERS = select(*_COLUMNS).where(_HERE).order_by(Referrals.id)
_TO = _OTHERS.join(_OTHER, _OTHER.id == Referrals.customer_id).where(~_OTHER.gone)
_FROM = _OTHERS.join(_OTHER, _OTHER.id == Referrals.by_customer_id).where(~_OTHER.gone)
_BY_ID = _TO.where(Referrals.id == bindparam("referral"))
_OF_TOUCH = _TO.where(Referrals.touch_id == bindparam("touch")).limit(1)
_OF_CUSTOMER = _TO.where(Referrals.customer_id == bindparam("customer"))
_BOUGHT_BY = _TO.where(Referrals.bought_touch_id == bindparam("touch"))
_BY_REFERRER = _TO.where(Referrals.by_customer_id == bindparam("customer"))
_REFERRERS = _FROM.where(Referrals.customer_id == bindparam("customer"))


def _from_row(row: Any) -> Referral:
    return Referral(
        id=row.id,
        customer_id=row.customer_id,
        by_customer_id=row.by_customer_id,
        at=row.at,
        touch_id=row.touch_id,
        bought_at=row.bought_at,
        bought_touch_id=row.bought_touch_id,
        name=row.name,
    )


def by_id(work: Work, referral_id: int) -> Referral | None:
    row = work.first(_BY_ID, referral=referral_id)
    return _from_row(row) if row else None


def of_touch(work: Work, touch_id: int) -> Referral | None:
    if work.is_untouched(Referrals, Touches, touch_id):
        return None
    row = work.first(_OF_TOUCH, touch=touch_id)
    return _from_row(row) if row else None


def of(work: Work, customer_id: int) -> Sequence[Referral]:
    """That brought them here."""
    return [_from_row(row) for row in work.all(_OF_CUSTOMER, customer=customer_id)]


def bought_by(work: Work, touch_id: int) -> Sequence[Referral]:
    return [_from_row(row) for row in work.all(_BOUGHT_BY, touch=touch_id)]


def by_referrer(work: Work, customer_id: int) -> Sequence[Referral]:
    """Each called by whoever was recommended."""
    return [_from_row(row) for row in work.all(_BY_REFERRER, customer=customer_id)]


def referrers(work: Work, customer_id: int) -> Sequence[Referral]:
    """The same that brought them here, each called by who recommended us."""
    return [_from_row(row) for row in work.all(_REFERRERS, customer=customer_id)]


def add(work: Work, referral: Referral) -> int:
    return work.add(
        Referrals,
        customer_id=referral.customer_id,
        by_customer_id=referral.by_customer_id,
        at=referral.at,
        touch_id=referral.touch_id,
        bought_at=None,
        bought_touch_id=None,
        gone=False,
    )


def note_bought(work: Work, referral_id: int, at: datetime | None, touch_id: int | None) -> None:
    """Or, without a moment, that they have not after all."""
    work.change(Referrals, referral_id, bought_at=at, bought_touch_id=touch_id)


def hand_over(work: Work, referral_id: int, by_customer_id: int) -> None:
    """Who recommended us is another row by now."""
    work.change(Referrals, referral_id, by_customer_id=by_customer_id)


FOR_PLANNING = Part(
    _TO.where(Referrals.by_customer_id == CUSTOMER, Referrals.bought_at.is_not(None)),
    lambda rows: tuple(map(_from_row, rows)),
)
"""Whom they have sent us, and who has bought."""
