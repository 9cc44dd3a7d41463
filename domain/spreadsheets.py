"""Customers in a table, as CRMs export them: which column is what, and what its cells say."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain import names, newcomers
from domain.customers import Rung
from domain.lengths import CELL, NAME


class Column(StrEnum):
    NAME = "name"
    OWNER = "owner"
    RUNG = "rung"
    CONTACT = "contact"
    FIRST_NAME = "first name"
    LAST_NAME = "last name"
    MAIL = "mail"
    PHONE = "phone"
    ZONE = "zone"
    LAST_CONTACT = "last contact"


HEADINGS: dict[Column, str] = {
    Column.NAME: """name, customer, customer name, company, company name, account, account name,
        organisation, organization, organization name, organisation name, client, business""",
    Column.OWNER: """owner, account owner, company owner, contact owner, record owner, assigned to,
        assigned user, sales rep, rep, responsible, owner email, owner mail, owner name""",
    Column.RUNG: """rung, stage, lifecycle stage, status, type, lead status, ladder, customer type,
        account type""",
    Column.CONTACT: """contact, contact name, contact person, full name, primary contact, person,
        main contact, first name last name""",
    Column.FIRST_NAME: "first name, firstname, given name, contact first name",
    Column.LAST_NAME: "last name, lastname, surname, family name, contact last name",
    Column.MAIL: "mail, email, e mail, email address, contact email, primary email, work email",
    Column.PHONE: """phone, phone number, telephone, tel, mobile, mobile phone, work phone,
        contact phone""",
    Column.ZONE: "zone, time zone, timezone, tz, iana timezone",
    Column.LAST_CONTACT: """last contact, last contacted, last contact date, last activity,
        last activity date, last touch, last interaction, last engagement date""",
}
"""Usual headings in CRM exports, as `names.key` writes them."""

RUNGS: dict[str, Rung] = {
    "lead": Rung.SUSPECT,
    "subscriber": Rung.SUSPECT,
    "opportunity": Rung.PROSPECT,
    "marketing qualified lead": Rung.PROSPECT,
    "sales qualified lead": Rung.PROSPECT,
    "new customer": Rung.SHOPPER,
    "client": Rung.CUSTOMER,
    "active": Rung.CUSTOMER,
    "evangelist": Rung.ADVOCATE,
    "promoter": Rung.ADVOCATE,
}
"""What CRMs call the ladder's rungs; Heed's own words are understood besides."""

_SLASHED = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?:[ T](\d{1,2}):(\d{2}).*)?$")
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
    rung: Rung | None = None
    contact: str = ""
    mail: str = ""
    phone: str = ""
    zone: str | None = None
    last_contact: datetime | None = None
    troubles: tuple[str, ...] = field(default=())


def recognise(headings: Sequence[str]) -> dict[Column, int]:
    """Where each column stands; the first of several that mean the same."""
    known = {
        names.key(word): column for column, words in HEADINGS.items() for word in _split(words)
    }
    found: dict[Column, int] = {}
    for at, heading in enumerate(headings):
        column = known.get(names.key(heading.replace("_", " ").replace("-", " ")))
        if column:
            found.setdefault(column, at)
    return found


def date_order(cells: Iterable[str]) -> DateOrder:
    """Told by any number above twelve that stands for a day."""
    for cell in cells:
        if match := _SLASHED.match(cell.strip()):
            first, second = int(match.group(1)), int(match.group(2))
            if first > MONTHS or second > MONTHS:
                return DateOrder.DAY_FIRST if first > MONTHS else DateOrder.MONTH_FIRST
    return DateOrder.UNKNOWN


def read_row(number: int, cells: Mapping[Column, str], order: DateOrder, zone: ZoneInfo) -> Row:
    """Times without a zone are told by `zone`; a date without a time is its noon."""
    troubles: list[str] = []
    cells = _fitting(cells, troubles)
    rung = _rung(cells.get(Column.RUNG, ""), troubles)
    place = _zone(cells.get(Column.ZONE, ""), troubles)
    person, mail = _person(cells, troubles)
    last = _moment(cells.get(Column.LAST_CONTACT, ""), order, zone, troubles)
    return Row(
        number=number,
        name=" ".join(cells.get(Column.NAME, "").split()),
        owner=cells.get(Column.OWNER, "").strip(),
        rung=rung,
        contact=person,
        mail=mail,
        phone=_telling(cells.get(Column.PHONE, "")),
        zone=place,
        last_contact=last,
        troubles=tuple(troubles),
    )


def _fitting(cells: Mapping[Column, str], troubles: list[str]) -> Mapping[Column, str]:
    """Without those that are too long; a name is judged by whoever reads the whole table."""
    long = {column: len(cell) for column, cell in cells.items() if len(cell.strip()) > CELL}
    long.pop(Column.NAME, None)
    troubles += [f"{each} left out: it has {long[each]:,} characters" for each in long]
    return {column: cell for column, cell in cells.items() if column not in long}


def _person(cells: Mapping[Column, str], troubles: list[str]) -> tuple[str, str]:
    """Name and mail address, which some write beside the name; what is none is in neither."""
    typed = cells.get(Column.CONTACT) or " ".join(
        cells.get(each, "") for each in (Column.FIRST_NAME, Column.LAST_NAME)
    )
    beside = [word for word in typed.split() if "@" in word]
    name = " ".join(word for word in typed.split() if word not in beside)
    mail = ""
    for word in [*_MAILS.split(cells.get(Column.MAIL, "").strip()), *beside]:
        bare = word.strip(newcomers.AROUND_MAIL)
        if bare and (trouble := newcomers.no_mail(bare, mail)):
            troubles.append(trouble)
        else:
            mail = mail or bare
    if len(name) > NAME:
        troubles.append(f"a person's name of {len(name):,} characters is left out")
        name = ""
    return _telling(name), mail


def _telling(cell: str) -> str:
    """Without what stands in a cell only to fill it, such as a dash."""
    return cell.strip() if any(map(str.isalnum, cell)) else ""


def _rung(cell: str, troubles: list[str]) -> Rung | None:
    if not cell.strip():
        return None
    rung = newcomers.rung_called(cell) or RUNGS.get(names.key(cell.replace("_", " ")))
    if rung is None:
        troubles.append(f"“{cell.strip()}” is no rung of the ladder")
    return rung


def _zone(cell: str, troubles: list[str]) -> str | None:
    if not cell.strip():
        return None
    zone = newcomers.zone_called(cell)
    if zone is None:
        troubles.append(f"“{cell.strip()}” is no time zone")
    return zone


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
