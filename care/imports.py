"""Customers from a table: what would happen, line by line; then all of it, in one transaction."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from care import bulk
from care.bulk import Group
from domain import names, spreadsheets
from domain.spreadsheets import Row
from domain.teammates import Teammate, Verb, may
from store import actions, customers, installations, teammates
from store.work import Work

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
    """`known` are today's customers by key, `owners` who goes by exactly one of the names given."""

    lines: tuple[Line, ...]
    known: Mapping[str, int]
    owners: Mapping[str, Teammate]

    @property
    def added(self) -> int:
        return sum(line.is_new for line in self.lines)

    @property
    def matched(self) -> int:
        return sum(bool(line.key) and not line.is_new for line in self.lines)

    @property
    def left_out(self) -> int:
        return sum(not line.key for line in self.lines)


def look_through(work: Work, now: datetime, rows: Sequence[Row]) -> Agenda:
    """The dry run; changes nothing."""
    rows = [spreadsheets.believed(row, now) for row in rows]
    known = customers.all_keys(work)
    called = {who: teammates.called(work, who) for who in {row.owner for row in rows if row.owner}}
    meant = {who: [m for m in mates if may(m, Verb.SEE)] or mates for who, mates in called.items()}
    owners = {who: mates[0] for who, mates in meant.items() if len(mates) == 1}
    able = {who: mate for who, mate in owners.items() if may(mate, Verb.SEE)}
    first: dict[str, int] = {}
    lines = []
    for row in rows:
        key = names.key(row.name) if row.name else ""
        earlier = first.setdefault(key, row.number)
        is_new = bool(key) and key not in known and earlier == row.number
        told = _told(row, is_known=key in known, earlier=earlier, owners=owners)
        lines.append(Line(row=row, key=key, told=told, is_new=is_new))
    return Agenda(lines=tuple(lines), known=known, owners=able)


def _told(row: Row, *, is_known: bool, earlier: int, owners: Mapping[str, Teammate]) -> str:
    if not row.name:
        return "left out: it has no name"
    troubles = list(row.troubles)
    owner = owners.get(row.owner)
    if row.owner and owner is None:
        troubles.append(f"nobody goes by “{row.owner}”, so it gets no owner")
    if owner and not may(owner, Verb.SEE):
        troubles.append(f"{owner.name} is a guest or has left, so it gets no owner")
        owner = None
    does = "add"
    if is_known:
        does = "match"
    elif earlier != row.number:
        does = f"same as line {earlier}:"
    parts = [
        str(row.rung) if row.rung else "",
        f"owner {owner.name}" if owner else "",
        " ".join(part for part in (row.contact, row.mail, row.phone) if part),
        row.zone or "",
        f"last contact {row.last_contact:%Y-%m-%d}" if row.last_contact else "",
    ]
    told = f"{does} {row.name}" + "".join(f", {part}" for part in parts if part)
    return told + "".join(f" (! {trouble})" for trouble in troubles)


def carry_out(work: Work, now: datetime, agenda: Agenda, progress: Progress) -> int:
    """Everything of the agenda; how many customers it concerned. `progress` is told how many
    lines are done since it was last told.
    """
    groups = _groups(agenda)
    fresh = [group for group in groups if group.key not in agenda.known]
    spread = bulk.Spread(now)
    zone = installations.zone(work)
    for start in range(0, len(fresh), CHUNK):
        chunk = fresh[start : start + CHUNK]
        bulk.add_all(work, now, chunk, spread, ZoneInfo(zone))
        progress(sum(len(group.rows) for group in chunk))
    for group in groups:
        if group.key in agenda.known:
            bulk.merge(work, now, agenda.known[group.key], group)
            progress(len(group.rows))
    actions.write(work, "import", now, why=f"{len(groups)} customers from a table")
    return len(groups)


def _groups(agenda: Agenda) -> list[Group]:
    """The lines of each customer together, in the order of the table."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for line in agenda.lines:
        if line.key:
            rows[line.key].append(line.row)
    return [Group.of(key, tuple(lines), agenda.owners) for key, lines in rows.items()]
