"""What is lent."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Row, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column

from store.tables.base import Audited
from store.work import Work
from tests.features.example.rules import DEPOSIT, KIND, Loan


class Loans(Audited):
    __tablename__ = KIND

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    what: Mapped[str]
    lent_at: Mapped[datetime]
    lent_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))
    fetched_at: Mapped[datetime | None]
    fetched_by_id: Mapped[int | None] = mapped_column(ForeignKey("teammate.id"))


class Deposits(Audited):
    """What we have of theirs as long as they have something of ours."""

    __tablename__ = DEPOSIT

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    what: Mapped[str]


_DEPOSITS = select(Deposits.what).where(
    Deposits.workspace_id == bindparam("ws"),
    ~Deposits.gone,
    Deposits.customer_id == bindparam("customer"),
)
_ALL = select(Loans).where(Loans.workspace_id == bindparam("ws")).order_by(Loans.id)
_BY_ID = _ALL.where(Loans.id == bindparam("loan"))
_OUT = _ALL.where(~Loans.gone, Loans.fetched_at.is_(None))
_OUT_OF = _OUT.where(Loans.customer_id.in_(bindparam("customers", expanding=True)))


def _from_row(row: Row[Any]) -> Loan:
    return Loan(
        id=row.id,
        customer_id=row.customer_id,
        what=row.what,
        lent_at=row.lent_at,
        lent_by_id=row.lent_by_id,
        fetched_at=row.fetched_at,
        fetched_by_id=row.fetched_by_id,
        is_withdrawn=row.gone,
    )


def by_id(work: Work, loan_id: int) -> Loan | None:
    """Withdrawn ones too: their posts still have to say so."""
    row = work.first(_BY_ID, loan=loan_id)
    return _from_row(row) if row else None


def out(work: Work) -> list[Loan]:
    """Of the whole workspace."""
    return [_from_row(row) for row in work.all(_OUT)]


def out_of(work: Work, *customer_ids: int) -> list[Loan]:
    return [_from_row(row) for row in work.all(_OUT_OF, customers=customer_ids)]


def add(work: Work, loan: Loan) -> int:
    return work.add(
        Loans,
        customer_id=loan.customer_id,
        what=loan.what,
        lent_at=loan.lent_at,
        lent_by_id=loan.lent_by_id,
        gone=False,
    )


def leave(work: Work, customer_id: int, what: str) -> int:
    return work.add(Deposits, customer_id=customer_id, what=what, gone=False)


def deposits_of(work: Work, customer_id: int) -> list[str]:
    return [row.what for row in work.all(_DEPOSITS, customer=customer_id)]


def fetch(work: Work, loan_id: int, by_id: int, at: datetime) -> None:
    work.change(Loans, loan_id, fetched_at=at, fetched_by_id=by_id)
