"""The lines of a CSV file, whatever stands between its cells; and which of them is the heading."""

import csv
import re
from collections.abc import Sequence
from io import StringIO

from domain import import_layout

SEPARATORS = ",;\t|"

LIMIT = 2**31 - 1
"""Characters in one cell: what is too long for us is told line by line, and the rest read."""

HEAD = 20_000
"""Characters in which the heading ends."""

PREAMBLE = 20
"""Lines among which the heading is looked for, where a report says first what it is."""

_END = re.compile(r"\r\n?|\n")
_QUOTED = re.compile(r'"[^"]*"')
_SEPARATOR = re.compile(r'^"?sep=(.)"?[,;\t|]*$', re.IGNORECASE)
"""By which a spreadsheet program is told how to read the file."""

Numbered = tuple[int, list[str]]
"""A line as the file counts it, its first being 1."""


def of(text: str) -> list[Numbered]:
    """Numbered like the file's lines; blank ones are kept, for they part a report from its foot."""
    csv.field_size_limit(LIMIT)
    first, *others = _END.split(text, maxsplit=1)
    told = _SEPARATOR.match(first.strip())
    separator = told[1] if told else _separator(text)
    file = StringIO("".join(others) if told else text, newline="")
    lines = csv.reader(file, delimiter=separator, doublequote=True, skipinitialspace=True)
    return list(enumerate(lines, 2 if told else 1))


def _separator(text: str) -> str:
    """Told by the heading: cells may hold anything."""
    lines = _END.split(text[:HEAD])[:PREAMBLE]
    parted = [next(csv.reader([line], delimiter=_most(line)), []) for line in lines]
    at = _likeliest(parted)
    first = _END.split(_QUOTED.sub("", text[:HEAD]), maxsplit=1)[0]
    return _most(lines[at] if at else first)


def _most(line: str) -> str:
    return max(SEPARATORS, key=_QUOTED.sub("", line).count)


def heading(lines: Sequence[Numbered]) -> int:
    """Where it stands: first of all, unless a report says before it what it is."""
    return _likeliest([line for _, line in lines[:PREAMBLE]])


def _likeliest(lines: Sequence[Sequence[str]]) -> int:
    """Which of them names most columns, and customers among them; the first where none does."""
    layouts = enumerate(map(import_layout.recognise, lines))
    known = [(len(each.places), -at) for at, each in layouts if each.names_customers]
    return -max(known, default=(0, 0))[1]
