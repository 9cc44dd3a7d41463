"""Reading a table of customers from a CSV file, as whatever program wrote it."""

import codecs
import csv
from collections.abc import Iterator
from contextlib import suppress
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

from domain import spreadsheets
from domain.customer_fields import LAST_CONTACT, NAME
from domain.errors import NotUnderstood
from domain.spreadsheets import DateOrder, Row
from domain.storable import storable_text

SAMPLE = 64_000
"""Characters by which the separator is told."""

LIMIT = 2**31 - 1
"""Characters in one cell: what is too long for us is told line by line, and the rest read."""

ENCODINGS = ("utf-8-sig", "cp1252")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files begin that spreadsheet programs keep for themselves."""


def read(path: Path, zone: ZoneInfo, order: DateOrder | None = None) -> list[Row]:
    """`zone` tells times that name none. Raises NotUnderstood, with what to do about it."""
    text = _text(path)
    csv.field_size_limit(LIMIT)
    lines = csv.reader(StringIO(text, newline=""), _dialect(text))
    headings = next(lines, [])
    columns = spreadsheets.recognise(headings)
    if NAME.name not in columns:
        told = ", ".join(headings) or "nothing"
        raise NotUnderstood(
            f"{path} has no column that names the customers (its first line reads: {told}). "
            "Call one of them “name”."
        )
    cells = list(_cells(lines, columns))
    order = order or spreadsheets.date_order(each.get(LAST_CONTACT.name, "") for _, each in cells)
    return [spreadsheets.read_row(number, each, order, zone) for number, each in cells]


def _cells(
    lines: Iterator[list[str]], columns: dict[str, int]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Numbered like the file's lines, the heading being 1; empty ones are passed over."""
    for number, line in enumerate(lines, 2):
        if any(cell.strip() for cell in line):
            yield number, {each: line[at] for each, at in columns.items() if at < len(line)}


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


def _dialect(text: str) -> type[csv.Dialect]:
    try:
        return csv.Sniffer().sniff(text[:SAMPLE], delimiters=",;\t|")
    except csv.Error:
        return csv.excel
