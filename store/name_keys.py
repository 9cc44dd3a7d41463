"""Whom a key names: a customer's name, an alias, or somebody of theirs."""

from collections.abc import Sequence
from functools import partial

from sqlalchemy import bindparam, select

from domain.customers import Customer
from store import known_names
from store.customers import COLUMNS, from_row
from store.name_book import Learned, Page
from store.tables import Customer as Customers
from store.tables import KnownName
from store.work import Work

_FOUND = (
    select(KnownName.key, KnownName.customer_id)
    .where(
        KnownName.workspace_id == bindparam("ws"),
        KnownName.key.in_(bindparam("keys", expanding=True)),
        KnownName.is_full | bindparam("first_names"),
    )
    .limit(200)
)
_NAMED_SO = (
    select(KnownName.key.label("known_as"), *COLUMNS)
    .join(Customers, Customers.id == KnownName.customer_id)
    .where(
        KnownName.workspace_id == bindparam("ws"),
        KnownName.key.in_(bindparam("keys", expanding=True)),
        KnownName.is_full,
        ~Customers.gone,
    )
    .order_by(Customers.id)
    .limit(200)
)
_NAMED_SO_AND_LOCKED = _NAMED_SO.add_columns(known_names.COLUMN).with_for_update(of=Customers)
_NAMES_SINCE = (
    select(KnownName.id, KnownName.key, KnownName.customer_id)
    .where(KnownName.workspace_id == bindparam("ws"), KnownName.id >= bindparam("since"))
    .where(KnownName.is_full)
    .order_by(KnownName.id)
)


def found(
    work: Work, keys: Sequence[str], *, first_names: bool = False
) -> dict[str, tuple[int, ...]]:
    """Which of the keys are known, and whose they are."""
    known: dict[str, set[int]] = {}
    for row in work.all(_FOUND, keys=list(keys), first_names=first_names):
        known.setdefault(row.key, set()).add(row.customer_id)
    return {key: tuple(sorted(ids)) for key, ids in known.items()}


def named_so(work: Work, keys: Sequence[str], *, hold: bool) -> dict[str, list[Customer]]:
    """Who has one of these as a full name, by key. `hold`: nobody else changes them until the
    commit.
    """
    here = {"keys": list(keys), "installation": work.installation_id}
    rows = work.all(_NAMED_SO_AND_LOCKED if hold else _NAMED_SO, **here)
    known: dict[str, list[Customer]] = {}
    for row in rows:
        known.setdefault(row.known_as, []).append(from_row(row))
    if hold and rows:
        work.held.update(row.id for row in rows)
        work.heard = known_names.heard(work, keys, rows[0].heard)
    return known


def book(work: Work) -> Page | None:
    """Every known name, for suggestions; None where no book is kept."""
    return work.book.read(work.workspace_id, partial(_names_since, work)) if work.book else None


def _names_since(work: Work, row_id: int) -> list[Learned]:
    return [(row.id, row.key, row.customer_id) for row in work.all(_NAMES_SINCE, since=row_id)]
