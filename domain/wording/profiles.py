"""A customer's profile as a form: new, or as it stands."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain import customer_fields, form_state, forms
from domain.customer_fields import FIELDS
from domain.customers import Contact, Customer
from domain.field_kinds import Field
from domain.forms import Form
from domain.messages import Person

SEVERAL = 150
"""Names or people that a field may hold; marks of what it held have to fit beside it."""

Profile = Mapping[str, Any]
"""Every field's value by its name."""


def new(name: str, owner: Person) -> Form:
    values = customer_fields.fresh({"name": name, "aliases": (), "owner": owner, "contacts": ()})
    return Form(
        id="new",
        action_id="customer.new",
        title="Add a customer",
        submit="Add",
        fields=_fields(values),
    )


def edit(customer: Customer, owner: Person | None, contacts: Sequence[Contact]) -> Form:
    """Carries what it was opened with, so that nothing is overwritten that others change since."""
    return Form(
        id="edit",
        action_id="customer.change",
        ref=str(customer.id),
        title="Edit a customer",
        submit="Save",
        carried=form_state.carry(held(customer, contacts, owner)),
        fields=_fields(_profile(customer, contacts, owner)),
    )


def _profile(customer: Customer, contacts: Sequence[Contact], owner: Person | None) -> Profile:
    elsewhere = {"owner": owner, "contacts": contacts}
    own = [each.name for each in FIELDS if each.name not in elsewhere]
    return {name: getattr(customer, name) for name in own} | elsewhere


def _fields(profile: Profile) -> tuple[forms.Field, ...]:
    shown = [each.ask(each, profile[each.name]) for each in FIELDS if _fits(profile, each)]
    return forms.fitting(shown)


def _fits(profile: Profile, each: Field) -> bool:
    return not each.is_several or len(profile[each.name]) <= SEVERAL


def held(
    customer: Customer, contacts: Sequence[Contact], owner: Person | None
) -> dict[str, list[str]]:
    """What each field holds, value by value, as it comes back where nobody touches it."""
    profile = _profile(customer, contacts, owner)
    return {each.name: each.held(profile[each.name]) for each in FIELDS if _fits(profile, each)}
