"""A customer's whole profile, as a form holds it: added, or changed field by field in one go."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from care import actions, customers, field_edits, finding, people, scenes
from care.heed import allow
from domain import contacts, form_state, names, newcomers
from domain.customer_fields import FIELDS
from domain.customers import Customer
from domain.errors import HeedError, Misfilled, NotUnderstood
from domain.field_kinds import Field, Value, contact
from domain.form_state import Opened
from domain.forms import Filled
from domain.messages import Message, Named, line
from domain.newcomers import Newcomer
from domain.teammates import Permission
from domain.wording import profiles as wording
from domain.wording import receipts
from store import customers as store_customers
from store.work import Work

Change = Callable[[Work, datetime, Customer, str, Opened], None]


def new(work: Work, now: datetime, filled: Filled) -> Message:
    """Whoever adds them has them, unless somebody else is said to."""
    allow(work, Permission.EDIT)
    newcomer = Newcomer(name=filled.one("name"))
    try:
        customer_id = customers.add(work, now, newcomer, owner_id=None)
    except HeedError as error:
        raise Misfilled({"name": _words(error)}) from None
    _apply(work, now, finding.need(work, customer_id), filled)
    if finding.need(work, customer_id).owner_id is None:
        store_customers.change(work, customer_id, owner_id=work.person.id)
    store_customers.learn_names(work, customer_id)
    return customers.added(work, now, customer_id)


def edit(work: Work, now: datetime, customer_id: int, filled: Filled) -> Message:
    """As one action, every field that was changed in the form: what others have changed while it
    was open stays as it is now.
    """
    allow(work, Permission.EDIT)
    customer = finding.hold(work, customer_id)
    changed = _apply(work, now, customer, filled)
    name = Named(finding.need(work, customer_id).name)
    if not work.changes:
        return receipts.told(line("✏️ ", name, ": nothing was different, so nothing was saved"))
    store_customers.learn_names(work, customer_id)
    closed = actions.record(work, now, "edit", customer_id)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    facts = (line(f"Changed: {', '.join(changed)}"), *after)
    return receipts.told(line("✏️ Saved: ", name), facts, receipts.undo(closed.action_id))


def _apply(work: Work, now: datetime, customer: Customer, filled: Filled) -> list[str]:
    """Every field is tried, so that all that is wrong is said at once; what was changed. What was
    too long for the form is not in it, and stays as it is.
    """
    owner = people.person(people.owner(work, customer))
    held = wording.held(customer, store_customers.contacts(work, customer.id), owner)
    opened = Opened.of(filled.carried or form_state.carry(held))
    wrong: dict[str, str | HeedError] = {}
    changed = []
    given = [each for each in FIELDS if each.name in filled.values or not each.is_several]
    for field in given:
        before = len(work.changes)
        change_ = CHANGES.get(field.name) or _single(field)
        try:
            change_(work, now, customer, filled.one(field.name), opened)
        except HeedError as error:
            wrong[field.name] = _words(error)
        if len(work.changes) > before:
            changed.append(field.called)
    if wrong:
        raise Misfilled(wrong)
    return changed


def _words(error: HeedError) -> str | HeedError:
    """What to say at a field: that nothing was changed is said of the whole form."""
    return error.what if isinstance(error, NotUnderstood) else error


def _single(field: Field) -> Change:
    """One that can be typed as well; left as it was, it is not touched."""

    def change_(work: Work, now: datetime, customer: Customer, value: str, opened: Opened) -> None:
        if not value and not field.is_optional:
            raise NotUnderstood("This can't be left empty.")
        current = getattr(customer, field.name)
        if opened.held(field.name, value) or value == str(current or ""):
            return
        if value:
            field_edits.change(work, now, customer, field.name, value)
        elif isinstance(field, Value):
            store_customers.change(work, customer.id, **field.kept(field.default, now))

    return change_


def _aliases(work: Work, now: datetime, customer: Customer, value: str, opened: Opened) -> None:
    """Those that were not there are added, those that were and are no more go."""
    del now
    typed = [" ".join(each.split()) for each in value.split(",")]
    new = [each for each in typed if not opened.held("aliases", each)]
    added = field_edits.aliases_in(work, customer, ",".join(new))
    keys = set(map(names.key, added))
    known = [each for each in customer.aliases if names.key(each) not in keys]
    stay = [
        each
        for each in known
        if " ".join(each.split()) in typed or not opened.held("aliases", each)
    ]
    asked = [each for each in typed if each in {*stay, *added}]
    aliases = list(dict.fromkeys([*asked, *stay]))
    if set(aliases) != set(customer.aliases):
        store_customers.change(work, customer.id, aliases=aliases)


def _owner(work: Work, now: datetime, customer: Customer, value: str, opened: Opened) -> None:
    """Nobody's, where it was emptied: one who has left was not shown, and may come back."""
    del now
    if opened.held("owner", value):
        return
    owner_id = field_edits.owner_called(work, value).id if value else None
    if owner_id != customer.owner_id:
        store_customers.change(work, customer.id, owner_id=owner_id)


def _contacts(work: Work, now: datetime, customer: Customer, value: str, opened: Opened) -> None:
    """A line each: who is written anew is renewed, who is no longer there is let go. A line that
    stands as it stood is not read anew: a table may have brought what nobody would type.
    """
    del now
    lines = [" ".join(each.split()) for each in value.splitlines() if each.strip()]
    untouched = {each for each in lines if opened.held("contacts", each)}
    there = {one: contact(one) for one in store_customers.contacts(work, customer.id)}
    known = [one for one in there if " ".join(there[one].split()) not in untouched]
    for typed in (each for each in lines if each not in untouched):
        person = newcomers.read_contact(typed)
        same = contacts.same(known, person, may_rename=True)
        if same is None:
            store_customers.add_contact(work, customer.id, person)
            continue
        known.remove(same)
        if replace(person, id=same.id) != same:
            store_customers.change_contact(work, same.id, **store_customers.marks(person))
    for gone in known:
        if opened.held("contacts", there[gone]):
            store_customers.change_contact(work, gone.id, gone=True)


CHANGES: dict[str, Change] = {
    "aliases": _aliases,
    "owner": _owner,
    "contacts": _contacts,
}
