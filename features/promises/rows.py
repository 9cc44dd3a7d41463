"""What was promised."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    ForeignKey,
    Index,
    String,
    bindparam,
    case,
    cast,
    exists,
    literal,
    select,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from domain.nudges import WAITING
from domain.touches import Direction, Kind, Touch
from features.promises.rules import Promise
from store.parts import CUSTOMER, Part
from store.tables import Nudge
from store.tables import Touch as Touches
from store.tables.base import Audited
from store.work import Work


class Promises(Audited):
    __tablename__ = "promise"
    __table_args__ = (
        Index("promise_by_customer", "customer_id"),
        Index("promise_open", "workspace_id", "kept_at", "let_go_at"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    touch_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id"))
    words: Mapped[str]
    at: Mapped[datetime]
    has_hour: Mapped[bool]
    zone: Mapped[str]
    whose: Mapped[str]
    kind: Mapped[str]
    made_at: Mapped[datetime]
    made_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    kept_at: Mapped[datetime | None]
    kept_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    kept_touch_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id"))
    let_go_at: Mapped[datetime | None]
    why: Mapped[str] = mapped_column(server_default="")
    moves: Mapped[int] = mapped_column(server_default="0")
    is_moved_late: Mapped[bool] = mapped_column(server_default=text("false"))


_COLUMNS = (
    Promises.id,
    Promises.customer_id,
    Promises.touch_id,
    Promises.words,
    Promises.at,
    Promises.has_hour,
    Promises.zone,
    Promises.whose,
    Promises.kind,
    Promises.made_at,
    Promises.made_by_id,
    Promises.kept_at,
    Promises.kept_by_id,
    Promises.kept_touch_id,
    Promises.let_go_at,
    Promises.why,
    Promises.moves,
    Promises.is_moved_late,
    Promises.gone,
)
_HERE = (Promises.workspace_id == bindparam("ws")) & ~Promises.gone
_IS_OPEN = Promises.kept_at.is_(None) & Promises.let_go_at.is_(None)
_OPEN = select(*_COLUMNS).where(_HERE, _IS_OPEN).order_by(Promises.at, Promises.id)
_OPEN_OF = _OPEN.where(Promises.customer_id == bindparam("customer"))
_ITS_REMINDER = exists().where(
    Nudge.workspace_id == Promises.workspace_id,
    Nudge.customer_id == Promises.customer_id,
    Nudge.key
    == literal("promise:")
    + cast(Promises.id, String)
    + case((Promises.moves > 0, literal(".") + cast(Promises.moves, String)), else_=""),
    Nudge.status.in_(WAITING),
)
_ALL_WAITING = _OPEN.where(_ITS_REMINDER)
_BY_ID = select(*_COLUMNS).where(
    Promises.workspace_id == bindparam("ws"), Promises.id == bindparam("promise")
)
_OF_TOUCH = select(*_COLUMNS).where(_HERE, Promises.touch_id == bindparam("touch"))
_OURS = select(*_COLUMNS).where(_HERE, Promises.whose == Direction.OURS)
_MADE_SINCE = _OURS.where(Promises.made_at >= bindparam("since")).order_by(Promises.id.desc())
_LAST_OF = (
    _OURS.where(Promises.made_by_id == bindparam("by"), Promises.kind == bindparam("of_kind"))
    .where(~_IS_OPEN)
    .order_by(Promises.id.desc())
    .limit(bindparam("most"))
)
_KEPT_BY = select(*_COLUMNS).where(_HERE, Promises.kept_touch_id == bindparam("touch"))


def from_row(row: Any) -> Promise:
    return Promise(
        id=row.id,
        customer_id=row.customer_id,
        touch_id=row.touch_id,
        words=row.words,
        at=row.at,
        has_hour=row.has_hour,
        zone=row.zone,
        whose=Direction(row.whose),
        kind=Kind(row.kind),
        made_at=row.made_at,
        made_by_id=row.made_by_id,
        kept_at=row.kept_at,
        kept_by_id=row.kept_by_id,
        kept_touch_id=row.kept_touch_id,
        let_go_at=row.let_go_at,
        why=row.why,
        moves=row.moves,
        is_moved_late=row.is_moved_late,
        is_withdrawn=row.gone,
    )


def by_id(work: Work, promise_id: int) -> Promise | None:
    """Withdrawn ones too."""
    row = work.first(_BY_ID, promise=promise_id)
    return from_row(row) if row else None


def all_waiting(work: Work) -> list[Promise]:
    """Of the whole workspace those whose reminder waits, the first to come first."""
    return [from_row(row) for row in work.all(_ALL_WAITING)]


def open_of(work: Work, customer_id: int) -> list[Promise]:
    return [from_row(row) for row in work.all(_OPEN_OF, customer=customer_id)]


def of_touch(work: Work, touch_id: int) -> list[Promise]:
    """Those that were found in its words."""
    if work.is_untouched(Promises, Touches, touch_id):
        return []
    return [from_row(row) for row in work.all(_OF_TOUCH, touch=touch_id)]


def kept_by(work: Work, touch_id: int) -> list[Promise]:
    return [from_row(row) for row in work.all(_KEPT_BY, touch=touch_id)]


def add(work: Work, promise: Promise) -> int:
    return work.add(
        Promises,
        customer_id=promise.customer_id,
        touch_id=promise.touch_id,
        words=promise.words,
        at=promise.at,
        has_hour=promise.has_hour,
        zone=promise.zone,
        whose=promise.whose,
        kind=promise.kind,
        made_at=promise.made_at,
        made_by_id=promise.made_by_id,
        why="",
        moves=0,
        is_moved_late=False,
        gone=False,
    )


def keep(
    work: Work, promise_id: int, at: datetime | None, by_id: int | None, touch_id: int | None
) -> None:
    """Or, without a moment, open again."""
    values = {"kept_at": at, "kept_by_id": by_id, "kept_touch_id": touch_id}
    work.change(Promises, promise_id, **values)


def let_go(work: Work, promise_id: int, at: datetime, why: str) -> None:
    work.change(Promises, promise_id, let_go_at=at, why=why)


def move(work: Work, promise: Promise, at: datetime, *, is_late: bool) -> None:
    values = {"at": at, "has_hour": True, "moves": promise.moves + 1}
    work.change(Promises, promise.id, **values, is_moved_late=promise.is_moved_late or is_late)


def made_since(work: Work, since: datetime) -> list[Promise]:
    """Ours, of the whole workspace, the last first."""
    return [from_row(row) for row in work.all(_MADE_SINCE, since=since)]


def last_of(work: Work, by_id: int, kind: Kind, most: int) -> list[Promise]:
    """The last of ours that somebody made of that kind and that are over, the newest first."""
    rows = work.all(_LAST_OF, by=by_id, of_kind=kind, most=most)
    return [from_row(row) for row in rows]


def note_kept(work: Work, promise_id: int, touch: Touch) -> None:
    """What follows from its contact is no action."""
    values = {"kept_at": touch.at, "kept_by_id": touch.by_id, "kept_touch_id": touch.id}
    work.set(Promises, promise_id, **values)


FOR_PLANNING = Part(
    select(*_COLUMNS)
    .where(_HERE, _IS_OPEN, Promises.customer_id == CUSTOMER)
    .order_by(Promises.at, Promises.id),
    lambda rows: tuple(map(from_row, rows)),
)
"""What planning looks at: those that are open."""
