"""Customers from a table: what would happen, line by line; then all of it, in one transaction."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from care import import_easing, import_reporting, import_writing, numbers
from care.import_easing import Spread
from care.import_groups import Group
from care.import_writing import Trail
from domain import import_columns, names
from domain.customer_fields import RUNG
from domain.customers import Rung
from domain.errors import ThereMeanwhile
from domain.field_kinds import contact
from domain.import_columns import Row
from domain.import_rows import Gathered
from domain.lengths import NAME
from domain.pacing import PaceNumbers
from domain.teammates import Permission, Teammate, may
from store import actions, customers, teammates
from store import bulk_inserts as many
from store.work import Work

_BRACKETS = re.compile(r"^(.*?)\s*[(<\[]([^)>\]]+)[)>\]]$")
CHUNK = 1000
"""Customers that are planned and written together."""

Progress = Callable[[int], object]


@dataclass(frozen=True, kw_only=True)
class Line:
    """What one line of the table leads to, in words. `key` is empty where it is left out."""

    row: Row
    key: str
    told: str
    is_new: bool = False


@dataclass(frozen=True, kw_only=True)
class Agenda:
    """`groups` are the customers whom the lines are about, in the order of the table; of so many
    new ones no line tells the rung. Their first reminders come over so many working `days`.
    `reports` is whom owners report to from now on.
    """

    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    days: int
    without_rung: int
    reports: Mapping[int, int] = field(default_factory=dict)

    @property
    def added(self) -> int:
        return sum(line.is_new for line in self.lines)

    @property
    def matched(self) -> int:
        return sum(bool(line.key) and not line.is_new for line in self.lines)

    @property
    def left_out(self) -> int:
        return sum(not line.key for line in self.lines)

    @property
    def changed(self) -> int:
        """Customers who were there before, and won't be as they were."""
        return sum(group.is_changed and group.customer_id is not None for group in self.groups)


def look_through(
    work: Work, now: datetime, rows: Sequence[Row], otherwise: Rung | None = None
) -> Agenda:
    """The dry run; changes nothing. Whoever is new and on no rung begins on `otherwise`."""
    chosen = numbers.chosen(work)
    rows = [import_columns.settled(import_columns.believed(row, now), chosen) for row in rows]
    known = customers.all_keys(work)
    keys = ["" if _without_name(row) else names.key(row.name) for row in rows]
    there = _there(work, {known[key] for key in keys if key in known})
    owners = _owners(work, rows)
    reports = import_reporting.read(work, rows, owners)
    taken = _Names(known, keys)
    gathered: dict[str | int, _Customer] = {}
    lines = []
    for row, key in zip(rows, keys, strict=True):
        if not key:
            lines.append(Line(row=row, key="", told=f"left out: {_without_name(row)}"))
            continue
        fresh = _Customer(key, row, there.get(known.get(key, 0)) or Gathered())
        one = gathered.setdefault(known.get(key, key), fresh)
        is_new = one is fresh and key not in known
        told = one.take(taken.free(row, known.get(key, key)), owners)
        told += reports.told.get(row.number, "")
        lines.append(Line(row=row, key=key, told=told, is_new=is_new))
    groups = [one.group() for one in gathered.values()]
    without_rung = sum(map(_is_without_rung, groups))
    groups = [_begun(each, otherwise) for each in groups] if otherwise else groups
    new = [each for each in groups if each.customer_id is None]
    days = import_easing.days(work, new, chosen.of(PaceNumbers).import_days)
    return Agenda(
        lines=tuple(lines),
        groups=tuple(groups),
        days=days,
        without_rung=without_rung,
        reports=reports.wanted,
    )


def _is_without_rung(group: Group) -> bool:
    """Somebody new of whom no line tells it."""
    return group.customer_id is None and RUNG.name not in group.values


def _begun(group: Group, otherwise: Rung) -> Group:
    values = {RUNG.name: Rung(otherwise), **group.values}
    return replace(group, values=values) if _is_without_rung(group) else group


def _without_name(row: Row) -> str:
    """Why nobody can be called what that line says, in words; empty where somebody can."""
    if len(row.name) > NAME:
        return f"its name has {len(row.name):,} characters, and at most {NAME} are taken"
    only = ", ".join((*row.aliases, *map(contact, row.people)))
    return "" if row.name else f"it has no name{only and f', only {only}'}"


class _Names:
    """Whose each name is: theirs who are there, or of a line of the table."""

    def __init__(self, known: Mapping[str, int], keys: Iterable[str]) -> None:
        self._whose: dict[str, int | str] = {**{key: key for key in keys}, **known}

    def free(self, row: Row, whose: int | str) -> Row:
        """Without other names that lead to another customer."""
        free = [
            each for each in row.aliases if self._whose.setdefault(names.key(each), whose) == whose
        ]
        others = [each for each in row.aliases if each not in free]
        troubles = [f"“{each}” is left out: another customer is called so" for each in others]
        return replace(row, aliases=tuple(free), troubles=(*row.troubles, *troubles))


