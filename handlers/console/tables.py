"""Reading a table of customers from a CSV file, as whatever program wrote it; and writing one."""

import codecs
import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from domain import import_columns
from domain.cleaning import storable_text
from domain.customer_fields import COLUMNS, LAST_CONTACT, NAME
from domain.errors import NotUnderstood
from domain.import_columns import DateOrder, Row

SEPARATORS = ",;\t|"

LIMIT = 2**31 - 1
"""Characters in one cell: what is too long for us is told line by line, and the rest read."""

READ_BY_OWNER = 0o600
"""Whom customers trust with their numbers decides who else may read the file."""

ENCODINGS = ("utf-8-sig", "cp1252")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files begin that spreadsheet programs keep for themselves."""


def read(path: Path, zone: ZoneInfo, order: DateOrder | None = None) -> list[Row]:
    """`zone` tells times that name none. Raises NotUnderstood, with what to do about it."""
    text = _text(path)
    csv.field_size_limit(LIMIT)
    file = StringIO(text, newline="")
    lines = csv.reader(file, delimiter=_separator(text), skipinitialspace=True)
    headings = next(lines, [])
    columns = import_columns.recognise(headings)
    if NAME.name not in columns:
        told = ", ".join(headings) or "nothing"
        raise NotUnderstood(
            f"{path} has no column that names the customers (its first line reads: {told}). "
            "Call one of them “name”."
        )
    cells = list(_cells(lines, columns))
    order = order or import_columns.date_order(each.get(LAST_CONTACT.name, "") for _, each in cells)
    return [import_columns.read_row(number, each, order, zone) for number, each in cells]


def _cells(
    lines: Iterator[list[str]], columns: dict[str, int]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Numbered like the file's lines, the heading being 1; empty ones are passed over."""
    for number, line in enumerate(lines, 2):
        if any(cell.strip() for cell in line):
            there = {each: at for each, at in columns.items() if at < len(line)}
            yield number, {each: import_columns.plain(line[at]) for each, at in there.items()}


def write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """As `read` takes it, and spreadsheet programs do; raises NotUnderstood where it can't be."""
    own = [each.name for each in COLUMNS if each.is_written]
    headings = list(dict.fromkeys([*own, *(name for row in rows for name in row)]))
    cells = [{name: import_columns.defused(text) for name, text in row.items()} for row in rows]
    try:
        path.touch(READ_BY_OWNER, exist_ok=False)
        with path.open("w", encoding=ENCODINGS[0], newline="") as file:
            table = csv.DictWriter(file, headings, restval="")
            table.writeheader()
            table.writerows(cells)
    except FileExistsError:
        raise NotUnderstood(f"{path} is there already: choose another name.") from None
    except OSError as error:
        raise NotUnderstood(f"{path} can't be written: {error.strerror}.") from error


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NotUnderstood(f"{path} can't be read: {error.strerror}.") from error
    if content.startswith(WORKBOOKS):
        raise NotUnderstood(f"{path} is a spreadsheet program's own file: save it as CSV.")
    for encoding in ("utf-16",) if content.startswith(UTF_16) else ENCODINGS:
        with suppress(UnicodeDecodeError):
            return storable_text(content.decode(encoding))
    raise NotUnderstood(f"{path} is written in no known encoding: save it as UTF-8.")


def _separator(text: str) -> str:
    """Told by the headings: cells may hold anything."""
    headings = re.sub(r'"[^"]*"', "", text.partition("\n")[0])
    return max(SEPARATORS, key=headings.count)
