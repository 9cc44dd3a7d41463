"""The audit trail: what was done, and how it is taken back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, func, or_, select

from domain.nudges import Nudge
from store import bulk_inserts
from store.tables import Action as Actions
from store.work import Change, Work

HERE = Actions.workspace_id == bindparam("ws")
UNDO = "undo"
_COLUMNS = tuple(column for column in Actions.__table__.c if column.name != "workspace_id")
ALL = select(*_COLUMNS).where(HERE)
STANDING = (Actions.undone_by_id.is_(None), Actions.name != UNDO)
_BY_ID = ALL.where(Actions.id == bindparam("action"))
_LOCKED = _BY_ID.with_for_update()
_WITH = ALL.where(
    or_(Actions.id == bindparam("head"), Actions.part_of_id == bindparam("head"))
).order_by(Actions.id.desc())
_BECAUSE_OF = select(Actions.id).where(
    HERE, Actions.name == bindparam("named"), Actions.why == bindparam("because")
)
_LAST_CALLED = (
    ALL.where(*STANDING, Actions.name == bindparam("named")).order_by(Actions.id.desc()).limit(1)
)
_LAST_UNDO = (
    ALL.where(Actions.name == UNDO, Actions.by_id == bindparam("teammate"))
    .order_by(Actions.at.desc(), Actions.id.desc())
    .limit(1)
)
_LATER = ALL.where(
    *STANDING,
    Actions.id > bindparam("action"),
    Actions.customer_id == bindparam("customer"),
).order_by(Actions.id.desc())
_LATER_ANYWHERE = ALL.where(
    *STANDING, Actions.id > bindparam("action"), Actions.customer_id.is_(None)
).order_by(Actions.id.desc())
_ON_NUDGE = (
    ALL.where(
        *STANDING,
        Actions.by_id == bindparam("teammate"),
        Actions.customer_id == bindparam("customer"),
        Actions.nudge_id == bindparam("nudge"),
        Actions.name == bindparam("named"),
    )
    .order_by(Actions.id.desc())
    .limit(1)
)


_NEWEST = select(func.max(Actions.id))
_OF_CUSTOMER = (
    ALL.where(*STANDING, Actions.customer_id == bindparam("customer"))
    .order_by(Actions.id.desc())
    .limit(200)
)

_BATCHES = (
    select(Actions.why, Actions.at, func.count().label("number"))
    .where(HERE, *STANDING, Actions.name == bindparam("named"))
    .group_by(Actions.why, Actions.at)
    .order_by(func.max(Actions.id).desc())
)
_OF_BATCH = (
    select(Actions.id)
    .where(HERE, *STANDING, Actions.name == bindparam("named"))
    .where(Actions.why == bindparam("because"), Actions.at == bindparam("moment"))
    .order_by(Actions.id.desc())
)


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Actions that were done at once, for one reason, so many of them."""

    why: str
    at: datetime
    number: int

    @property
    def key(self) -> str:
        """By which its undo is known."""
        return f"{self.why} {self.at.isoformat()}"


@dataclass(frozen=True, kw_only=True)
class Action:
    """One action of the trail, with the facts it changed."""

    id: int
    by_id: int | None
    name: str
    customer_id: int | None
    nudge_id: int | None
    at: datetime
    why: str
    changes: tuple[Change, ...]
    undone_by_id: int | None
    part_of_id: int | None

    def touched(self) -> set[tuple[str, int]]:
        return {(change.table, change.id) for change in self.changes}

    def renamed(self) -> set[int]:
        """Customers to whom it gave another name, or from whom it took one."""
        named = {"name", "aliases", "gone"}
        theirs = (each for each in self.changes if each.table == "customer" and each.before)
        return {each.id for each in theirs if named & set(each.before or ())}

    def is_built_on(self, earlier: "Action") -> bool:
        return any(change.meets(other) for change in self.changes for other in earlier.changes)

    def mended(self) -> set[tuple[str, int]]:
        """What it changed, and did not only build on."""
        return {(each.table, each.id) for each in self.changes if each.before}

    def created(self) -> set[tuple[str, int]]:
        return {(each.table, each.id) for each in self.changes if each.before is None}


def from_row(row: Row[Any]) -> Action:
    return Action(
        id=row.id,
        by_id=row.by_id,
        name=row.name,
        customer_id=row.customer_id,
        nudge_id=row.nudge_id,
        at=row.at,
        why=row.why,
        changes=tuple(Change(**change) for change in row.changes),
        undone_by_id=row.undone_by_id,
        part_of_id=row.part_of_id,
    )


