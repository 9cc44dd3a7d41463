"""Something lent to a customer, until it is fetched back."""

from dataclasses import dataclass
from datetime import datetime

from domain.subjects import Subject

DEPOSIT = "loan_deposit"
"""The table of what they left with us for it."""

KIND = "loan"
MISSED = "loan missed"
"""What a post is about: the loan itself, and the word that it has been out for too long."""


@dataclass(frozen=True, kw_only=True)
class Loan:
    id: int
    customer_id: int
    what: str
    lent_at: datetime
    lent_by_id: int | None = None
    fetched_at: datetime | None = None
    fetched_by_id: int | None = None
    is_withdrawn: bool = False

    @property
    def subject(self) -> Subject:
        return Subject(KIND, self.id)

    @property
    def is_out(self) -> bool:
        return self.fetched_at is None and not self.is_withdrawn
