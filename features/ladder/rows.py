"""Who moved on the ladder, when, and what showed it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, bindparam, exists, func, select, type_coerce
from sqlalchemy.orm import Mapped, mapped_column

from domain.customers import Rung
from domain.touches import Sign, Touch
from features.ladder.rules import KIND, Evidence, Move
from store.parts import CUSTOMER, Part
from store.tables import Customer
from store.tables import Touch as Touches
from store.tables.base import Audited
from store.touches import from_row as touch_from_row
from store.work import Work

LATELY = 10
"""Moves that planning looks back on."""

KNOWN = 10
"""Earlier contacts with a sign that are looked at, at most."""


class Moves(Audited):
    __tablename__ = KIND
    __table_args__ = (
        Index("rung_move_by_customer", "customer_id"),
        Index("rung_move_by_touch", "touch_id"),
        Index("rung_move_by_time", "workspace_id", "at"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    from_rung: Mapped[str]
    to_rung: Mapped[str]
    since_before: Mapped[datetime]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    evidence: Mapped[str | None]
    touch_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id"))
    reason: Mapped[str] = mapped_column(default="")
    is_refused: Mapped[bool] = mapped_column(default=False)


_COLUMNS = tuple(column for column in Moves.__table__.c if column.name != "workspace_id")
_HERE = (Moves.workspace_id == bindparam("ws")) & ~Moves.gone
_STANDS = _HERE & ~Moves.is_refused
_OF_TOUCHES = (
    select(*_COLUMNS)
    .where(_HERE, Moves.touch_id.in_(bindparam("touches", expanding=True)))
    .order_by(Moves.id)
)
_BY_ID = select(*_COLUMNS).where(_HERE, Moves.id == bindparam("move"))
_LATEST = (
    select(*_COLUMNS)
    .where(_STANDS, Moves.customer_id == bindparam("customer"))
    .order_by(Moves.id.desc())
    .limit(bindparam("most"))
)
_IS_THERE = exists().where(Customer.id == Moves.customer_id, ~Customer.gone)
_SINCE = (_STANDS, _IS_THERE, Moves.at >= bindparam("since"))
_MOVED = select(*_COLUMNS).where(*_SINCE).order_by(Moves.at.desc(), Moves.id.desc())
_ON_RUNGS = (
    select(Customer.rung, func.count().label("number"))
    .where(Customer.workspace_id == bindparam("ws"), ~Customer.gone)
    .group_by(Customer.rung)
)
_ON_RUNGS_OF = _ON_RUNGS.where(Customer.owner_id == bindparam("owner"))
_WITH_SIGN = (
    select(*Touches.__table__.c)
    .where(
        Touches.workspace_id == bindparam("ws"),
        ~Touches.gone,
        Touches.customer_id == bindparam("customer"),
        Touches.id != bindparam("but"),
        type_coerce(Touches.signs, String).like(bindparam("sign", type_=String)),
    )
    .order_by(Touches.at.desc(), Touches.id.desc())
    .limit(KNOWN)
)


def _from_row(row: Any) -> Move:
    return Move(
        id=row.id,
        customer_id=row.customer_id,
        from_rung=Rung(row.from_rung),
        to_rung=Rung(row.to_rung),
        since_before=row.since_before,
        at=row.at,
        by_id=row.by_id,
        evidence=Evidence(row.evidence) if row.evidence else None,
        touch_id=row.touch_id,
        reason=row.reason,
        is_refused=row.is_refused,
    )


def add(work: Work, move: Move) -> int:
    return work.add(
        Moves,
        customer_id=move.customer_id,
        from_rung=move.from_rung,
        to_rung=move.to_rung,
        since_before=move.since_before,
        at=move.at,
        by_id=move.by_id,
        evidence=move.evidence,
        touch_id=move.touch_id,
        reason=move.reason,
        is_refused=False,
        gone=False,
    )


def by_id(work: Work, move_id: int) -> Move | None:
    row = work.first(_BY_ID, move=move_id)
    return _from_row(row) if row else None


def of_touches(work: Work, touch_ids: Iterable[int]) -> list[Move]:
    """Those that were refused, too."""
    ids = {each for each in touch_ids if not work.is_untouched(Moves, Touches, each)}
    return [_from_row(row) for row in work.all(_OF_TOUCHES, touches=sorted(ids))] if ids else []


def latest(work: Work, customer_id: int, most: int) -> list[Move]:
    """The last first."""
    return [_from_row(row) for row in work.all(_LATEST, customer=customer_id, most=most)]


def moved_since(work: Work, since: datetime) -> list[Move]:
    """Of the whole workspace, the last first."""
    return [_from_row(row) for row in work.all(_MOVED, since=since)]


def on_rungs(work: Work, owner_id: int | None) -> dict[Rung, int]:
    """How many customers stand on each: an owner's, or anybody's."""
    found = work.all(_ON_RUNGS_OF, owner=owner_id) if owner_id else work.all(_ON_RUNGS)
    return {Rung(row.rung): row.number for row in found}


def refuse(work: Work, move_id: int) -> None:
    work.change(Moves, move_id, is_refused=True)


def withdraw(work: Work, move_id: int) -> None:
    """What had shown it is no more."""
    work.change(Moves, move_id, gone=True)


def others_with(work: Work, touch: Touch, sign: Sign) -> Sequence[Touch]:
    """Their other contacts with that sign, the latest first."""
    about = {"customer": touch.customer_id, "but": touch.id, "sign": f"%,{sign},%"}
    return [touch_from_row(row) for row in work.all(_WITH_SIGN, **about)]


FOR_PLANNING = Part(
    select(*_COLUMNS)
    .where(_STANDS, Moves.customer_id == CUSTOMER)
    .order_by(Moves.id.desc())
    .limit(LATELY),
    lambda rows: tuple(_from_row(row) for row in reversed(rows)),
)
"""The latest, oldest first."""
