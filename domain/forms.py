"""What Heed asks in a form: fields and words, never layout.

A kind of field enters this model only if every platform shows it natively. Whatever comes back
comes as text, as `Filled`; the capability reads it, and says at which field it can't.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from domain.lengths import LINE
from domain.messages import Line, Option, Person


class Source(StrEnum):
    """What can be searched by typing: too many to be listed."""

    CUSTOMERS = "customers"
    ZONES = "zones"


LONGEST = LINE
"""Characters of a text field."""

SPARE = "rest"
"""Begins the name of each field that keeps what did not fit into the one before."""

NEW = "new:"
"""Begins the value of a customer who is to be created under the name that follows."""

DIGITS = 18
"""Of a row's number at most: no database counts further."""


def number(text: str) -> int | None:
    """A row's number, as it comes back from a button or a form; None for what can't be one."""
    return int(text) if text.isdecimal() and len(text) <= DIGITS else None


@dataclass(frozen=True, kw_only=True)
class TextField:
    name: str
    label: str
    value: str = ""
    hint: str = ""
    is_optional: bool = False
    is_long: bool = False


@dataclass(frozen=True, kw_only=True)
class ChoiceField:
    """One of a few; `value` is empty where nothing is chosen yet."""

    name: str
    label: str
    options: tuple[Option, ...]
    value: str = ""
    hint: str = ""
    is_optional: bool = False


@dataclass(frozen=True, kw_only=True)
class ManyField:
    """Any of a few, or none."""

    name: str
    label: str
    options: tuple[Option, ...]
    values: tuple[str, ...] = ()
    hint: str = ""
    is_optional: bool = True


@dataclass(frozen=True, kw_only=True)
class SearchField:
    name: str
    label: str
    source: Source
    value: Option | None = None
    hint: str = ""
    is_optional: bool = False


@dataclass(frozen=True, kw_only=True)
class PersonField:
    """A teammate; comes back as their id on the platform."""

    name: str
    label: str
    value: Person | None = None
    hint: str = ""
    is_optional: bool = True


@dataclass(frozen=True, kw_only=True)
class DayField:
    """Comes back as an ISO date."""

    name: str
    label: str
    value: date
    hint: str = ""
    is_optional: bool = False


@dataclass(frozen=True, kw_only=True)
class MomentField:
    """On the clock of whoever fills it in. Comes back as ISO text; without a zone, in theirs."""

    name: str
    label: str
    value: datetime | None = None
    hint: str = ""
    is_optional: bool = True


Field = TextField | ChoiceField | ManyField | SearchField | PersonField | DayField | MomentField


@dataclass(frozen=True, kw_only=True)
class Form:
    """`action_id` and `ref` say what is done with it; `carried` comes back as it was given.

    `title` and `submit` are short: 24 characters are what the strictest platform shows.
    """

    id: str
    action_id: str
    title: str
    submit: str
    fields: tuple[Field, ...]
    ref: str = ""
    carried: str = ""
    notes: tuple[Line, ...] = ()


def fitting(fields: Iterable[Field]) -> tuple[Field, ...]:
    """Without those that hold more than any field can: what they are about stays as it is."""
    return tuple(
        each for each in fields if not isinstance(each, TextField) or len(each.value) <= LONGEST
    )


@dataclass(frozen=True, kw_only=True)
class Filled:
    """What came back: every field's values by its name; nothing where it was left empty."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    carried: str = ""

    def one(self, name: str) -> str:
        """Empty where nothing was filled in."""
        return next(iter(self.values.get(name, ())), "").strip()

    def many(self, name: str) -> tuple[str, ...]:
        return self.values.get(name, ())
