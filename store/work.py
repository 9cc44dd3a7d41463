"""The open transaction that a capability is given, and the trail of facts that it changes."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    Connection,
    Executable,
    Insert,
    Row,
    Select,
    Table,
    Update,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError, NoResultFound

from domain.errors import NameTaken, NotAllowed
from domain.settings import Chosen
from domain.teammates import Teammate
from store.columns import from_plain, to_plain
from store.name_book import NameBook
from store.tables import Base

Values = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Change:
    """One fact, before and after; `before` is None where it did not exist. Plain JSON values."""

    table: str
    id: int
    before: Values | None
    after: Values

    def meets(self, other: "Change") -> bool:
        """Whether one of the two was built on the other: on a column that both changed, or on a
        row that is new, is gone, or was mentioned as it stood.
        """
        if (self.table, self.id) != (other.table, other.id):
            return False
        ours, theirs = self._columns(), other._columns()  # noqa: SLF001 - of the same class
        return ours is None or theirs is None or bool(ours & theirs)

    def _columns(self) -> set[str] | None:
        """Those that it changed; None where it is about the row as such."""
        if not self.before or "gone" in self.before:
            return None
        return set(self.before)


@dataclass(frozen=True, kw_only=True)
class Heard:
    """Which names are known of those that a line may hold, as that installation has them."""

    installation_id: int
    keys: frozenset[str]
    team: Sequence[str]
    others: frozenset[str]


@dataclass(kw_only=True)
class Work:
    """One transaction for one workspace. `by` is who asks; None is the clock.

    Facts change through `add`, `change` and `mention` alone: what they note becomes the action
    that *undo* reverses. Whatever follows from facts is written with `run`. `registry` is what the
    features have registered, for `care` alone; `chosen` are the workspace's own numbers, once
    anybody has asked for them. `is_following` within a hook. `held` are customers who were locked
    when they were found, and `heard` what was read along with them. `typed_in` is the conversation
    where a person asks. `fresh` are rows that are new, by table, and `touched` the tables
    in which a fact has changed; `lately` is what planning looks at, as of so many changes.
    """

    connection: Connection
    workspace_id: int = 0
    installation_id: int = 0
    by: Teammate | None = None
    book: NameBook | None = None
    registry: object = None
    changes: list[Change] = field(default_factory=list)
    chosen: Chosen | None = None
    typed_in: str = ""
    is_following: bool = False
    held: set[int] = field(default_factory=set)
    heard: Heard | None = None
    fresh: set[tuple[str, int]] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    lately: tuple[int, object] | None = None

    @property
    def person(self) -> Teammate:
        """Who asks, where only a person can."""
        if self.by is None:
            raise NotAllowed
        return self.by

    def at(self, installation_id: int) -> "Work":
        """The same transaction and trail, talking on that installation."""
        return replace(self, installation_id=installation_id)

    def all(self, statement: Executable, **values: Any) -> Sequence[Row[Any]]:
        return self.connection.execute(statement, {"ws": self.workspace_id, **values}).all()

    def first(self, statement: Executable, **values: Any) -> Row[Any] | None:
        return self.connection.execute(statement, {"ws": self.workspace_id, **values}).first()

    def run(self, statement: Executable, **values: Any) -> int:
        """How many rows it touched."""
        return self.connection.execute(statement, {"ws": self.workspace_id, **values}).rowcount

    def run_all(self, statement: Executable, rows: Sequence[Values]) -> int:
        """The same statement for each of these; how many rows they touched altogether."""
        if not rows:
            return 0
        every = [{"ws": self.workspace_id, **row} for row in rows]
        return self.connection.execute(statement, every).rowcount

    @contextmanager
    def saved(self) -> Iterator["Work"]:
        """The same transaction under a savepoint: what raises leaves nothing behind."""
        self.connection.exec_driver_sql("SAVEPOINT part")
        try:
            yield replace(self, changes=[])
        except BaseException:
            self.connection.exec_driver_sql("ROLLBACK TO SAVEPOINT part")
            self.connection.exec_driver_sql("RELEASE SAVEPOINT part")
            raise
        self.connection.exec_driver_sql("RELEASE SAVEPOINT part")

    def insert(self, table: type[Base], **values: Any) -> int:
        """A row that follows from facts; its id."""
        row = {"workspace_id": self.workspace_id, **values}
        return cast("int", self.connection.execute(_insert(table), row).scalar_one())

    def insert_all(self, table: type[Base], rows: Sequence[Values]) -> None:
        """Many of them, the same columns of each, whose ids nobody asks for."""
        if rows:
            every = [{"workspace_id": self.workspace_id, **row} for row in rows]
            self.connection.execute(_insert_all(table), every)

    def set(self, table: type[Base], id_: int, **values: Any) -> None:
        """Values that follow from facts."""
        statement = _update(table, tuple(values))
        self.connection.execute(statement, {"b_id": id_, "ws": self.workspace_id, **values})

    def set_all(self, table: type[Base], rows: Mapping[int, Values]) -> None:
        """The same columns of many rows, by their ids."""
        every = [{"b_id": id_, **values} for id_, values in rows.items()]
        if every:
            names = tuple(next(iter(rows.values())))
            self.run_all(_update(table, names), every)

    def add(self, table: type[Base], **values: Any) -> int:
        """A new fact; its id."""
        id_ = self.insert(table, **values)
        self._note(added(table, id_, values))
        self.fresh.add((table.__tablename__, id_))
        return id_

    def change(self, table: type[Base], id_: int, **values: Any) -> None:
        """A fact that is otherwise from now on; what is as it was leaves no trace."""
        row = self.row(table, id_)
        plain = {name: to_plain(value) for name, value in values.items()}
        before = {name: to_plain(row[name]) for name in plain if to_plain(row[name]) != plain[name]}
        if not before:
            return
        after = {name: plain[name] for name in before}
        self.set(table, id_, **{name: values[name] for name in before})
        self._note(Change(table=table.__tablename__, id=id_, before=before, after=after))

    def mention(self, table: type[Base], id_: int) -> None:
        """Notes that this action built on that row, so that nobody pulls it away unseen."""
        self._note(Change(table=table.__tablename__, id=id_, before={}, after={}))

    def _note(self, change: Change) -> None:
        self.changes.append(change)
        self.touched.add(change.table)

    def is_untouched(self, table: type[Base], about: type[Base], id_: int) -> bool:
        """Whether no row of that table can be about this one: it is new, and none has changed."""
        is_new = (about.__tablename__, id_) in self.fresh
        return is_new and table.__tablename__ not in self.touched

    def row(self, table: type[Base], id_: int) -> Mapping[str, Any]:
        """That row, which must exist in this workspace."""
        found = self._find(table, id_)
        if found is None:
            raise NoResultFound
        return found

    def _find(self, table: type[Base], id_: int) -> Mapping[str, Any] | None:
        found = self.connection.execute(_by_id(table), {"b_id": id_, "ws": self.workspace_id})
        row = found.mappings().first()
        return dict(row) if row else None

    def restore(self, change: Change) -> None:
        """The fact as it was before: what had not been there is gone again.

        A row that followed from facts may be gone by itself: then nothing of it is left to restore.
        Raises NameTaken where somebody bears the former name by now.
        """
        table = table_named(change.table)
        plain = {"gone": True} if change.before is None else change.before
        columns = table_of(table).c
        values = {name: from_plain(columns[name].type, value) for name, value in plain.items()}
        there = self._find(table, change.id)
        if not values or there is None:
            return
        try:
            self.change(table, change.id, **values)
        except IntegrityError as error:
            raise NameTaken(str(plain.get("name") or there.get("name", ""))) from error


def added(table: type[Base], id_: int, values: Values) -> Change:
    """What `Work.add` notes of a new row."""
    after = {name: to_plain(value) for name, value in values.items()}
    return Change(table=table.__tablename__, id=id_, before=None, after=after)


def table_of(mapped: type[Base]) -> Table:
    return cast("Table", mapped.__table__)


@cache
def table_named(name: str) -> type[Base]:
    found = (mapper.class_ for mapper in Base.registry.mappers)
    return next(each for each in found if each.__tablename__ == name)


@cache
def _insert(mapped: type[Base]) -> Insert:
    table = table_of(mapped)
    return cast("Insert", insert(table).returning(table.c.id))


@cache
def _insert_all(mapped: type[Base]) -> Insert:
    return insert(table_of(mapped))


@cache
def _by_id(mapped: type[Base]) -> Select[Any]:
    table = table_of(mapped)
    here = table.c.workspace_id == bindparam("ws")
    return select(table).where(table.c.id == bindparam("b_id"), here)


@cache
def _update(mapped: type[Base], names: tuple[str, ...]) -> Update:
    table = table_of(mapped)
    here = table.c.workspace_id == bindparam("ws")
    statement = update(table).where(table.c.id == bindparam("b_id"), here)
    return statement.values({name: bindparam(name) for name in names})
