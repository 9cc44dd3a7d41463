"""Tick lists, each person's share of them, and their rows."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select

from domain.precedence import Need
from domain.tick_lists import Ticked, TickList, Wanted
from domain.touches import Kind
from store.tables import Customer, TickRow, TickShare
from store.tables import TickList as Lists
from store.work import Work

_NAMES = tuple(TickList.__dataclass_fields__)
_ALL = select(*(getattr(Lists, each) for each in _NAMES)).where(
    Lists.workspace_id == bindparam("ws")
)
_BY_ID = _ALL.where(Lists.id == bindparam("list"))
_LOCKED = _BY_ID.with_for_update()
_OPEN = _ALL.where(~Lists.gone, Lists.closed_at.is_(None)).order_by(Lists.id)
_SHARES = (
    select(TickShare.teammate_id, TickShare.id)
    .where(TickShare.workspace_id == bindparam("ws"), TickShare.list_id == bindparam("list"))
    .order_by(TickShare.id)
)
_SHARE = select(TickShare.list_id, TickShare.teammate_id, TickShare.page).where(
    TickShare.workspace_id == bindparam("ws"), TickShare.id == bindparam("share")
)
_HERE = (TickRow.workspace_id == bindparam("ws"), ~TickRow.gone)
_EVERY = (
    select(
        TickRow.id,
        TickRow.list_id,
        TickRow.customer_id,
        TickRow.touch_id,
        TickRow.note,
        Customer.name,
        Customer.owner_id,
    )
    .join(Customer, Customer.id == TickRow.customer_id)
    .where(*_HERE, ~Customer.gone)
    .order_by(Customer.name_key, Customer.id, TickRow.touch_id.is_(None), TickRow.id)
)
_ROWS = _EVERY.where(TickRow.list_id == bindparam("list"))
_ROW = _EVERY.where(TickRow.id == bindparam("row"))
_LISTS_WITH = (
    select(TickRow.list_id)
    .join(Lists, Lists.id == TickRow.list_id)
    .where(*_HERE, TickRow.customer_id == bindparam("customer"))
    .where(~Lists.gone, Lists.closed_at.is_(None))
    .distinct()
)
_COUNTED = (
    select(TickRow.list_id, func.count().label("every"), func.count(TickRow.touch_id).label("done"))
    .join(Customer, Customer.id == TickRow.customer_id)
    .where(*_HERE, ~Customer.gone, TickRow.list_id.in_(bindparam("lists", expanding=True)))
    .group_by(TickRow.list_id)
)


def _from_row(row: Any) -> TickList:
    there = {each: getattr(row, each) for each in _NAMES}
    return TickList(**there | {"kind": Kind(row.kind), "need": Need[row.need]})


def by_id(work: Work, list_id: int) -> TickList | None:
    """Also one that was taken back: what was said of it may stand somewhere."""
    row = work.first(_BY_ID, list=list_id)
    return _from_row(row) if row else None


def lock(work: Work, list_id: int) -> TickList | None:
    row = work.first(_LOCKED, list=list_id)
    return _from_row(row) if row else None


def standing(work: Work) -> list[TickList]:
    """Those that are not closed."""
    return [_from_row(row) for row in work.all(_OPEN)]


def with_customer(work: Work, customer_id: int) -> list[int]:
    """Of those that are open."""
    return [row.list_id for row in work.all(_LISTS_WITH, customer=customer_id)]


def add(work: Work, wanted: Wanted, now: datetime, customer_ids: Sequence[int]) -> int:
    values = {"name": wanted.name, "kind": wanted.kind, "need": wanted.need.name}
    list_id = work.add(Lists, begun_by_id=work.person.id, begun_at=now, gone=False, **values)
    rows = [
        {"list_id": list_id, "customer_id": each, "note": wanted.notes.get(each, "")}
        for each in customer_ids
    ]
    work.insert_all(TickRow, rows)
    return list_id


def close(work: Work, list_id: int, now: datetime) -> None:
    work.change(Lists, list_id, closed_at=now, closed_by_id=work.person.id)


def rows(work: Work, list_id: int) -> list[Ticked]:
    """By name, a customer once."""
    found: dict[int, Ticked] = {}
    for row in map(_ticked, work.all(_ROWS, list=list_id)):
        found.setdefault(row.customer_id, row)
    return list(found.values())


def row(work: Work, row_id: int) -> Ticked | None:
    found = work.first(_ROW, row=row_id)
    return _ticked(found) if found else None


def _ticked(row: Any) -> Ticked:
    return Ticked(
        id=row.id,
        list_id=row.list_id,
        customer_id=row.customer_id,
        name=row.name,
        owner_id=row.owner_id,
        is_done=row.touch_id is not None,
        note=row.note,
    )


def tick(work: Work, row_id: int, touch_id: int) -> None:
    work.change(TickRow, row_id, touch_id=touch_id)


def shares(work: Work, list_id: int) -> dict[int, int]:
    """By whom they are of."""
    return {row.teammate_id: row.id for row in work.all(_SHARES, list=list_id)}


def share(work: Work, share_id: int) -> Any | None:
    return work.first(_SHARE, share=share_id)


def add_share(work: Work, list_id: int, teammate_id: int) -> int:
    return work.insert(TickShare, list_id=list_id, teammate_id=teammate_id)


def turn(work: Work, share_id: int, page: int) -> None:
    work.set(TickShare, share_id, page=page)


def counted(work: Work, list_ids: Sequence[int]) -> dict[int, Counter[str]]:
    """How many there are, and are done, of each."""
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for row in work.all(_COUNTED, lists=list(list_ids)) if list_ids else ():
        found[row.list_id] = Counter(every=row.every, done=row.done)
    return found
