"""What a field of a customer is, and how a form asks for it. Which there are: `customer_fields`."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from domain import forms, money
from domain.customers import Contact, Customer
from domain.errors import NotUnderstood
from domain.forms import ChoiceField, PersonField, SearchField, Source, TextField
from domain.messages import Named, Option, Part
from domain.settings import DEFAULTS, Chosen

YES, NO = "yes", "no"
Ask = Callable[["Field", Any], forms.Field]
"""Makes the form's field of a field's value."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """Of a table of customers. `headings`: the usual ones in CRM exports, commas between them;
    `or_else`, those that count where none of them is there or filled, step by step. `is_written`
    where an export has it, too; the same column again is that of a second person.
    """

    name: str
    headings: str
    or_else: tuple[str, ...] = ()
    is_written: bool = True

    def of_person(self, number: int) -> str:
        """What it is called for the first, the second, … of them."""
        return f"{self.name} {number}" if number > 1 else self.name


def as_text(each: "Field", value: str | None) -> forms.Field:
    return TextField(
        name=each.name,
        label=each.label,
        value=value or "",
        hint=each.hint,
        is_optional=each.is_optional,
    )


def as_cell(each: "Field", value: Any) -> dict[str, str]:
    """Read back by whoever imports it: a value's text is what can be typed as well."""
    text = each.write(value) if isinstance(each, Value) and value is not None else value
    return {each.columns[0].name: str(text or "")}


@dataclass(frozen=True, kw_only=True)
class Field:
    """`name` is what forms call it, and the customer's attribute, if it is one; `called`, what
    sentences do. `typed` are the words that `edit` knows it by, each with what may stand behind.

    `ask` makes the form's field of its value, and `held` is what that holds, value by value, as it
    comes back where nobody touches it. `cells` is what an export writes, by the columns' names.
    """

    name: str
    called: str
    label: str
    typed: Mapping[str, str]
    columns: tuple[Column, ...] = ()
    hint: str = ""
    is_optional: bool = False
    is_several: bool = False
    ask: Ask = as_text
    held: Callable[[Any], list[str]] = lambda value: [str(value or "")]
    cells: Callable[["Field", Any], dict[str, str]] = as_cell


@dataclass(frozen=True, kw_only=True)
class Value(Field):
    """`read` knows no value by None; `noun` and `advice` say what is expected of what is none.

    `read_cell` knows a CRM's own words besides. `spot` finds the value among all that is typed
    about somebody new, in at most `spot_words`; `is_word` where such a word may begin a name, too.
    `shown` is how the card says it, before the owner if `is_first`, and `unit` what it is counted
    in; of what is `unsaid` nothing is told. `settle` makes of what was read what this workspace
    keeps, or raises NotUnderstood. `since` is the column that says since when it is so.
    """

    read: Callable[[str], Any]
    noun: str
    advice: str
    settle: Callable[[Any, Chosen], Any] = lambda value, _: value
    write: Callable[[Any], str] = str
    shown: Callable[[Any], Part | str] = lambda value: Named(str(value))
    unit: Callable[[Chosen], str] = lambda _: ""
    unsaid: Any = None
    is_first: bool = False
    read_cell: Callable[[str], Any] | None = None
    spot: Callable[[str], Any] | None = None
    spot_words: int = 1
    is_word: bool = False
    default: Any = None
    since: str = ""

    def need(self, text: str, chosen: Chosen = DEFAULTS) -> Any:
        """Raises NotUnderstood."""
        value = self.read(text)
        if value is None:
            raise NotUnderstood(f"{text} is no {self.noun}: {self.advice}.")
        return self.settle(value, chosen)

    def is_said(self, value: Any) -> bool:
        return value is not None and value != self.unsaid

    def told(self, value: Any, chosen: Chosen) -> str:
        """As it is read: with what it is counted in."""
        return f"{self.write(value)} {self.unit(chosen)}".strip()

    def of(self, customer: Customer) -> Any:
        return getattr(customer, self.name)

    def text_of(self, customer: Customer) -> str:
        value = self.of(customer)
        return "" if value is None else self.write(value)

    def kept(self, value: Any, now: datetime) -> dict[str, Any]:
        """The columns that it is kept in."""
        return {self.name: value} | ({self.since: now} if self.since else {})


def as_choice(values: Iterable[str]) -> Ask:
    options = tuple(Option(value=value, label=value.capitalize()) for value in values)

    def ask(each: Field, value: str) -> forms.Field:
        return ChoiceField(name=each.name, label=each.label, options=options, value=value)

    return ask


def as_yes_or_no(each: Field, value: bool) -> forms.Field:  # noqa: FBT001 - it is the value
    options = (Option(value=NO, label="No"), Option(value=YES, label="Yes"))
    return ChoiceField(name=each.name, label=each.label, options=options, value=yes_or_no(value))


def yes_or_no(value: bool) -> str:  # noqa: FBT001 - as above
    return YES if value else NO


def as_figures(each: Field, value: Decimal | None) -> forms.Field:
    return as_text(each, "" if value is None else money.figures(value))


def as_search(source: Source) -> Ask:
    def ask(each: Field, value: str | None) -> forms.Field:
        there = Option(value=value, label=value) if value else None
        return SearchField(
            name=each.name,
            label=each.label,
            source=source,
            value=there,
            is_optional=each.is_optional,
        )

    return ask


def as_names(each: Field, value: Sequence[str]) -> forms.Field:
    return as_text(each, ", ".join(value))


def as_person(each: Field, value: Any) -> forms.Field:
    return PersonField(name=each.name, label=each.label, value=value)


def as_columns(each: Field, value: Iterable[Contact]) -> dict[str, str]:
    """One person after the other, each in columns of their own."""
    written = [column for column in each.columns if column.is_written]
    return {
        column.of_person(number): text
        for number, person in enumerate(value, 1)
        for column, text in zip(written, _marks(person), strict=True)
    }


def contact(each: Contact) -> str:
    """One line of the field, which reads back as the same person."""
    role = f"({each.role})" if each.role else ""
    named = " ".join(filter(None, (each.name, role)))
    return ", ".join(part for part in (named, each.mail, each.phone) if part)


def _marks(person: Contact) -> tuple[str, ...]:
    return (person.name, person.mail, person.phone, person.role)


def as_people(each: Field, value: Iterable[Contact]) -> forms.Field:
    lines = "\n".join(map(contact, value))
    return TextField(
        name=each.name,
        label=each.label,
        value=lines,
        hint=each.hint,
        is_long=True,
        is_optional=each.is_optional,
    )
