"""What was complained about, by cause; which causes were removed, and which steps are ticked."""

from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import ForeignKey, Index, Select, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from features.causes.rules import ABOUT, REMOVED, TICKED, WARNED, Removed
from store.tables.base import Audited, OfWorkspace
from store.work import Work, table_named, table_of


class CausesRemoved(Audited):
    __tablename__ = REMOVED
    __table_args__ = (Index("cause_removed_by_workspace", "workspace_id", "at"),)

    cause: Mapped[str]
    words: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    list_id: Mapped[int | None]


class CausesWarned(OfWorkspace):
    """Of which cause the managers were told, and when."""

    __tablename__ = WARNED
    __table_args__ = (Index("cause_warned_by_workspace", "workspace_id", "at"),)

    cause: Mapped[str]
    at: Mapped[datetime]


class StepsTicked(Audited):
    __tablename__ = TICKED
    __table_args__ = (Index("policy_step_by_complaint", "complaint_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaint.id"))
    step: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))


_REMOVED = (
    select(CausesRemoved)
    .where(CausesRemoved.workspace_id == bindparam("ws"), ~CausesRemoved.gone)
    .order_by(CausesRemoved.id.desc())
)
_WARNED = select(CausesWarned).where(
    CausesWarned.workspace_id == bindparam("ws"), CausesWarned.at >= bindparam("since")
)
_WARNING = select(CausesWarned).where(
    CausesWarned.workspace_id == bindparam("ws"), CausesWarned.id == bindparam("warning")
)
_TICKED = select(StepsTicked).where(
    StepsTicked.workspace_id == bindparam("ws"),
    ~StepsTicked.gone,
    StepsTicked.complaint_id == bindparam("complaint"),
)


@cache
def _all() -> Select[Any]:
    table = table_of(table_named(ABOUT)).c
    about = (table.id, table.customer_id, table.words, table.cause)
    return (
        select(*about, table.opened_at, table.resolved_at, table.gone)
        .where(table.workspace_id == bindparam("ws"))
        .order_by(table.id)
    )


@cache
def _since() -> Select[Any]:
    table = table_of(table_named(ABOUT)).c
    return _all().where(~table.gone, table.opened_at >= bindparam("since"))


@cache
def _one() -> Select[Any]:
    return _all().where(table_of(table_named(ABOUT)).c.id == bindparam("complaint"))


def since(work: Work, at: datetime) -> list[Any]:
    """All complaints from then on."""
    return list(work.all(_since(), since=at))


def one(work: Work, complaint_id: int) -> Any | None:
    return work.first(_one(), complaint=complaint_id)


def removed(work: Work) -> list[Removed]:
    """The latest first."""
    return [
        Removed(
            id=row.id,
            cause=row.cause,
            words=row.words,
            at=row.at,
            by_id=row.by_id,
            list_id=row.list_id,
        )
        for row in work.all(_REMOVED)
    ]


def remove(work: Work, cause: str, words: str, at: datetime) -> int:
    return work.add(
        CausesRemoved,
        cause=cause,
        words=words,
        at=at,
        by_id=work.person.id,
        list_id=None,
        gone=False,
    )


def note_list(work: Work, removed_id: int, list_id: int) -> None:
    work.set(CausesRemoved, removed_id, list_id=list_id)


def warned(work: Work, at: datetime) -> set[str]:
    """Of which causes since then."""
    return {row.cause for row in work.all(_WARNED, since=at)}


def warnings(work: Work, at: datetime) -> list[int]:
    """What the managers were told since then."""
    return [row.id for row in work.all(_WARNED, since=at)]


def warn(work: Work, cause: str, at: datetime) -> int:
    return work.insert(CausesWarned, cause=cause, at=at)


def warning(work: Work, warning_id: int) -> Any | None:
    return work.first(_WARNING, warning=warning_id)


def ticked(work: Work, complaint_id: int) -> dict[str, int | None]:
    """By step, who has ticked it."""
    return {row.step: row.by_id for row in work.all(_TICKED, complaint=complaint_id)}


def tick(work: Work, customer_id: int, complaint_id: int, step: str, at: datetime) -> None:
    work.add(
        StepsTicked,
        customer_id=customer_id,
        complaint_id=complaint_id,
        step=step,
        at=at,
        by_id=work.person.id,
        gone=False,
    )


def complaint_of(work: Work, ticked_id: int) -> int:
    """Of which complaint that step is."""
    return int(work.row(StepsTicked, ticked_id)["complaint_id"])
