"""A message with several rows, each about a customer of its own."""

from collections.abc import Sequence
from datetime import datetime

from care import finding
from care.feature import Said
from care.finding import Found
from domain.customers import Customer
from domain.reading.vocabulary import HARD, SOFT, THEMSELVES
from store.work import Work

MOST = 12
"""Rows that are looked through: a longer message is a letter, and told of one customer."""


_GOES_ON = SOFT | HARD | THEMSELVES | {"also"}


def apart(work: Work, now: datetime, line: str) -> Sequence[tuple[Customer, Said]]:
    """What is told of whom, if the first row and another one say whom they are about, and what
    happened. A row that begins with nobody's name goes on with the one before, unless all name
    somebody.
    """
    typed = [row.strip() for row in line.splitlines() if row.strip()]
    if not 1 < len(typed) <= MOST:
        return ()
    found = [finding.find(work, row) for row in typed]
    is_list = all(isinstance(each, Found) for each in found) and not any(map(_goes_on, typed))
    told: list[tuple[Found, str, str]] = []
    for row, each in zip(typed, found, strict=True):
        if isinstance(each, Found) and (is_list or not told or each.words != row):
            told.append((each, row, each.words))
        elif told:
            whose, before, words = told[-1]
            told[-1] = (whose, f"{before}\n{row}", f"{words}\n{row}")
        else:
            return ()
    if len(told) == 1 or not all(words.strip() for *_, words in told):
        return ()
    return [
        (customer, Said(words=words, at=now, line=row))
        for whose, row, words in told
        for customer in (whose.customer, *whose.joined)
    ]


def _goes_on(row: str) -> bool:
    """As "they also use Globex" does."""
    return row.split(maxsplit=1)[0].casefold() in _GOES_ON
