"""A customer's whole profile, as a form holds it: added, or changed field by field in one go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from care import customers, fields, finding, people, trail
from care.heed import allow
from domain import contacts, newcomers
from domain.customers import Customer
from domain.errors import HeedError, Misfilled, NotUnderstood
from domain.forms import Filled
from domain.messages import Message, Named, line
from domain.newcomers import Newcomer
from domain.teammates import Verb
from domain.wording import profiles as wording
from domain.wording import receipts
from store import customers as kept
from store.work import Work


def new(work: Work, now: datetime, filled: Filled) -> Message:
    allow(work, Verb.EDIT)
    newcomer = Newcomer(name=filled.one("name"))
    try:
        customer_id = customers.add(work, now, newcomer, owner_id=None)
    except HeedError as error:
        raise Misfilled({"name": _words(error)}) from None
    _apply(work, now, finding.need(work, customer_id), filled)
    kept.learn_names(work, customer_id)
    return customers.added(work, now, customer_id)


def edit(work: Work, now: datetime, customer_id: int, filled: Filled) -> Message:
    """Every field at once, as one action."""
    allow(work, Verb.EDIT)
    customer = kept.lock(work, customer_id) or finding.need(work, customer_id)
    _apply(work, now, customer, filled)
    name = Named(finding.need(work, customer_id).name)
    if not work.changes:
        return receipts.told(line("✏️ ", name, ": nothing was different, so nothing was saved"))
    kept.learn_names(work, customer_id)
    closed = trail.close(work, now, "edit", customer_id)
    after = tuple(receipts.changes(closed.outcome, customer, now, work.person.clock))
    return receipts.told(line("✏️ Saved: ", name), after, receipts.undo(closed.action_id))


def _apply(work: Work, now: datetime, customer: Customer, filled: Filled) -> None:
    """Every field is tried, so that all that is wrong is said at once. What was too long for the
    form is not in it, and stays as it is.
    """
    wrong: dict[str, str] = {}
    given = {name: FIELDS[name] for name in FIELDS if name in filled.values or name not in LONG}
    for name, change_ in given.items():
        try:
            change_(work, now, customer, filled.one(name))
        except HeedError as error:
            wrong[name] = _words(error)
    if wrong:
        raise Misfilled(wrong)


def _words(error: HeedError) -> str:
    """What to say at a field: that nothing was changed is said of the whole form."""
    return error.what if isinstance(error, NotUnderstood) else str(error)


def _field(name: str) -> Callable[[Work, datetime, Customer, str], None]:
    """One that can be typed as well; left as it was, it is not touched."""

    def change_(work: Work, now: datetime, customer: Customer, value: str) -> None:
        if not value:
            raise NotUnderstood("This can't be left empty.")
        if value != str(getattr(customer, name) or ""):
            fields.change(work, now, customer, name, value)

    return change_


def _aliases(work: Work, now: datetime, customer: Customer, value: str) -> None:
    del now
    aliases = fields.aliases_in(work, customer, value)
    if tuple(aliases) != customer.aliases:
        kept.change(work, customer.id, aliases=aliases)


def _owner(work: Work, now: datetime, customer: Customer, value: str) -> None:
    """Nobody's, where it was emptied: one who has left was not shown, and may come back."""
    del now
    if not value and people.owner(work, customer) is None:
        return
    owner_id = fields.owner_called(work, value).id if value else None
    if owner_id != customer.owner_id:
        kept.change(work, customer.id, owner_id=owner_id)


def _zone(work: Work, now: datetime, customer: Customer, value: str) -> None:
    if value and value != customer.zone:
        fields.change(work, now, customer, "zone", value)
    elif not value and customer.zone:
        kept.change(work, customer.id, zone=None)


def _contacts(work: Work, now: datetime, customer: Customer, value: str) -> None:
    """A line each: who is still there is renewed, who is no longer there is let go. A line that
    stands as it stood is not read anew: a table may have brought what nobody would type.
    """
    del now
    lines = [each for each in map(str.strip, value.splitlines()) if each]
    known = [one for one in kept.contacts(work, customer.id) if wording.contact(one) not in lines]
    there = {wording.contact(one) for one in kept.contacts(work, customer.id)}
    for typed in (each for each in lines if each not in there):
        person = newcomers.read_contact(typed)
        same = contacts.same(known, person, may_rename=True)
        if same is None:
            kept.add_contact(work, customer.id, person)
            continue
        known.remove(same)
        if replace(person, id=same.id) != same:
            values = {"name": person.name, "mail": person.mail, "phone": person.phone}
            kept.change_contact(work, same.id, **values)
    for gone in known:
        kept.change_contact(work, gone.id, gone=True)


LONG = {"aliases", "contacts"}
"""Fields that may hold more than a form can."""

FIELDS: dict[str, Callable[[Work, datetime, Customer, str], None]] = {
    "name": _field("name"),
    "aliases": _aliases,
    "owner": _owner,
    "rung": _field("rung"),
    "contacts": _contacts,
    "zone": _zone,
}
