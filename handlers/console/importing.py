"""`import customers.csv`: a dry run to read, then everything at once."""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.progress import Progress, TaskID

from care import imports, team
from care.heed import Heed, SystemCaller
from care.imports import Agenda
from domain import import_rungs
from domain.customers import Rung
from domain.import_dates import DateOrder
from domain.messages import Count
from handlers.console import import_report, saying, tables
from handlers.console.confirming import asks
from handlers.console.tables import Reading

NOBODY_YET = (
    "Heed knows nobody of your team before its first start: import this once more then, and the "
    "owners come."
)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """How it is to be done: `otherwise` is the rung of whoever is new and has none; only `is_sure`
    changes anything without being asked.
    """

    zone: str
    reading: Reading = tables.AS_IT_TELLS
    otherwise: Rung | None = None
    is_sure: bool = False


def wish(typed: argparse.Namespace, zone: str) -> Wish:
    """As it was typed. Raises NotUnderstood."""
    rungs, otherwise = import_rungs.answers(typed.rung)
    order = DateOrder(typed.dates) if typed.dates else None
    reading = Reading(order=order, encoding=typed.encoding, rungs=rungs)
    return Wish(zone=zone, reading=reading, otherwise=otherwise, is_sure=typed.yes)


async def bring_in(heed: Heed, tenancy: SystemCaller, path: Path, wanted: Wish) -> int:
    """Prints what each column and line leads to; changes something only when told so. Returns 0
    when done.
    """
    console = Console(highlight=False, soft_wrap=True)
    table = tables.read(path, ZoneInfo(wanted.zone), wanted.reading)
    agenda = await heed.ask(imports.look_through, tenancy, table.rows, wanted.otherwise)
    lines = (f"line {line.row.number}: {line.told}" for line in agenda.lines)
    for told in (*import_report.of_columns(table), *lines, *table.remarks):
        saying.show(console, told)
    for told in import_report.of_rungs(table, agenda, wanted.otherwise):
        saying.show(console, told)
    if any(row.owner for row in table.rows) and not await heed.ask(team.is_known, tenancy):
        saying.show(console, NOBODY_YET)
    saying.show(console, _summary(agenda))
    if not (agenda.added or agenda.changed or agenda.reports):
        return 0
    if import_report.is_open(table, agenda, wanted.otherwise):
        saying.show(console, import_report.question(table))
        return 1
    if not (wanted.is_sure or asks(console, "Import them?")):
        console.print("Nothing was changed. Add --yes to import without being asked.")
        return 1
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("Importing", total=len(agenda.lines))
        await heed.do(imports.carry_out, tenancy, agenda, _told(progress, task), path.name)
    saying.show(console, _done(agenda))
    saying.show(console, "Take it back: python bot.py undo-import")
    return 0


def _told(progress: Progress, task: TaskID) -> Callable[[int], None]:
    return lambda lines: progress.advance(task, lines)


def _summary(agenda: Agenda) -> str:
    counts = f"{agenda.added} to add, {agenda.matched} matched, {agenda.left_out} left out"
    told = [f"{_counted(len(agenda.lines), 'line')}: {counts}."]
    if agenda.added:
        days = _counted(agenda.days, "working day")
        told.append(f"Their first reminders come over {days}, the best customers first.")
    if agenda.reports:
        told.append(f"{_counted(len(agenda.reports), 'owner')} will report to somebody else.")
    if agenda.changed:
        changes = Count(agenda.changed, "known customer changes", "known customers change")
        told.append(f"{agenda.changed} {changes.noun}.")
    if not (agenda.added or agenda.changed or agenda.reports):
        told.append(_known_already(len(agenda.groups)))
    return " ".join(told)


def _known_already(number: int) -> str:
    if number <= 1:
        return "Nothing to add: that customer is known already." if number else "Nothing to add."
    return f"Nothing to add: all {number} customers are known already."


def _done(agenda: Agenda) -> str:
    added = _counted(agenda.added, "customer") if agenda.added else ""
    changed = f"{_counted(agenda.changed, 'customer')} changed" if agenda.changed else ""
    reports = "who reports to whom" if agenda.reports else ""
    return f"Imported: {', '.join(filter(None, (added, changed, reports)))}."


def _counted(number: int, noun: str) -> str:
    return f"{number} {Count(number, noun).noun}"
