"""A customer's profile as a form: new, or as it stands."""

from collections.abc import Sequence

from domain import forms, marks
from domain.customers import Contact, Customer, Rung
from domain.forms import ChoiceField, Field, Form, PersonField, SearchField, Source, TextField
from domain.messages import Option, Person

RUNGS = tuple(Option(value=rung, label=rung.capitalize()) for rung in Rung)
SEVERAL = 150
"""Names or people that a field may hold; marks of what it held have to fit beside it."""

ONE_A_LINE = "One person a line: Maria Lopez, maria@globex.com, +44 20 7946 0000"


def new(name: str, owner: Person) -> Form:
    return Form(
        id="new",
        verb="customer.new",
        title="Add a customer",
        submit="Add",
        fields=_customer(name, (), owner, Rung.PROSPECT, (), None),
    )


def edit(customer: Customer, owner: Person | None, contacts: Sequence[Contact]) -> Form:
    """Carries what it was opened with, so that nothing is overwritten that others change since."""
    return Form(
        id="edit",
        verb="customer.change",
        ref=str(customer.id),
        title="Edit a customer",
        submit="Save",
        carried=marks.carry(held(customer, contacts, owner)),
        fields=_customer(
            customer.name, customer.aliases, owner, customer.rung, contacts, customer.zone
        ),
    )


def _customer(
    name: str,
    aliases: Sequence[str],
    owner: Person | None,
    rung: Rung,
    contacts: Sequence[Contact],
    zone: str | None,
) -> tuple[Field, ...]:
    where = Option(value=zone, label=zone) if zone else None
    fields: tuple[Field, ...] = (
        TextField(name="name", label="Name", value=name),
        TextField(
            name="aliases",
            label="Also known as",
            value=", ".join(aliases),
            hint="Other names people write, with commas between them",
            is_optional=True,
        ),
        PersonField(name="owner", label="Whose customer", value=owner),
        ChoiceField(name="rung", label="Rung of the ladder", options=RUNGS, value=rung),
        TextField(
            name="contacts",
            label="People there",
            value="\n".join(map(contact, contacts)),
            hint=ONE_A_LINE,
            is_long=True,
            is_optional=True,
        ),
        SearchField(
            name="zone", label="Time zone", source=Source.ZONES, value=where, is_optional=True
        ),
    )
    several = {"aliases": len(aliases), "contacts": len(contacts)}
    return tuple(each for each in forms.fitting(fields) if several.get(each.name, 0) <= SEVERAL)


def held(
    customer: Customer, contacts: Sequence[Contact], owner: Person | None
) -> dict[str, list[str]]:
    """What each field holds, value by value, as it comes back where nobody touches it."""
    several = {"aliases": list(customer.aliases), "contacts": [contact(each) for each in contacts]}
    return {
        "name": [customer.name],
        "owner": [owner.user_id if owner else ""],
        "rung": [customer.rung],
        "zone": [customer.zone or ""],
        **{name: each for name, each in several.items() if len(each) <= SEVERAL},
    }


def contact(each: Contact) -> str:
    """One line of the field, which reads back as the same person."""
    return ", ".join(part for part in (each.name, each.mail, each.phone) if part)
