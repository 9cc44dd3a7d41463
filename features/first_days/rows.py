"""The first purchase that is known of somebody."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import String, bindparam, select, type_coerce

from domain.touches import Sign
from features.first_days.rules import FirstPurchase
from store.parts import CUSTOMER, Part
from store.tables import Touch


def _read(rows: Sequence[Any]) -> tuple[FirstPurchase, ...]:
    return tuple(
        FirstPurchase(
            touch_id=row.id,
            at=row.at,
            known_at=row.logged_at,
            words=row.words,
            contact_id=row.contact_id,
        )
        for row in rows
    )


FIRST = Part(
    select(Touch.id, Touch.at, Touch.logged_at, Touch.words, Touch.contact_id)
    .where(
        Touch.workspace_id == bindparam("ws"),
        ~Touch.gone,
        Touch.customer_id == CUSTOMER,
        type_coerce(Touch.signs, String).contains(f",{Sign.PURCHASE},"),
    )
    .order_by(Touch.at, Touch.id)
    .limit(1),
    _read,
)
