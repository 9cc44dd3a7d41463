"""Whom owners report to, where a table says so beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from care import reporting as care_reporting
from domain.import_columns import Row
from domain.reporting import Lines
from domain.teammates import Permission, Teammate, may
from store import actions, reporting, teammates
from store.work import Work

ACTION = "import"


@dataclass(kw_only=True)
class Reports:
    """`wanted` is whom each owner reports to from now on, where that is new; `told` what a line
    brings, or why it can't, by its number.
    """

    wanted: dict[int, int] = field(default_factory=dict)
    told: dict[int, str] = field(default_factory=dict)


def read(work: Work, rows: Sequence[Row], named: Mapping[str, Teammate]) -> Reports:
    """The first line of an owner that tells it counts."""
    found, asked = Reports(), [row for row in rows if row.owner in named and row.owner_manager]
    if not asked:
        return found
    lines, seen = reporting.lines(work), set()
    for row in asked:
        owner, manager = named[row.owner], named.get(row.owner_manager)
        if owner.id not in seen:
            seen.add(owner.id)
            found.told[row.number] = _take(found, lines, owner, manager, row.owner_manager)
    return found


def _take(found: Reports, lines: Lines, owner: Teammate, lead: Teammate | None, said: str) -> str:
    stays = f"so whom {owner.name} reports to stays"
    if lead is None or not may(lead, Permission.SEE):
        return f" (! nobody of the team goes by “{said}”, {stays})"
    if lead.id == owner.manager_id:
        return ""
    if lines.with_(found.wanted).would_loop(owner.id, lead.id):
        return f" (! {lead.name} reports to {owner.name}, {stays})"
    found.wanted[owner.id] = lead.id
    return f" ({owner.name} reports to {lead.name})"


def carry_out(work: Work, now: datetime, wanted: Mapping[int, int], why: str) -> None:
    """A part of that import, taken back with it."""
    for teammate_id, manager_id in wanted.items():
        teammates.change(work, teammate_id, manager_id=manager_id)
    if wanted:
        actions.write(work, ACTION, now, why=why)
        care_reporting.follow(work, now)
