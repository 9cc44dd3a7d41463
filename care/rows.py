"""A message with several rows, each about a customer of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from care import finding
from care.feature import Said
from care.finding import Found, Unclear
from domain import names
from domain.customers import Customer
from domain.reading.spelling import is_common
from domain.reading.vocabulary import HARD, SOFT, THEMSELVES
from store.work import Work

MOST = 12
"""Rows that are looked through: a longer message is a letter, and told of one customer."""


_GOES_ON = SOFT | HARD | THEMSELVES | {"also"}
_HEADING = re.compile(r"[^\W\d_][\w '&.-]{2,39}:\s")


@dataclass(frozen=True, kw_only=True)
class Apart:
    """What is told of whom, and the rows of which it is not clear whom they are about."""

    told: Sequence[tuple[Customer, Said]]
    unclear: Sequence[tuple[str, Unclear]]


@dataclass(frozen=True, kw_only=True)
class _Row:
    """`is_own` where it begins with the command, or with what can only be a customer's name."""

    line: str
    found: Found | Unclear
    is_own: bool

    @property
    def is_found(self) -> bool:
        return isinstance(self.found, Found)

    @property
    def begins_with_name(self) -> bool:
        return isinstance(self.found, Found) and self.found.words != self.line


def apart(work: Work, now: datetime, name: str, line: str) -> Apart | None:
    """If rows are about several customers, and say what happened. A row that begins with nobody's
    name goes on with the one before, unless all name somebody, or it begins with the command's
    own `name`; one that names nobody for sure is told to nobody else.
    """
    typed = [row.strip() for row in line.splitlines() if row.strip()]
    if not 1 < len(typed) <= MOST:
        return None
    rows = [_row(work, name, each) for each in typed]
    joined = list(_joined(rows))
    if len(joined) == 1 or not all(words.strip() for *_, words in joined):
        return None
    is_told = any(isinstance(whose, Found) for whose, *_ in joined)
    if not (rows[0].is_found or rows[0].is_own) or not (is_told or all(it.is_own for it in rows)):
        return None
    return Apart(
        told=[
            (customer, Said(words=words, at=now, line=row))
            for whose, row, words in joined
            if isinstance(whose, Found)
            for customer in (whose.customer, *whose.joined)
        ],
        unclear=[(row, whose) for whose, row, _ in joined if isinstance(whose, Unclear)],
    )


def _row(work: Work, name: str, typed: str) -> _Row:
    found = finding.find(work, typed)
    plain = _command(name).sub("", typed, count=1)
    is_customer = isinstance(found, Found) and found.words != typed
    if plain and plain != typed and not is_customer:
        return _Row(line=plain, found=finding.find(work, plain), is_own=True)
    return _Row(line=typed, found=found, is_own=isinstance(found, Unclear) and _is_of(found, typed))


def _is_of(unclear: Unclear, typed: str) -> bool:
    """It begins with a part of a customer's name, or with what stands where a name would."""
    first = names.key(typed.split(maxsplit=1)[0])
    parts = {part for each in unclear.candidates for part in names.key(each.name).split()}
    is_part = first in parts and not is_common(first)
    return is_part or bool(unclear.candidates and _HEADING.match(typed))


@cache
def _command(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[/@]?heed\b[\s,:]*)?/?{re.escape(name)}\b[\s:,-]*", re.IGNORECASE)


def _joined(rows: Sequence[_Row]) -> Iterator[tuple[Found | Unclear, str, str]]:
    """Whose each is, its line and its words, with the rows that go on."""
    is_list = all(isinstance(each.found, Found) and not _goes_on(each.line) for each in rows)
    told: list[tuple[Found | Unclear, str, str]] = []
    for each in rows:
        if is_list or not told or each.is_own or each.begins_with_name:
            words = each.found.words if isinstance(each.found, Found) else each.line
            told.append((each.found, each.line, words))
        else:
            whose, before, words = told[-1]
            told[-1] = (whose, f"{before}\n{each.line}", f"{words}\n{each.line}")
    yield from told


def _goes_on(row: str) -> bool:
    """As "they also use Globex" does."""
    return row.split(maxsplit=1)[0].casefold() in _GOES_ON
