"""Customers in a table, as CRMs export them: which column is what, and what its cells say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain import customer_fields, import_dates, import_people
from domain.customer_fields import ALIASES, LAST_CONTACT, OWNER, OWNERS_MANAGER, VALUES
from domain.customers import Contact
from domain.errors import NotUnderstood
from domain.field_kinds import Value
from domain.import_dates import DateOrder
from domain.lengths import CELL, NAME
from domain.settings import Chosen

_FORMULA = re.compile(r"^[\s']*[=+\-@＝＋－＠]")  # noqa: RUF001 - spreadsheets take them as such
ONE_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 1970, 9999
"""Between which a moment can be told on any clock, and a customer have been spoken to."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table. `number` counts as the file does, its heading being 1.

    `troubles` say in words what could not be understood; the rest of the line still counts.
    """

    number: int
    name: str
    owner: str = ""
    owner_manager: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    people: tuple[Contact, ...] = ()
    last_contact: datetime | None = None
    troubles: tuple[str, ...] = field(default=())


def read_row(number: int, cells: Mapping[str, str], order: DateOrder, zone: ZoneInfo) -> Row:
    """Times without a zone are told by `zone`; a date without a time is its noon."""
    troubles: list[str] = []
    cells = _fitting(cells, troubles)
    values = {each.name: _value(each, cells, troubles) for each in VALUES}
    people = import_people.read(cells, troubles)
    last = _moment(cells.get(LAST_CONTACT.name, ""), order, zone, troubles)
    return Row(
        number=number,
        name=" ".join(cells.get(customer_fields.NAME.name, "").split()),
        owner=cells.get(OWNER.name, "").strip(),
        owner_manager=cells.get(OWNERS_MANAGER.name, "").strip(),
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
    typed = [" ".join(each.split()) for each in cell.split(",") if import_people.telling(each)]
    long = [each for each in typed if len(each) > NAME]
    troubles += [f"another name of {len(each):,} characters is left out" for each in long]
    return tuple(each for each in typed if each not in long)


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
        found = import_dates.read(text, order, zone)
    except ValueError:
        is_open = order is DateOrder.UNKNOWN and import_dates.is_of_either_order(text)
        hint = ": say --dates" if is_open else ""
        troubles.append(f"“{text}” is no date that can be read for sure{hint}")
        return None
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


def settled(row: Row, chosen: Chosen) -> Row:
    """Its values as this workspace keeps them, without those that it can't."""
    kept: dict[str, Any] = {}
    troubles: list[str] = []
    for each in (each for each in VALUES if each.name in row.values):
        try:
            kept[each.name] = each.settle(row.values[each.name], chosen)
        except NotUnderstood as error:
            troubles.append(f"{each.called} is left out: {error.what}")
    return replace(row, values=kept, troubles=(*row.troubles, *troubles))


def defused(cell: str) -> str:
    """What a spreadsheet program takes for a formula, as text."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def plain(cell: str) -> str:
    """As it was before it was `defused`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
