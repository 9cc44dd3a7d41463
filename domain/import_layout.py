"""Which column of a table is what: told by its heading, and by which others there are."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from domain import customer_fields
from domain.customer_fields import COLUMNS, CONTACTS

NAME = customer_fields.NAME.name
CONTACT, FIRST, LAST = "contact", "first name", "last name"
NAMED_BY = (FIRST, "middle name", LAST)
ANY = 2
"""The step of a column that names whatever the table is about."""

OTHER = re.compile(r"^contact ([2-9]|[1-9]\d{1,2})$")
LONGEST = 500
"""Letters of a heading: whatever is longer is a cell, and would take its time."""

_PARTS = re.compile(r"\s+[-–/]\s+|[.:()\[\]]")
_ENTITIES = re.compile(
    "organi[sz]ation|company|account|person|contact|customer|client|lead|unternehmen|firma|kontakt|"
    "entreprise|empresa|contacto"
)
_BESIDE = re.compile(
    "associated|primary|main|linked|assigned|zugeordnete[sr]?|verknupfte[sr]?|associee?|principale?|"
    "asociad[ao]|vinculad[ao]"
)
_LABELS = re.compile(
    "work|home|other|mobile|main|private|business|value|arbeit|privat|mobil|sonstige|geschaftlich|"
    "travail|bureau|domicile|autre|trabajo|casa|otro|primary"
)


@dataclass(frozen=True, kw_only=True)
class Layout:
    """`places`: where each column stands, in the order in which they are asked. Of a table of
    people, whoever belongs to no company is the customer.
    """

    headings: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]
    is_of_people: bool

    @property
    def names_customers(self) -> bool:
        return NAME in self.places or self.is_of_people


def recognise(headings: Sequence[str]) -> Layout:
    others = _others(headings)
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, heading in enumerate(headings):
        for column, step in _column(heading, others):
            found[column].append((step, at))
    names = found.pop(NAME, [])
    step = min(names, default=(0, 0))[0]
    has_people = bool({FIRST, LAST} & found.keys())
    own = [each for each in names if each[0] == step and not (has_people and step == ANY)]
    theirs = [each for each in names if each not in own]
    found[_whose(found)] += theirs
    found[NAME] = own
    return Layout(
        headings=tuple(headings),
        places={
            each: tuple(at for _, at in sorted(there)) for each, there in found.items() if there
        },
        is_of_people=has_people or bool(theirs),
    )


def _whose(found: Mapping[str, object]) -> str:
    """Which part of a person's name it is, where a column is called only that: *Nom, Prénom*."""
    if FIRST in found and LAST not in found:
        return LAST
    return FIRST if LAST in found and FIRST not in found else CONTACT


def _others(headings: Iterable[str]) -> frozenset[str]:
    """The columns of a second person and more, wherever the table has one of their names."""
    found = (OTHER.match(heading.strip().casefold()) for heading in headings)
    numbers = [int(match[1]) for match in found if match]
    return frozenset(each.of_person(at) for each in CONTACTS.columns for at in numbers)


def _column(heading: str, others: frozenset[str]) -> list[tuple[str, int]]:
    """What it is called, if anything, and after how many kinds of others it counts."""
    if len(heading) > LONGEST:
        return []
    if (own := " ".join(heading.casefold().split())) in others:
        return [(own, 0)]
    parts = [squashed for part in _PARTS.split(heading) if (squashed := _squashed(part))]
    tries = [parts, parts[:-1] if parts and _LABELS.fullmatch(parts[-1]) else []]
    tries += [each[1:] for each in tries if _is_of_entity(heading, parts)]
    tries.append([_squashed(word) for word in heading.split() if not _is_beside(word)])
    known = (_known().get("".join(each)) for each in tries)
    return [each for each in known if each][:1]


def _is_of_entity(heading: str, parts: Sequence[str]) -> bool:
    """*Person - Phone*, and not *Organization 1 - Type*, which tells how they belong together."""
    is_numbered = any(map(str.isdigit, _PARTS.split(heading)[0]))
    return len(parts) > 1 and bool(_ENTITIES.fullmatch(parts[0])) and not is_numbered


def _is_beside(word: str) -> bool:
    """*Associated company* is its company."""
    return bool(_BESIDE.fullmatch(_squashed(word)))


def _squashed(text: str) -> str:
    """Its letters alone: programs write a heading with blanks, lines and capitals or none."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in plain if each.isalpha())


@cache
def _known() -> dict[str, tuple[str, int]]:
    return {
        _squashed(word): (each.name, step)
        for each in COLUMNS
        for step, headings in enumerate((each.headings, *each.or_else))
        for word in headings.split(",")
    }