class _Customer:
    """One of those whom the table is about, while its lines are read."""

    def __init__(self, key: str, first: Row, gathered: Gathered) -> None:
        self._key, self._first, self._gathered = key, first, gathered
        self._lines = 0

    def take(self, row: Row, owners: Mapping[str, Teammate]) -> str:
        """What the line leads to, in words."""
        self._lines += 1
        named = owners.get(row.owner)
        owner = named if named and may(named, Permission.SEE) else None
        brought = self._gathered.take(row, owner)
        troubles = [*row.troubles, *brought.troubles]
        if row.owner and owner is None:
            keeps = "so its owner stays" if self._gathered.known else "so it gets no owner"
            troubles.append(f"{_unable(row.owner, named)}, {keeps}")
        return self._told(row, brought.words) + "".join(f" (! {each})" for each in troubles)

    def _told(self, row: Row, words: Sequence[str]) -> str:
        brings = ", ".join(words)
        if row.number != self._first.number:
            return f"same as line {self._first.number}: {row.name}, {brings or 'nothing new'}"
        if known := self._gathered.known:
            return f"match {known.name}: {brings or 'nothing new'}"
        return f"add {row.name}, {brings}" if brings else f"add {row.name}"

    def group(self) -> Group:
        return Group.of(self._key, self._first.name, self._lines, self._gathered)


def _unable(who: str, named: Teammate | None) -> str:
    return f"{named.name} is a guest or has left" if named else f"nobody goes by “{who}”"


def _owners(work: Work, rows: Sequence[Row]) -> dict[str, Teammate]:
    """Who goes by exactly one of the names given; of several, those of the team are meant."""
    every = {name for row in rows for name in (row.owner, row.owner_manager) if name}
    found = {who: _called(work, who) for who in every}
    return {who: mates[0] for who, mates in found.items() if len(mates) == 1}


def _called(work: Work, who: str) -> list[Teammate]:
    """As it is written, else by what *Ana Reyes (ana@example.com)* has in brackets, or before."""
    parts = _BRACKETS.match(who)
    for each in (who, *((parts[2], parts[1]) if parts else ())):
        mates = teammates.called(work, each.strip())
        if mates:
            return [mate for mate in mates if may(mate, Permission.SEE)] or mates
    return []


def _there(work: Work, ids: set[int]) -> dict[int, Gathered]:
    """Those customers as they stand, with their people."""
    found = many.customers_of(work, ids)
    people = many.contacts_of(work, ids)
    owners = teammates.by_ids(work, {each.owner_id for each in found.values() if each.owner_id})
    named = {id_: mate.name for id_, mate in owners.items()}
    return {
        id_: Gathered(each, people.get(id_, ()), named.get(each.owner_id or 0, ""))
        for id_, each in found.items()
    }


def carry_out(
    work: Work, now: datetime, agenda: Agenda, progress: Progress, source: str = "a table"
) -> int:
    """Everything of the agenda; how many customers it added or changed. `progress` is told how
    many lines are done since it was last told. Raises ThereMeanwhile.
    """
    why = f"{source} #{actions.newest(work)}"
    trail = import_writing.Trail(why)
    import_reporting.carry_out(work, now, agenda.reports, why)
    _merge(work, now, [group for group in agenda.groups if group.customer_id], progress, trail)
    fresh = import_easing.best_first([each for each in agenda.groups if not each.customer_id])
    _claim(work, fresh)
    spread = Spread(now, numbers.of(work, PaceNumbers).import_days, fresh)
    for start in range(0, len(fresh), CHUNK):
        chunk = fresh[start : start + CHUNK]
        import_writing.add_all(work, now, chunk, spread, trail)
        progress(sum(group.lines for group in chunk))
    return len(fresh) + agenda.changed


def _merge(
    work: Work, now: datetime, known: Sequence[Group], progress: Progress, trail: Trail
) -> None:
    _claim_aliases(work, [group for group in known if group.is_changed])
    for group in known:
        if group.is_changed and group.customer_id:
            import_writing.merge(work, now, group.customer_id, group, trail)
        progress(group.lines)
    trail.write(work, now)


def _claim_aliases(work: Work, changed: Sequence[Group]) -> None:
    """Raises ThereMeanwhile. Whoever edits holds a customer before they ask for names: all are held
    before any name is.
    """
    if not any(group.aliases for group in changed):
        return
    for group in changed:
        customers.lock(work, group.customer_id or 0)
    customers.lock_names(work)
    for group in changed:
        for alias in group.aliases:
            if customers.named(work, alias, but=group.customer_id or 0):
                raise ThereMeanwhile(alias)


def _claim(work: Work, fresh: Sequence[Group]) -> None:
    """Nobody else has these names, or takes one until the commit; raises ThereMeanwhile. Edits
    hold a customer before they ask for its names, and so does an import.
    """
    if not fresh:
        return
    customers.lock_names(work)
    taken = customers.all_keys(work)
    wanted = (name for group in fresh for name in (group.name, *group.aliases))
    if known := next((name for name in wanted if names.key(name) in taken), None):
        raise ThereMeanwhile(known)
