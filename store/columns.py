"""Column types: aware UTC moments, and a touch's signs. Each also knows a plain JSON form."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, String
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
    """A column's value as JSON can hold it, for the audit trail."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    return value


def from_plain(kind: Any, value: Any) -> Any:
    """The way back, by the column's type."""
    if value is not None and isinstance(kind, UtcMoment):
        return datetime.fromisoformat(value)
    if value is not None and isinstance(kind, Signs):
        return frozenset(Sign(word) for word in value)
    return value
