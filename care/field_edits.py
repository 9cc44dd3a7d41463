"""A customer's fields, changed by what was typed: the fact alone, without planning or trail."""

from datetime import datetime

from care import naming, numbers, readers
from domain import names, newcomers, phrases, quotes
from domain.customer_fields import TYPED
from domain.customers import Customer
from domain.errors import NotUnderstood, Wordless
from domain.field_kinds import Value
from domain.messages import Line, Named, Person, line
from domain.teammates import Teammate
from store import customers
from store.work import Work


def change(work: Work, now: datetime, customer: Customer, field: str, value: str) -> Line:
    """What is so now. Raises NotUnderstood, Wordless, NameTaken."""
    word = field.casefold()
    known = TYPED.get(word)
    if known is None:
        every = ", ".join(sorted(TYPED))
        raise NotUnderstood(
            f"Say which field of {customer.name} is to change, and to what: {every}."
        )
    value = quotes.off(value)
    if not value:
        example = f"edit {customer.name} {field} {known.typed[word]}"
        raise Wordless(f"What is to stand behind “{field}”?", example)
    if isinstance(known, Value):
        return _value(work, now, customer, known, value)
    return CHANGES[word](work, now, customer, value)


def _value(work: Work, now: datetime, customer: Customer, field: Value, text: str) -> Line:
    chosen = numbers.chosen(work)
    value = field.need(text, chosen)
    if value != field.of(customer):
        customers.change(work, customer.id, **field.kept(value, now))
    return line(f"{field.called} is now ", Named(field.told(value, chosen)))


def _name(work: Work, now: datetime, customer: Customer, value: str) -> Line:
    del now
    naming.claim(work, value, customer.id)
    customers.change(work, customer.id, name=value)
    return line("name is now ", Named(value))


def _alias(work: Work, now: datetime, customer: Customer, value: str) -> Line:
    """Adds some, parted by commas; one that it has already is written as it is now."""
    del now
    added = aliases_in(work, customer, value)
    keys = set(map(names.key, added))
    known = [alias for alias in customer.aliases if names.key(alias) not in keys]
    customers.change(work, customer.id, aliases=[*known, *added])
    return line("also known as ", *phrases.listed(added))


def aliases_in(work: Work, customer: Customer, value: str) -> list[str]:
    """Each once; raises NameTaken, NotUnderstood where a new one is somebody's name already."""
    typed = filter(None, map(quotes.off, value.split(",")))
    aliases = list({names.key(alias): alias for alias in typed}.values())
    there = customers.by_id(work, customer.id) or customer
    for alias in [each for each in aliases if each not in customer.aliases]:
        if names.key(alias) == names.key(there.name):
            raise NotUnderstood(f"{there.name} is its own name, so {alias} finds it already.")
        naming.claim(work, alias, customer.id)
    return aliases


def _no_alias(work: Work, now: datetime, customer: Customer, value: str) -> Line:
    del now
    aliases = [alias for alias in customer.aliases if names.key(alias) != names.key(value)]
    if len(aliases) == len(customer.aliases):
        raise NotUnderstood(f"{customer.name} isn't known as {value}.")
    customers.change(work, customer.id, aliases=aliases)
    return line("no longer known as ", Named(value))


def _owner(work: Work, now: datetime, customer: Customer, value: str) -> Line:
    del now
    owner = owner_called(work, value)
    customers.change(work, customer.id, owner_id=owner.id)
    return line("now ", Person(owner.name, owner.user_id), "'s customer")


def owner_called(work: Work, who: str) -> Teammate:
    """Raises NotUnderstood where nobody, or more than one, goes by that."""
    return readers.meant(work, who)


def _contact(work: Work, now: datetime, customer: Customer, value: str) -> Line:
    """Adds a person, or renews one who is known."""
    del now
    person = newcomers.read_contact(value)
    customers.meet(work, customer.id, person)
    return line("contact ", *phrases.contact(person))


CHANGES = {
    "name": _name,
    "alias": _alias,
    "aliases": _alias,
    "unalias": _no_alias,
    "owner": _owner,
    "contact": _contact,
}
"""What is kept in other rows besides, or must be nobody else's."""
