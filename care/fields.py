"""A customer's fields, changed by what was typed: the fact alone, without planning or trail."""

from datetime import datetime

from care import naming
from domain import names, newcomers, phrases
from domain.customers import Customer, Rung
from domain.errors import NotUnderstood, Wordless
from domain.messages import Line, Named, Person, line
from domain.teammates import Teammate
from store import customers, teammates
from store.work import Work


def change(work: Work, now: datetime, customer: Customer, field: str, value: str) -> Line:
    """What is so now. Raises NotUnderstood, Wordless, NameTaken."""
    act = FIELDS.get(field.casefold())
    if act and not value.strip():
        example = f"edit {customer.name} {field} {EXAMPLES[field.casefold()]}"
        raise Wordless(f"What is to stand behind “{field}”?", example)
    if act is None:
        known = ", ".join(sorted(FIELDS))
        raise NotUnderstood(
            f"Say which field of {customer.name} is to change, and to what: {known}."
        )
    return act(work, now, customer, value.strip())


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
    typed = filter(None, map(str.strip, value.split(",")))
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
    found = [mate for mate in teammates.called(work, who) if mate.is_of_team]
    if len(found) != 1:
        many = "More than one teammate goes" if found else "No teammate goes"
        raise NotUnderstood(f"{many} by {who}: give their mail address, or @name.")
    return found[0]


def _rung(work: Work, now: datetime, customer: Customer, value: str) -> Line:
    rung = newcomers.rung_called(value)
    if rung is None:
        known = ", ".join(Rung)
        raise NotUnderstood(f"{value} is no rung of the ladder: {known}.")
    if rung is not customer.rung:
        customers.change(work, customer.id, rung=rung, rung_since=now)
    return line(f"rung is now {rung}")


def _zone(work: Work, now: datetime, customer: Customer, value: str) -> Line:
    del now
    zone = newcomers.zone_called(value)
    if zone is None:
        raise NotUnderstood(f"{value} is no time zone: write one like Europe/London.")
    customers.change(work, customer.id, zone=zone)
    return line(f"time zone is now {zone}")


def _contact(work: Work, now: datetime, customer: Customer, value: str) -> Line:
    """Adds a person, or renews one who is known."""
    del now
    person = newcomers.read_contact(value)
    customers.meet(work, customer.id, person)
    return line("contact ", *phrases.contact(person))


FIELDS = {
    "name": _name,
    "alias": _alias,
    "aliases": _alias,
    "unalias": _no_alias,
    "owner": _owner,
    "rung": _rung,
    "zone": _zone,
    "contact": _contact,
}

EXAMPLES = {
    "name": "Acme Ltd",
    "alias": "ACM",
    "aliases": "ACM, Acme Works",
    "unalias": "ACM",
    "owner": "@ana",
    "rung": "advocate",
    "zone": "Europe/London",
    "contact": "Maria Lopez maria@acme.com",
}
"""What may be typed behind each."""
