"""Reading a table of customers from a CSV file, as whatever program wrote it; and writing one."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zoneinfo import ZoneInfo

from domain import import_columns, import_dates, import_footers, import_layout
from domain.customer_fields import COLUMNS, LAST_CONTACT, RUNG
from domain.customers import Rung
from domain.errors import NotUnderstood
from domain.import_columns import Row
from domain.import_dates import DateOrder
from domain.import_fates import Fate
from domain.import_rungs import RungWords
from domain.import_tally import Tally
from handlers.console import csv_lines, encodings
from handlers.console.csv_lines import Numbered

READ_BY_OWNER = 0o600
"""Whom customers trust with their numbers decides who else may read the file."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How a file is to be read, where somebody knows better than it can tell."""

    order: DateOrder | None = None
    encoding: str = ""
    rungs: Mapping[str, Rung] = field(default_factory=dict)


AS_IT_TELLS = Reading()


@dataclass(frozen=True, kw_only=True)
class Table:
    """`remarks` are lines that are of no customer, and why, in words."""

    rows: list[Row]
    fates: tuple[Fate, ...]
    rungs: RungWords
    encoding: str
    remarks: tuple[str, ...]


def read(path: Path, zone: ZoneInfo, reading: Reading = AS_IT_TELLS) -> Table:
    """`zone` tells times that name none. Raises NotUnderstood, with what to do about it."""
    text, encoding = encodings.text_of(path, reading.encoding)
    lines = csv_lines.of(text)
    at = csv_lines.heading(lines)
    layout = import_layout.recognise(lines[at][1] if lines else [])
    if not layout.names_customers:
        told = ", ".join(layout.headings) or "nothing"
        raise NotUnderstood(
            f"{path} has no column that names the customers (its first line reads: {told}). "
            "Call one of them “name”."
        )
    body, footer = import_footers.parted(lines[at + 1 :], len(layout.headings))
    tally, rungs = Tally(layout), RungWords(reading.rungs)
    cells = [(number, _cells(tally, rungs, line)) for number, line in body]
    last = (each.get(LAST_CONTACT.name, "") for _, each in cells)
    order = reading.order or import_dates.date_order(last)
    return Table(
        rows=[import_columns.read_row(number, each, order, zone) for number, each in cells],
        fates=tally.fates,
        rungs=rungs,
        encoding=encoding,
        remarks=_remarks([*lines[:at], *footer]),
    )


def _cells(tally: Tally, rungs: RungWords, line: Sequence[str]) -> dict[str, str]:
    cells = tally.take([import_columns.plain(cell) for cell in line])
    return cells | {RUNG.name: rungs.translate(cells.get(RUNG.name, ""))}


def _remarks(lines: Iterable[Numbered]) -> tuple[str, ...]:
    told = ((number, " ".join(filter(None, map(str.strip, line)))) for number, line in lines)
    return tuple(f"line {number}: no customer, “{words}”" for number, words in told if words)


def write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """As `read` takes it, and spreadsheet programs do; raises NotUnderstood where it can't be."""
    own = [each.name for each in COLUMNS if each.is_written]
    headings = list(dict.fromkeys([*own, *(name for row in rows for name in row)]))
    cells = [{name: import_columns.defused(text) for name, text in row.items()} for row in rows]
    try:
        path.touch(READ_BY_OWNER, exist_ok=False)
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.DictWriter(file, headings, restval="")
            table.writeheader()
            table.writerows(cells)
    except FileExistsError:
        raise NotUnderstood(f"{path} is there already: choose another name.") from None
    except OSError as error:
        raise NotUnderstood(f"{path} can't be written: {error.strerror}.") from error
