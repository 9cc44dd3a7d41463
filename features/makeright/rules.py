"""What is given to make a complaint right: by a rep within limits, above them by a manager."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from domain import currency, money
from domain.currency import SIGNS, MoneyNumbers
from domain.errors import NotUnderstood
from domain.settings import Chosen, Numbers
from features.complaints.rules import KIND

NAME = "makeright"
TABLE = "make_right"
ASKED, ANSWERED = "makeright asked", "makeright answered"
"""Kinds of posts: the question to managers, and their answer to whoever asked."""

ABOUT = KIND
"""In whose post it is told."""

WAITS = "makeright waits"
"""The alarm at which nobody has decided in time."""

_CODE = re.compile(r"[A-Z]{3}")
_QUOTES = "\"'“”„«» "


class MakeRightNumbers(Numbers):
    group: ClassVar[str] = NAME

    complaint_limit: int = Field(
        default=0,
        ge=0,
        le=1_000_000,
        title="what may be given for one complaint without asking, in the workspace's currency",
        description="0: each time a manager is asked",
    )
    month_limit: int = Field(
        default=0,
        ge=0,
        le=1_000_000,
        title="what a rep may give in a month of the calendar without asking, in that currency",
        description="0: each time a manager is asked",
    )
    answer_hours: int = Field(
        default=4,
        ge=1,
        le=80,
        title="hours within which a manager answers what they are asked to agree to",
        description="half a day: a customer waits for it",
    )


class Status(StrEnum):
    GIVEN = "given"
    ASKED = "asked"
    AGREED = "agreed"
    REFUSED = "refused"


@dataclass(frozen=True, kw_only=True)
class Gift:
    """What somebody gives for a complaint; above the limits once a manager has agreed."""

    id: int
    customer_id: int
    complaint_id: int
    amount: Decimal
    currency: str
    words: str
    status: Status
    at: datetime
    by_id: int
    decided_by_id: int | None = None
    decided_at: datetime | None = None
    is_withdrawn: bool = False

    @property
    def waits(self) -> bool:
        return self.status is Status.ASKED and not self.is_withdrawn

    @property
    def sum(self) -> str:
        return f"{money.spoken(self.amount)} {self.currency}"


def read(words: str, chosen: Chosen) -> tuple[Decimal, str]:
    """The sum, and what it is for: `30 "free delivery"`, `EUR 12.50 a voucher`. Raises
    NotUnderstood.
    """
    tokens = words.split()
    size = 2 if any(map(_is_currency, tokens[:2])) else 1
    read_ = money.read(" ".join(tokens[:size])) if tokens else None
    what = " ".join(tokens[size:]).strip(_QUOTES)
    own = chosen.of(MoneyNumbers).currency
    if read_ is None or not read_.amount:
        raise NotUnderstood(f"Say how much first, like: makeright Acme 30 {own} free delivery.")
    if not what:
        raise NotUnderstood("Say what it is for, like: makeright Acme 30 free delivery.")
    try:
        return currency.settled(read_, chosen), what
    except NotUnderstood:
        raise NotUnderstood(
            f"Money is counted in {own} here, not in {read_.currency}: write it in {own}, so that"
            " it can be held against the limit. Nothing was noted."
        ) from None


def _is_currency(token: str) -> bool:
    return bool(_CODE.fullmatch(token)) or token.casefold() in SIGNS


def is_within(
    amount: Decimal, complaint: Iterable[Gift], month: Iterable[Gift], numbers: MakeRightNumbers
) -> bool:
    """Beside what was given at once for that complaint, and by that rep in this month."""
    limits = ((complaint, numbers.complaint_limit), (month, numbers.month_limit))
    return all(amount + given(each) <= limit for each, limit in limits)


def given(gifts: Iterable[Gift]) -> Decimal:
    """Without asking."""
    return sum((each.amount for each in gifts if each.status is Status.GIVEN), Decimal())
