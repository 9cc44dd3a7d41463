"""What is to be put right."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, func, or_, select, text
from sqlalchemy.orm import Mapped, aliased, mapped_column

from domain.touches import Direction, Touch
from features.complaints.rules import KIND, WAIT, Complaint, Wait
from store.parts import CUSTOMER, Part
from store.tables import Customer, Teammate
from store.tables import Touch as Touches
from store.tables.base import Audited
from store.work import Work


class Complaints(Audited):
    __tablename__ = "complaint"
    __table_args__ = (
        Index("complaint_by_customer", "customer_id"),
        Index("complaint_open", "workspace_id", "resolved_at"),
    )

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    touch_id: Mapped[int | None] = mapped_column(ForeignKey("touch.id"))
    words: Mapped[str]
    opened_at: Mapped[datetime]
    opened_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    resolved_at: Mapped[datetime | None]
    resolved_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    escalated_at: Mapped[datetime | None]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    cause: Mapped[str] = mapped_column(server_default="")
    remedy: Mapped[str] = mapped_column(server_default="")
    is_severe: Mapped[bool] = mapped_column(server_default=text("false"))
    reopened_at: Mapped[datetime | None]
    joined_to_id: Mapped[int | None]


class Waits(Audited):
    """Since when we wait for the customer; that they have answered shows in their contacts."""

    __tablename__ = WAIT
    __table_args__ = (Index("complaint_wait_by_customer", "customer_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    since: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    ended_at: Mapped[datetime | None]


RESOLVED_KEPT = 5
"""How many resolved complaints of a customer planning still looks at, to check back."""

HERE = (Complaints.workspace_id == bindparam("ws")) & ~Complaints.gone
_COLUMNS = (
    Complaints.id,
    Complaints.customer_id,
    Complaints.touch_id,
    Complaints.words,
    Complaints.opened_at,
    Complaints.opened_by_id,
    Complaints.resolved_at,
    Complaints.resolved_by_id,
    Complaints.escalated_at,
    Complaints.owner_id,
    Complaints.cause,
    Complaints.remedy,
    Complaints.is_severe,
    Complaints.reopened_at,
    Complaints.joined_to_id,
    *(
        select(column)
        .where(Teammate.id == Complaints.owner_id)
        .scalar_subquery()
        .label(f"owner_{column.key}")
        for column in (Teammate.zone, Teammate.week, Teammate.country)
    ),
    Complaints.gone,
)
_OF_CUSTOMER = Complaints.customer_id == bindparam("customer")
_OPEN = (
    select(*_COLUMNS)
    .where(HERE, _OF_CUSTOMER, Complaints.resolved_at.is_(None))
    .order_by(Complaints.id)
)
_ALL_OPEN = (
    select(*_COLUMNS)
    .where(HERE, Complaints.resolved_at.is_(None))
    .order_by(Complaints.opened_at, Complaints.id)
)
_LATEST = (
    select(*_COLUMNS)
    .where(HERE, _OF_CUSTOMER, Complaints.opened_at >= bindparam("since"))
    .order_by(Complaints.id)
)
_JOINED = (
    select(*_COLUMNS)
    .where(Complaints.workspace_id == bindparam("ws"), Complaints.joined_to_id == bindparam("to"))
    .order_by(Complaints.id)
)
_RESOLVED = (
    select(*_COLUMNS)
    .where(HERE, Complaints.resolved_at >= bindparam("since"))
    .order_by(Complaints.resolved_at.desc(), Complaints.id)
)
_BY_ID = select(*_COLUMNS).where(
    Complaints.workspace_id == bindparam("ws"), Complaints.id == bindparam("complaint")
)
_OF_TOUCH = (
    select(*_COLUMNS)
    .where(HERE, _OF_CUSTOMER, Complaints.touch_id == bindparam("touch"))
    .order_by(Complaints.id)
    .limit(1)
)


def from_row(row: Any) -> Complaint:
    return Complaint(
        id=row.id,
        customer_id=row.customer_id,
        touch_id=row.touch_id,
        words=row.words,
        opened_at=row.opened_at,
        opened_by_id=row.opened_by_id,
        resolved_at=row.resolved_at,
        resolved_by_id=row.resolved_by_id,
        escalated_at=row.escalated_at,
        owner_id=row.owner_id,
        owner_zone=row.owner_zone or "",
        owner_week=row.owner_week,
        owner_country=row.owner_country,
        cause=row.cause,
        remedy=row.remedy,
        is_severe=bool(row.is_severe),
        reopened_at=row.reopened_at,
        joined_to_id=row.joined_to_id,
        is_withdrawn=row.gone,
    )


def open_of(work: Work, customer_id: int) -> tuple[Complaint, ...]:
    return tuple(from_row(row) for row in work.all(_OPEN, customer=customer_id))


def all_open(work: Work) -> list[Complaint]:
    """Of the whole workspace, the oldest first."""
    return [from_row(row) for row in work.all(_ALL_OPEN)]


def since(work: Work, customer_id: int, at: datetime) -> tuple[Complaint, ...]:
    """What they have complained about from then on."""
    return tuple(from_row(row) for row in work.all(_LATEST, customer=customer_id, since=at))


def resolved_since(work: Work, at: datetime) -> list[Complaint]:
    """Of the whole workspace, the latest first."""
    return [from_row(row) for row in work.all(_RESOLVED, since=at)]


def joined_to(work: Work, complaint_id: int) -> tuple[Complaint, ...]:
    return tuple(from_row(row) for row in work.all(_JOINED, to=complaint_id))


def by_id(work: Work, complaint_id: int) -> Complaint | None:
    """Withdrawn ones too: their posts still have to say so."""
    row = work.first(_BY_ID, complaint=complaint_id)
    return from_row(row) if row else None


def of_touch(work: Work, touch: Touch) -> Complaint | None:
    """What was opened on that contact."""
    if work.is_untouched(Complaints, Touches, touch.id):
        return None
    row = work.first(_OF_TOUCH, customer=touch.customer_id, touch=touch.id)
    return from_row(row) if row else None


def add(work: Work, complaint: Complaint) -> int:
    return work.add(
        Complaints,
        customer_id=complaint.customer_id,
        touch_id=complaint.touch_id,
        words=complaint.words,
        opened_at=complaint.opened_at,
        opened_by_id=complaint.opened_by_id,
        gone=False,
    )


def escalate(work: Work, complaint_id: int, at: datetime) -> None:
    work.set(Complaints, complaint_id, escalated_at=at)


def mention(work: Work, complaint_id: int) -> None:
    work.mention(Complaints, complaint_id)


def change(work: Work, complaint_id: int, **values: Any) -> None:
    work.change(Complaints, complaint_id, **values)


_ANSWERED = (
    select(func.min(Touches.at))
    .where(Touches.customer_id == Waits.customer_id, ~Touches.gone, Touches.at > Waits.since)
    .where(Touches.direction == Direction.THEIRS)
    .where(
        or_(
            Touches.subject_id.is_(None),
            (Touches.subject_kind == KIND) & (Touches.subject_id == Waits.complaint_id),
        )
    )
    .scalar_subquery()
    .label("answered_at")
)
_WAITS = select(
    Waits.id, Waits.complaint_id, Waits.since, Waits.by_id, Waits.ended_at, _ANSWERED
).where(Waits.workspace_id == bindparam("ws"), ~Waits.gone)
_WAITS_OF = _WAITS.where(Waits.complaint_id == bindparam("complaint")).order_by(Waits.id)


def _wait(row: Any) -> Wait:
    return Wait(
        id=row.id,
        complaint_id=row.complaint_id,
        since=row.since,
        by_id=row.by_id,
        ended_at=row.ended_at,
        answered_at=row.answered_at,
    )


def waits_of(work: Work, complaint_id: int) -> tuple[Wait, ...]:
    return tuple(_wait(row) for row in work.all(_WAITS_OF, complaint=complaint_id))


def wait(work: Work, complaint: Complaint, now: datetime, by_id: int | None) -> int:
    return work.add(
        Waits,
        customer_id=complaint.customer_id,
        complaint_id=complaint.id,
        since=now,
        by_id=by_id,
        gone=False,
    )


def go_on(work: Work, wait_id: int, now: datetime) -> None:
    work.change(Waits, wait_id, ended_at=now)


WAITS_OPEN = Part(
    _WAITS.join(Complaints, Complaints.id == Waits.complaint_id)
    .where(Waits.customer_id == CUSTOMER, Complaints.resolved_at.is_(None), ~Complaints.gone)
    .order_by(Waits.id),
    lambda rows: tuple(map(_wait, rows)),
)
"""What planning looks at, too: of complaints that are open."""

_LATELY = aliased(Complaints)
_LATELY_RESOLVED = (
    select(_LATELY.id)
    .where(_LATELY.customer_id == CUSTOMER, _LATELY.resolved_at.is_not(None), ~_LATELY.gone)
    .order_by(_LATELY.id.desc())
    .limit(RESOLVED_KEPT)
    .correlate(Customer)
)
FOR_PLANNING = Part(
    select(*_COLUMNS)
    .where(HERE, Complaints.customer_id == CUSTOMER)
    .where(or_(Complaints.resolved_at.is_(None), Complaints.id.in_(_LATELY_RESOLVED)))
    .order_by(Complaints.resolved_at.is_(None), Complaints.id),
    lambda rows: tuple(map(from_row, rows)),
)
"""What planning looks at: those that were resolved, and then those that are open."""
