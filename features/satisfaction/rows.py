"""What customers said of us."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, func, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.satisfaction import Level, Source
from features.satisfaction.rules import IMPROVEMENT, TABLE, Improvement, Moved, Rating
from store.parts import CUSTOMER, Part
from store.tables.base import Audited
from store.work import Work

LATEST = 2
"""What planning looks at: what they said last, and before."""


class Ratings(Audited):
    __tablename__ = TABLE
    __table_args__ = (
        Index("satisfaction_by_customer", "customer_id"),
        Index("satisfaction_by_time", "workspace_id", "at"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    level: Mapped[str]
    score: Mapped[int | None]
    words: Mapped[str]
    source: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    expired_at: Mapped[datetime | None]


class Improvements(Audited):
    __tablename__ = IMPROVEMENT
    __table_args__ = (Index("improvement_by_customer", "customer_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    at: Mapped[datetime]
    words: Mapped[str]
    came: Mapped[str]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))


_OF_IMPROVEMENTS = (
    Improvements.id,
    Improvements.customer_id,
    Improvements.at,
    Improvements.words,
    Improvements.came,
    Improvements.by_id,
)
_IMPROVEMENT = select(*_OF_IMPROVEMENTS).where(
    Improvements.workspace_id == bindparam("ws"),
    ~Improvements.gone,
    Improvements.id == bindparam("improvement"),
)
_COLUMNS = tuple(
    column for column in Ratings.__table__.c if column.name not in {"workspace_id", "gone"}
)
_HERE = (Ratings.workspace_id == bindparam("ws")) & ~Ratings.gone
_NEWEST = (Ratings.at.desc(), Ratings.id.desc())
_OF = (
    select(*_COLUMNS)
    .where(_HERE, Ratings.customer_id == bindparam("customer"))
    .order_by(*_NEWEST)
    .limit(bindparam("most"))
)
_AS_SAID = (Ratings.at, Ratings.id)
_BEFORE = func.lag(Ratings.level).over(partition_by=Ratings.customer_id, order_by=_AS_SAID)
_AFTER = func.lead(Ratings.level).over(partition_by=Ratings.customer_id, order_by=_AS_SAID)
_LATELY = select(Ratings.customer_id).where(_HERE, Ratings.at >= bindparam("since"))
_IN_ORDER = (
    select(*_COLUMNS, _BEFORE.label("before"), _AFTER.label("after"))
    .where(_HERE, Ratings.customer_id.in_(_LATELY))
    .subquery()
)
_SINCE = select(_IN_ORDER).where(_IN_ORDER.c.at >= bindparam("since"))
_LAST = _SINCE.where(_IN_ORDER.c.after.is_(None)).order_by(_IN_ORDER.c.at.desc(), _IN_ORDER.c.id)
_MOVED = _SINCE.where(_IN_ORDER.c.before != _IN_ORDER.c.level).order_by(
    _IN_ORDER.c.at.desc(), _IN_ORDER.c.id.desc()
)
_BY_ID = select(*_COLUMNS).where(_HERE, Ratings.id == bindparam("rating"))


def from_row(row: Any) -> Rating:
    return Rating(
        id=row.id,
        customer_id=row.customer_id,
        level=Level(row.level),
        score=row.score,
        words=row.words,
        source=Source(row.source),
        at=row.at,
        by_id=row.by_id,
        expired_at=row.expired_at,
    )


def of(work: Work, customer_id: int, most: int) -> list[Rating]:
    """The newest first."""
    return [from_row(row) for row in work.all(_OF, customer=customer_id, most=most)]


def latest(work: Work, customer_id: int) -> Rating | None:
    return next(iter(of(work, customer_id, 1)), None)


def last_since(work: Work, since: datetime) -> list[Rating]:
    """What each customer of whom there is something said last, the newest first."""
    return [from_row(row) for row in work.all(_LAST, since=since)]


def moved_since(work: Work, since: datetime) -> list[Moved]:
    """From one class to another, the newest first."""
    return [
        Moved(rating=from_row(row), before=Level(row.before))
        for row in work.all(_MOVED, since=since)
    ]


def by_id(work: Work, rating_id: int) -> Rating | None:
    row = work.first(_BY_ID, rating=rating_id)
    return from_row(row) if row else None


def add(work: Work, rating: Rating) -> int:
    return work.add(
        Ratings,
        customer_id=rating.customer_id,
        level=rating.level,
        score=rating.score,
        words=rating.words,
        source=rating.source,
        at=rating.at,
        by_id=rating.by_id,
        expired_at=None,
        gone=False,
    )


def expire(work: Work, rating_id: int, at: datetime) -> None:
    work.change(Ratings, rating_id, expired_at=at)


def _improvement(row: Any) -> Improvement:
    return Improvement(
        id=row.id,
        customer_id=row.customer_id,
        at=row.at,
        words=row.words,
        came=row.came,
        by_id=row.by_id,
    )


def improvement(work: Work, improvement_id: int) -> Improvement | None:
    row = work.first(_IMPROVEMENT, improvement=improvement_id)
    return _improvement(row) if row else None


def add_improvement(work: Work, customer_id: int, at: datetime, by_id: int) -> int:
    return work.add(
        Improvements, customer_id=customer_id, at=at, words="", came="", by_id=by_id, gone=False
    )


def tell_improvement(work: Work, improvement_id: int, words: str, came: str) -> None:
    work.change(Improvements, improvement_id, words=words, came=came)


LAST_ASKED = Part(
    select(*_OF_IMPROVEMENTS)
    .where(
        Improvements.workspace_id == bindparam("ws"),
        ~Improvements.gone,
        Improvements.customer_id == CUSTOMER,
    )
    .order_by(Improvements.at.desc(), Improvements.id.desc())
    .limit(1),
    lambda rows: tuple(map(_improvement, rows)),
)
FOR_PLANNING = Part(
    select(*_COLUMNS)
    .where(_HERE, Ratings.customer_id == CUSTOMER)
    .order_by(*_NEWEST)
    .limit(LATEST),
    lambda rows: tuple(map(from_row, rows)),
)