def write(
    work: Work,
    name: str,
    at: datetime,
    *,
    customer_id: int | None = None,
    nudge_id: int | None = None,
    why: str = "",
) -> int:
    """Closes an action over every fact changed since the last one; its id."""
    row = _row(work, name, at, taken(work), customer_id)
    return work.insert(Actions, **row | {"nudge_id": nudge_id, "why": why})


def taken(work: Work) -> list[Change]:
    """Every fact changed since the last action, for one that is written by and by."""
    changes = list(work.changes)
    work.changes.clear()
    return changes


def write_all(
    work: Work, name: str, at: datetime, changes: Mapping[int, Sequence[Change]], why: str
) -> None:
    """An action for each of these customers, all at once."""
    rows = [_row(work, name, at, changes[id_], id_) | {"why": why} for id_ in changes]
    bulk_inserts.insert_all(work, Actions, rows)


def _row(
    work: Work, name: str, at: datetime, changes: Iterable[Change], customer_id: int | None
) -> dict[str, Any]:
    return {
        "by_id": work.by.id if work.by else None,
        "name": name,
        "customer_id": customer_id,
        "nudge_id": None,
        "at": at,
        "why": "",
        "changes": [dict(vars(change)) for change in changes],
    }


def newest(work: Work) -> int:
    """The id of whatever was done last, in any workspace: a mark of time, read from the key."""
    row = work.first(_NEWEST)
    return (row[0] if row else 0) or 0


def by_id(work: Work, action_id: int) -> Action | None:
    row = work.first(_BY_ID, action=action_id)
    return from_row(row) if row else None


def because_of(work: Work, name: str, why: str) -> list[int]:
    """The ids of all such actions with that reason."""
    return [row.id for row in work.all(_BECAUSE_OF, named=name, because=why)]


def is_undone(work: Work, action_id: int) -> bool:
    """Nobody else takes it back until the commit."""
    row = work.first(_LOCKED, action=action_id)
    return row is None or row.undone_by_id is not None


def last_batch(work: Work, name: str) -> Batch | None:
    """The newest of that name which no undo is about."""
    every = (
        Batch(why=row.why, at=row.at, number=row.number) for row in work.all(_BATCHES, named=name)
    )
    return next((each for each in every if not because_of(work, UNDO, each.key)), None)


def of_batch(work: Work, name: str, batch: Batch) -> list[int]:
    """The ids of those that stand, the newest first."""
    rows = work.all(_OF_BATCH, named=name, because=batch.why, moment=batch.at)
    return [row.id for row in rows]


def last_called(work: Work, name: str) -> Action | None:
    """Whoever did it."""
    row = work.first(_LAST_CALLED, named=name)
    return from_row(row) if row else None


def last_undo(work: Work, teammate_id: int) -> Action | None:
    row = work.first(_LAST_UNDO, teammate=teammate_id)
    return from_row(row) if row else None


def last_on_nudge(work: Work, teammate_id: int, nudge: Nudge, name: str) -> Action | None:
    about = {"customer": nudge.customer_id, "nudge": nudge.id, "named": name}
    row = work.first(_ON_NUDGE, teammate=teammate_id, **about)
    return from_row(row) if row else None


def that_logged(work: Work, customer_id: int, touch_id: int) -> Action | None:
    """The action that brought this touch into being."""
    rows = (from_row(row) for row in work.all(_OF_CUSTOMER, customer=customer_id))
    return next((done for done in rows if ("touch", touch_id) in done.created()), None)


def built_on(work: Work, done: Action) -> list[Action]:
    """Later actions, newest first, that changed what this one changed, column by column.

    Where it brought a customer into being, everything done with that customer since counts.
    """
    statement = _LATER if done.customer_id else _LATER_ANYWHERE
    later = [from_row(row) for row in work.all(statement, **_of(done))]
    if ("customer", done.customer_id) in done.created():
        return later
    return [each for each in later if each.is_built_on(done)]


def went_on(work: Work, done: Action) -> bool:
    """Whether the same person has built on it since."""
    return any(later.by_id == done.by_id for later in built_on(work, done))


def _of(done: Action) -> dict[str, Any]:
    return {"action": done.id, **({"customer": done.customer_id} if done.customer_id else {})}


def with_(work: Work, done: Action) -> list[Action]:
    """All that one line did at once, newest first: this one, and what is taken back with it."""
    return [from_row(row) for row in work.all(_WITH, head=done.part_of_id or done.id)]


def join(work: Work, head_id: int, ids: Iterable[int]) -> None:
    """These are taken back together with the one at their head."""
    for id_ in ids:
        work.set(Actions, id_, part_of_id=head_id)


def mark_undone(work: Work, action_id: int, undo_id: int) -> None:
    work.set(Actions, action_id, undone_by_id=undo_id)
