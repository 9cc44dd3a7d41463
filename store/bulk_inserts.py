"""Many rows at once, for imports: what takes a command a moment each would take an hour."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, insert, select

from domain.customers import Contact, Customer
from domain.touches import Touch
from store import customers, touches
from store.tables import Base
from store.tables import Contact as Contacts
from store.work import Work, table_of

CHUNK = 1000
"""Ids that one query names."""

_CONTACTS_OF = (
    select(Contacts.customer_id, Contacts.id, Contacts.name, Contacts.mail, Contacts.phone)
    .add_columns(Contacts.role)
    .where(Contacts.workspace_id == bindparam("ws"), ~Contacts.gone)
    .where(Contacts.customer_id.in_(bindparam("customers", expanding=True)))
    .order_by(Contacts.id)
)
Rows = Sequence[Mapping[str, Any]]


def insert_all(work: Work, mapped: type[Base], rows: Rows) -> list[int]:
    """Their ids, in the order of the rows."""
    if not rows:
        return []
    table = table_of(mapped)
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    filled = [{"workspace_id": work.workspace_id, **row} for row in rows]
    return list(work.connection.execute(statement, filled).scalars())


def customers_of(work: Work, ids: Collection[int]) -> dict[int, Customer]:
    found: dict[int, Customer] = {}
    for chunk in _chunks(ids):
        found |= customers.by_ids(work, chunk)
    return found


def touches_of(work: Work, ids: Collection[int]) -> dict[int, Touch]:
    found: dict[int, Touch] = {}
    for chunk in _chunks(ids):
        found |= touches.by_ids(work, set(chunk))
    return found


def contacts_of(work: Work, ids: Collection[int]) -> dict[int, list[Contact]]:
    """The people of each of these customers."""
    found: dict[int, list[Contact]] = defaultdict(list)
    for chunk in _chunks(ids):
        for row in work.all(_CONTACTS_OF, customers=chunk):
            found[row.customer_id].append(customers.person(row))
    return found


def _chunks(ids: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), CHUNK):
        yield ordered[start : start + CHUNK]
