"""Rows of many tables about the same customers, in one statement, each table's as one value."""

import json
from collections import namedtuple
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from sqlalchemy import (
    JSON,
    Boolean,
    ColumnElement,
    Label,
    Select,
    Text,
    bindparam,
    cast,
    select,
)

from store.columns import Amount, Signs, UtcMoment, amount_of, signs_of
from store.json_rows import EMPTY, json_rows, moment
from store.tables import Customer
from store.work import Work

R_co = TypeVar("R_co", covariant=True)
Read = Callable[[Any], Any]

CUSTOMER = Customer.id
"""Whoever a part's rows are about: to be compared with their own column."""


@dataclass(frozen=True, eq=False)
class Part(Generic[R_co]):
    """`rows` of one table, found by `CUSTOMER`, and what is made of them."""

    rows: Select[*tuple[Any, ...]]
    read: Callable[[Sequence[Any]], R_co]

    def column(self, label: str) -> Label[str]:
        plain = self.rows.with_only_columns(
            *(_plain(each).label(each.key or "") for each in self.rows.selected_columns)
        )
        rows = plain.correlate(Customer).subquery()
        return select(json_rows(*rows.c)).scalar_subquery().label(label)

    def value(self, told: str | None) -> R_co:
        if told is None or told == EMPTY:
            return self.read(())
        return self.read([self._row(each) for each in json.loads(told)])

    def _row(self, values: Sequence[Any]) -> Any:
        read = zip(values, self._reads, strict=True)
        return self._kind._make(it if how is None or it is None else how(it) for it, how in read)

    @cached_property
    def _reads(self) -> list[Read | None]:
        return [_read(each) for each in self.rows.selected_columns]

    @cached_property
    def _kind(self) -> Any:
        return namedtuple("Row", [each.key or "" for each in self.rows.selected_columns])  # noqa: PYI024 - the names are the statement's


class Parts:
    """One statement, built once: `own` columns of each customer, and the parts."""

    def __init__(self, own: Sequence[Any], parts: Sequence[Part[Any]]) -> None:
        self._places = {part: place for place, part in enumerate(parts, len(own))}
        columns = [part.column(f"part_{place}") for part, place in self._places.items()]
        self._statement = (
            select(*own, *columns)
            .where(Customer.workspace_id == bindparam("ws"))
            .where(Customer.id.in_(bindparam("customers", expanding=True)))
            .order_by(Customer.id)
        )

    def of(self, work: Work, customer_ids: Sequence[int]) -> dict[int, "Told"]:
        """By customer; also one that is gone."""
        about = {"customers": list(customer_ids), "installation": work.installation_id}
        return {row.id: Told(row, self._places) for row in work.all(self._statement, **about)}


class Told:
    """What was read of one customer."""

    def __init__(self, row: Any, places: dict[Part[Any], int]) -> None:
        self.row = row
        self._places = places

    def of(self, part: Part[R_co]) -> R_co:
        return part.value(self.row[self._places[part]])


def _plain(column: Any) -> ColumnElement[Any]:
    """JSON in JSON is kept as text: the two databases would embed it differently."""
    return cast(column, Text) if isinstance(column.type, JSON) else column


def _read(column: Any) -> Read | None:
    match column.type:
        case UtcMoment():
            return moment
        case Signs():
            return signs_of
        case Amount():
            return amount_of
        case JSON():
            return json.loads
        case Boolean():
            return bool
        case _:
            return None
