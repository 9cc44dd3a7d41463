"""A customer's fields, each declared once: form, `edit`, `new`, card, import and export follow it.

A `Value` stands in the customer's own row, in the column of its name, and is declared here whole.
What needs other rows besides (a name that nobody else has, an owner, people) is kept by `care`.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain import import_headings, import_rungs
from domain.customers import Customer, Rung
from domain.field_kinds import (
    Column,
    Field,
    Value,
    as_cell,
    as_choice,
    as_columns,
    as_names,
    as_people,
    as_person,
    as_search,
    contact,
)
from domain.forms import Source
from domain.messages import Line, line
from domain.reach_fields import CHANNEL, HOURS
from domain.settings import Chosen
from domain.worth_fields import BOUGHT, CARERS, STAR, WORTH

SLIP = 6
"""Letters of a time zone for each one that may be wrong."""

ONE_A_LINE = "One person a line: Maria Lopez (decides), maria@globex.com, +44 20 7946 0000"


def zone_called(text: str) -> str | None:
    """An IANA zone, in whatever case; None for no zone."""
    return _zones().get(text.strip().casefold().replace(" ", "_"))


def zone_near(text: str) -> str | None:
    """The zone, or the area of one ("europe"), that may have been meant by it."""
    typed = text.strip().casefold().replace(" ", "_")
    every = _zones() if "/" in typed else _areas()
    slips = len(typed) // SLIP
    found = process.extractOne(typed, list(every), scorer=OSA.distance, score_cutoff=slips)
    return every[found[0]] if found else None


@cache
def _areas() -> dict[str, str]:
    named = (zone.partition("/")[0] for zone in available_timezones() if "/" in zone)
    return {area.casefold(): area for area in named}


@cache
def _zones() -> dict[str, str]:
    return {zone.casefold(): zone for zone in available_timezones()}


def _zone_typed(text: str) -> str | None:
    return zone_called(text) if "/" in text else None


NAME = Field(
    name="name",
    called="name",
    label="Name",
    typed={"name": "Acme Ltd"},
    columns=(
        Column(
            name="name",
            headings=import_headings.COMPANY,
            or_else=(import_headings.CUSTOMER, import_headings.ANY_NAME),
        ),
    ),
)

ALIASES = Field(
    name="aliases",
    called="other names",
    label="Also known as",
    typed={"alias": "ACM", "aliases": "ACM, Acme Works", "unalias": "ACM"},
    columns=(Column(name="aliases", headings=import_headings.ALIASES),),
    hint="Other names people write, with commas between them",
    is_optional=True,
    is_several=True,
    ask=as_names,
    held=list,
    cells=lambda each, value: as_cell(each, ", ".join(value)),
)

OWNER = Field(
    name="owner",
    called="owner",
    label="Whose customer",
    typed={"owner": "@ana"},
    columns=(
        Column(
            name="owner",
            headings=import_headings.OWNER,
        ),
    ),
    is_optional=True,
    ask=as_person,
    held=lambda person: [person.user_id if person else ""],
)

RUNG = Value(
    name="rung",
    called="rung",
    label="Rung of the ladder",
    typed={"rung": "advocate"},
    columns=(
        Column(
            name="rung",
            headings=import_headings.RUNG,
            or_else=(import_headings.ALSO_RUNG,),
        ),
    ),
    ask=as_choice(Rung),
    read=import_rungs.called,
    noun="rung of the ladder",
    advice=", ".join(Rung),
    shown=Rung.capitalize,
    is_first=True,
    read_cell=import_rungs.read,
    spot=import_rungs.called,
    spot_words=2,
    is_word=True,
    default=Rung.PROSPECT,
    since="rung_since",
)

CONTACTS = Field(
    name="contacts",
    called="people there",
    label="People there",
    typed={"contact": "Maria Lopez maria@acme.com"},
    columns=(
        Column(
            name="contact",
            headings=import_headings.CONTACT,
        ),
        Column(
            name="first name",
            headings=import_headings.FIRST_NAME,
            is_written=False,
        ),
        Column(name="middle name", headings=import_headings.MIDDLE_NAME, is_written=False),
        Column(
            name="last name",
            headings=import_headings.LAST_NAME,
            is_written=False,
        ),
        Column(
            name="mail",
            headings=import_headings.MAIL,
        ),
        Column(
            name="phone",
            headings=import_headings.PHONE,
        ),
        Column(name="role", headings=import_headings.ROLE),
    ),
    hint=ONE_A_LINE,
    is_optional=True,
    is_several=True,
    ask=as_people,
    held=lambda people: [contact(each) for each in people],
    cells=as_columns,
)

ZONE = Value(
    name="zone",
    called="time zone",
    label="Time zone",
    typed={"zone": "Europe/London"},
    columns=(Column(name="zone", headings=import_headings.ZONE),),
    is_optional=True,
    ask=as_search(Source.ZONES),
    read=zone_called,
    noun="time zone",
    advice="write one like Europe/London",
    shown=str,
    spot=_zone_typed,
)

FIELDS: tuple[Field, ...] = (
    NAME,
    ALIASES,
    OWNER,
    RUNG,
    STAR,
    WORTH,
    BOUGHT,
    CARERS,
    CONTACTS,
    CHANNEL,
    HOURS,
    ZONE,
)
"""In the order of the form."""

VALUES: tuple[Value, ...] = tuple(each for each in FIELDS if isinstance(each, Value))
TYPED: dict[str, Field] = {word: each for each in FIELDS for word in each.typed}

LAST_CONTACT = Column(
    name="last contact",
    headings=import_headings.LAST_CONTACT,
)
"""Follows from the touches: a table that brings one brings a touch."""

OWNERS_MANAGER = Column(
    name="owner's manager", headings=import_headings.OWNERS_MANAGER, is_written=False
)
"""Of whoever owns them, not of the customer."""

COLUMNS = (
    *(column for each in FIELDS for column in each.columns),
    LAST_CONTACT,
    OWNERS_MANAGER,
)


def fresh(values: Mapping[str, Any]) -> dict[str, Any]:
    """Every value of somebody new, of whom these are known."""
    return {each.name: each.default for each in VALUES} | dict(values)


def standing(customer: Customer, chosen: Chosen) -> tuple[list[Line], list[Line]]:
    """What the card says of them before the owner, and behind."""
    known = [each for each in VALUES if each.is_said(each.of(customer))]
    told = [(each, _shown(each, customer, chosen)) for each in known]
    first = [said for each, said in told if each.is_first]
    return first, [said for each, said in told if not each.is_first]


def _shown(each: Value, customer: Customer, chosen: Chosen) -> Line:
    unit = each.unit(chosen)
    return line(each.shown(each.of(customer)), f" {unit}" if unit else "")
