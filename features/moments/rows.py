"""Which questions are answered for whom, and what the company has for each rung."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.customers import Rung
from features.moments.rules import SYSTEM, TICK, System
from store.tables.base import Audited
from store.work import Work


class Ticks(Audited):
    __tablename__ = TICK
    __table_args__ = (Index("moment_tick_by_customer", "customer_id"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    question: Mapped[str]
    at: Mapped[datetime]
    by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))


class Systems(Audited):
    __tablename__ = SYSTEM
    __table_args__ = (Index("moment_system_by_rung", "workspace_id", "rung"),)

    rung: Mapped[str]
    system: Mapped[str]
    gap: Mapped[str]
    owner_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    due_at: Mapped[datetime | None]


_TICKED = select(Ticks.id, Ticks.question).where(
    Ticks.workspace_id == bindparam("ws"), ~Ticks.gone, Ticks.customer_id == bindparam("customer")
)
_COLUMNS = (
    Systems.id,
    Systems.rung,
    Systems.system,
    Systems.gap,
    Systems.owner_id,
    Systems.due_at,
)
_SYSTEMS = (
    select(*_COLUMNS).where(Systems.workspace_id == bindparam("ws"), ~Systems.gone)
).order_by(Systems.id)
_BY_ID = _SYSTEMS.where(Systems.id == bindparam("system"))


def _from_row(row: Any) -> System:
    return System(
        id=row.id,
        rung=Rung(row.rung),
        system=row.system,
        gap=row.gap,
        owner_id=row.owner_id,
        due_at=row.due_at,
    )


def ticked(work: Work, customer_id: int) -> dict[str, int]:
    """Of each question that is answered, its row."""
    return {row.question: row.id for row in work.all(_TICKED, customer=customer_id)}


def tick(work: Work, customer_id: int, question: str, at: datetime, by_id: int) -> None:
    work.add(Ticks, customer_id=customer_id, question=question, at=at, by_id=by_id, gone=False)


def untick(work: Work, tick_id: int) -> None:
    work.change(Ticks, tick_id, gone=True)


def systems(work: Work) -> dict[Rung, System]:
    return {each.rung: each for each in map(_from_row, work.all(_SYSTEMS))}


def by_id(work: Work, system_id: int) -> System | None:
    row = work.first(_BY_ID, system=system_id)
    return _from_row(row) if row else None


def keep(work: Work, system: System) -> int:
    """In place of what was known of its rung."""
    values = {
        "system": system.system,
        "gap": system.gap,
        "owner_id": system.owner_id,
        "due_at": system.due_at,
    }
    if system.id:
        work.change(Systems, system.id, **values)
        return system.id
    return work.add(Systems, rung=system.rung, gone=False, **values)
