"""Column types: aware UTC moments, sums of money, a touch's signs. Each knows a plain JSON form."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import BigInteger, Date, DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator

from domain.touches import Sign


class UtcMoment(TypeDecorator[datetime]):
    """A moment, kept in UTC. A naive one is refused: nobody could say when it was."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Amount(TypeDecorator[Decimal]):
    """A sum of money, kept in hundredths: both databases count and sort these exactly."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        del dialect
        return None if value is None else int(value * 100)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:
        del dialect
        return None if value is None else amount_of(value)


def amount_of(kept: int) -> Decimal:
    """As it is kept in a row."""
    return Decimal(kept) / 100


class Signs(TypeDecorator[frozenset[Sign]]):
    """A set of signs as sorted words with commas around, so that `LIKE '%,praise,%'` finds one."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Iterable[Sign] | None, dialect: Dialect) -> str | None:
        del dialect
        if value is None:
            return None
        return "".join(f",{sign}" for sign in sorted(value)) + "," if value else ""

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[Sign]:
        del dialect
        return signs_of(value or "")


def signs_of(kept: str) -> frozenset[Sign]:
    """As they are kept in a row."""
    return frozenset(Sign(word) for word in kept.split(",") if word)


def to_plain(value: Any) -> Any:
    """A column's value as JSON can hold it, for the audit trail; a moment is a date, too."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Decimal):
        return str(value)
    return value


def from_plain(kind: Any, value: Any) -> Any:
    """The way back, by the column's type."""
    if value is not None and isinstance(kind, UtcMoment):
        return datetime.fromisoformat(value)
    if value is not None and isinstance(kind, Date):
        return date.fromisoformat(value)
    if value is not None and isinstance(kind, Amount):
        return Decimal(value)
    if value is not None and isinstance(kind, Signs):
        return frozenset(Sign(word) for word in value)
    return value
