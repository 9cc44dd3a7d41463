"""Customers in a table, as CRMs export them: which column is what, and what its cells say."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from domain import customer_fields, names, newcomers
from domain.customer_fields import ALIASES, COLUMNS, CONTACTS, LAST_CONTACT, OWNER, VALUES
from domain.customers import Contact
from domain.field_kinds import Value
from domain.lengths import CELL, NAME
from domain.newcomers import NOBODY

_SLASHED = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?:[ T](\d{1,2}):(\d{2}).*)?$")
_OTHER = re.compile(r"^contact ([2-9]|[1-9]\d{1,2})$")
_FORMULA = re.compile(r"^[\s']*[=+\-@＝＋－＠]")  # noqa: RUF001 - spreadsheets take them as such
_MAILS = re.compile(r"[,;]\s*|\s+(?=\S*@)")
MONTHS = 12
NOON = time(12)
ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1970, 9999
"""Between which a moment can be told on any clock, and a customer have been spoken to."""


class DateOrder(StrEnum):
    """How a column writes the third of November: 3/11, 11/3, or nothing in it tells."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table. `number` counts as the file does, its heading being 1.

    `troubles` say in words what could not be understood; the rest of the line still counts.
    """

    number: int
    name: str
    owner: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    people: tuple[Contact, ...] = ()
    last_contact: datetime | None = None
    troubles: tuple[str, ...] = field(default=())


def recognise(headings: Sequence[str]) -> dict[str, int]:
    """Where each column stands; the first of several that mean the same."""
    known = {names.key(word): each.name for each in COLUMNS for word in _split(each.headings)}
    known |= {name: name for name in _of_others(headings)}
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        column = known.get(names.key(heading.replace("_", " ").replace("-", " ")))
        if column:
            found.setdefault(column, at)
    return found


def _of_others(headings: Sequence[str]) -> Iterable[str]:
    """The columns of a second person and more, wherever the table has one of their names."""
    for heading in headings:
        if match := _OTHER.match(heading.strip().casefold()):
            yield from (each.of_person(int(match[1])) for each in CONTACTS.columns)


def date_order(cells: Iterable[str]) -> DateOrder:
    """Told by any number above twelve that stands for a day."""
    for cell in cells:
        if match := _SLASHED.match(cell.strip()):
            first, second = int(match.group(1)), int(match.group(2))
            if first > MONTHS or second > MONTHS:
                return DateOrder.DAY_FIRST if first > MONTHS else DateOrder.MONTH_FIRST
    return DateOrder.UNKNOWN


def read_row(number: int, cells: Mapping[str, str], order: DateOrder, zone: ZoneInfo) -> Row:
    """Times without a zone are told by `zone`; a date without a time is its noon."""
    troubles: list[str] = []
    cells = _fitting(cells, troubles)
    values = {each.name: _value(each, cells, troubles) for each in VALUES}
    people = _people(cells, troubles)
    last = _moment(cells.get(LAST_CONTACT.name, ""), order, zone, troubles)
    return Row(
        number=number,
        name=" ".join(cells.get(customer_fields.NAME.name, "").split()),
        owner=cells.get(OWNER.name, "").strip(),
        values={name: value for name, value in values.items() if value is not None},
        aliases=_aliases(cells.get(ALIASES.name, ""), troubles),
        people=people,
        last_contact=last,
        troubles=tuple(troubles),
    )


def _fitting(cells: Mapping[str, str], troubles: list[str]) -> Mapping[str, str]:
    """Without those that are too long; names are judged one by one."""
    long = {column: len(cell) for column, cell in cells.items() if len(cell.strip()) > CELL}
    for whose in (customer_fields.NAME, ALIASES):
        long.pop(whose.name, None)
    troubles += [f"{each} left out: it has {long[each]:,} characters" for each in long]
    return {column: cell for column, cell in cells.items() if column not in long}


def _aliases(cell: str, troubles: list[str]) -> tuple[str, ...]:
    typed = [" ".join(each.split()) for each in cell.split(",") if _telling(each)]
    long = [each for each in typed if len(each) > NAME]
    troubles += [f"another name of {len(each):,} characters is left out" for each in long]
    return tuple(each for each in typed if each not in long)


def _people(cells: Mapping[str, str], troubles: list[str]) -> tuple[Contact, ...]:
    numbers = [1, *sorted(int(match[1]) for match in map(_OTHER.match, cells) if match)]
    people = [
        _person({of.name: cells.get(of.of_person(at), "") for of in CONTACTS.columns}, troubles)
        for at in numbers
    ]
    return tuple(each for each in people if each != NOBODY)


def _person(cells: Mapping[str, str], troubles: list[str]) -> Contact:
    """Some write the mail address beside the name; what is none is in neither."""
    typed = cells.get("contact") or " ".join(
        cells.get(each, "") for each in ("first name", "last name")
    )
    beside = [word for word in typed.split() if "@" in word]
    name = " ".join(word for word in typed.split() if word not in beside)
    mail = ""
    for word in [*_MAILS.split(cells.get("mail", "").strip()), *beside]:
        bare = word.strip(newcomers.AROUND_MAIL)
        if bare and (trouble := newcomers.no_mail(bare, mail)):
            troubles.append(trouble)
        else:
            mail = mail or bare
    if len(name) > NAME:
        troubles.append(f"a person's name of {len(name):,} characters is left out")
        name = ""
    return Contact(name=_telling(name), mail=mail, phone=_telling(cells.get("phone", "")))


def _telling(cell: str) -> str:
    """Without what stands in a cell only to fill it, such as a dash."""
    return cell.strip() if any(map(str.isalnum, cell)) else ""


def _value(each: Value, cells: Mapping[str, str], troubles: list[str]) -> Any:
    cell = cells.get(each.columns[0].name, "").strip()
    value = (each.read_cell or each.read)(cell) if cell else None
    if cell and value is None:
        troubles.append(f"“{cell}” is no {each.noun}")
    return value


def _moment(cell: str, order: DateOrder, zone: ZoneInfo, troubles: list[str]) -> datetime | None:
    text = cell.strip()
    if not text:
        return None
    try:
        found = _slashed(text, order) or datetime.fromisoformat(text)
    except ValueError:
        hint = ": say --dates" if order is DateOrder.UNKNOWN and _SLASHED.match(text) else ""
        troubles.append(f"“{text}” is no date that can be read for sure{hint}")
        return None
    if found.tzinfo is None:
        has_time = ":" in text
        found = found if has_time else datetime.combine(found.date(), NOON)
        found = found.replace(tzinfo=zone)
    if not FIRST_YEAR <= found.year < LAST_YEAR:
        troubles.append(f"a last contact on {text} can't have been")
        return None
    return found.astimezone(UTC)


def believed(row: Row, now: datetime) -> Row:
    """Without a last contact that is yet to come. Of today's date, its noon may be."""
    if row.last_contact is None or row.last_contact < now + ONE_DAY:
        return row
    trouble = f"a last contact on {row.last_contact:%Y-%m-%d} is yet to come"
    return replace(row, last_contact=None, troubles=(*row.troubles, trouble))


def _slashed(text: str, order: DateOrder) -> datetime | None:
    """Raises ValueError where day and month can't be told apart."""
    match = _SLASHED.match(text)
    if match is None:
        return None
    first, second, year, hour, minute = match.groups()
    if order is DateOrder.UNKNOWN and first != second:
        raise ValueError(text)
    day, month = (second, first) if order is DateOrder.MONTH_FIRST else (first, second)
    century = 2000 if len(year) == len("26") else 0
    return datetime(  # noqa: DTZ001 - its zone is put in by the caller
        int(year) + century, int(month), int(day), int(hour or 0), int(minute or 0)
    )


def _split(words: str) -> list[str]:
    return [" ".join(word.split()) for word in words.split(",")]


def defused(cell: str) -> str:
    """What a spreadsheet program takes for a formula, as text."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """As it was before it was `defused`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
