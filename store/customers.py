"""Customers, their people, and every name under which they can be found."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, delete, exists, func, or_, select, update

from domain import names
from domain.contacts import renewed, same
from domain.coverage import Care
from domain.customers import Contact, Customer, Rung
from domain.shares import Covered
from store.parts import CUSTOMER, Part
from store.tables import Contact as Contacts
from store.tables import Customer as Customers
from store.tables import KnownName, Teammate, Workspace
from store.teammates import of_team
from store.work import Work, table_of

HERE = Customers.workspace_id == bindparam("ws")
_NAMES = tuple(each.name for each in fields(Customer))
_CARE = tuple(each.name for each in fields(Care))
COLUMNS = tuple(getattr(Customers, each) for each in _NAMES)
WITH_GONE = (*COLUMNS, Customers.gone)
_ALL = select(*COLUMNS).where(HERE, ~Customers.gone)
_BY_ID = _ALL.where(Customers.id == bindparam("customer"))
_EVER = select(*COLUMNS).where(HERE, Customers.id == bindparam("customer"))
_LOCKED = _BY_ID.with_for_update()
_BY_IDS = _ALL.where(Customers.id.in_(bindparam("customers", expanding=True)))
_LOCKED_IF_FREE = _BY_IDS.with_for_update(skip_locked=True)
_NAMED = _ALL.where(Customers.name_key == bindparam("key"), Customers.id != bindparam("but"))
_KNOWN_AS = (
    _ALL.join(KnownName, KnownName.customer_id == Customers.id)
    .where(KnownName.workspace_id == bindparam("ws"), KnownName.key == bindparam("key"))
    .where(KnownName.is_full, Customers.id != bindparam("but"))
    .order_by(Customers.id)
)
_NOTE_CARE = (
    update(table_of(Customers))
    .where(HERE, Customers.id == bindparam("customer"))
    .values({name: bindparam(f"new_{name}") for name in _CARE})
)
_LOCKED_NAMES = (
    select(Workspace.id).where(Workspace.id == bindparam("ws")).with_for_update(key_share=True)
)
_OWNED = (
    _ALL.where(Customers.owner_id == bindparam("owner"))
    .order_by(Customers.cared_until.is_(None), Customers.cared_until, Customers.id)
    .limit(bindparam("most"))
    .offset(bindparam("skipped"))
)
_HOW_MANY_OWNED = select(func.count()).where(
    HERE, ~Customers.gone, Customers.owner_id == bindparam("owner")
)
_LEAVERS = select(Teammate.id).where(
    Teammate.workspace_id == bindparam("ws"),
    ~of_team(),
    exists().where(HERE, Customers.owner_id == Teammate.id, ~Customers.gone),
)
IS_NOBODYS = or_(
    Customers.owner_id.is_(None), Customers.owner_id.in_(bindparam("left", expanding=True))
)
_NOBODYS = _ALL.where(IS_NOBODYS).order_by(Customers.id).limit(bindparam("most"))
_HOW_MANY_NOBODYS = select(func.count()).where(HERE, ~Customers.gone, IS_NOBODYS)
IS_WAITING = and_(
    Customers.cared_until.is_not(None),
    or_(Customers.cared_until < bindparam("now"), Customers.reached_at.is_(None)),
)
_BEYOND = (
    _ALL.where(IS_WAITING).order_by(Customers.cared_until, Customers.id).limit(bindparam("most"))
)
_BEYOND_OF = _BEYOND.where(Customers.owner_id == bindparam("owner"))
_IS_COUNTED = (HERE, ~Customers.gone, Customers.cared_until.is_not(None))
COVERED = (
    func.count().label("counted"),
    func.count().filter(~IS_WAITING).label("within"),
    func.count().filter(Customers.reached_at.is_(None)).label("never"),
)
_COVERAGE = select(*COVERED).where(*_IS_COUNTED)
_COVERAGE_OF = _COVERAGE.where(Customers.owner_id == bindparam("owner"))
_LOCKED_ALL = (
    select(Customers.id)
    .where(HERE, Customers.id.in_(bindparam("customers", expanding=True)))
    .order_by(Customers.id)
    .with_for_update()
)
_PEOPLE = (
    select(Contacts.id, Contacts.name, Contacts.mail, Contacts.phone, Contacts.role)
    .where(~Contacts.gone)
    .order_by(Contacts.id)
)
_CONTACTS = _PEOPLE.where(Contacts.customer_id == bindparam("customer"))
_KEYS = select(Customers.id, Customers.name_key, Customers.aliases).where(HERE, ~Customers.gone)
_NAMES_OF = select(KnownName.id, KnownName.key, KnownName.is_full).where(
    KnownName.customer_id == bindparam("customer")
)
_FORGET = delete(KnownName).where(KnownName.id.in_(bindparam("names", expanding=True)))


def from_row(row: Any, prefix: str = "") -> Customer:
    there = {each: getattr(row, prefix + each) for each in _NAMES}
    return Customer(**there | {"rung": Rung(there["rung"]), "aliases": tuple(there["aliases"])})


def by_id(work: Work, customer_id: int) -> Customer | None:
    row = work.first(_BY_ID, customer=customer_id)
    return from_row(row) if row else None


def ever(work: Work, customer_id: int) -> Customer | None:
    """Also one that was taken back: what was said about them may stand somewhere."""
    row = work.first(_EVER, customer=customer_id)
    return from_row(row) if row else None


def lock(work: Work, customer_id: int) -> Customer | None:
    """Nobody else plans this customer until the commit; None when gone."""
    row = work.first(_LOCKED, customer=customer_id)
    return from_row(row) if row else None


def lock_free(work: Work, ids: Iterable[int]) -> dict[int, Customer]:
    """The same of many, without whom somebody else has in hand: nobody is waited for."""
    rows = work.all(_LOCKED_IF_FREE, customers=sorted(set(ids)))
    return {row.id: from_row(row) for row in rows}


def lock_all(work: Work, ids: Iterable[int]) -> None:
    """Nobody else plans these until the commit; where only one writes at a time, that is so."""
    free = sorted(set(ids) - work.held)
    if free and work.connection.dialect.name != "sqlite":
        work.all(_LOCKED_ALL, customers=free)


def by_ids(work: Work, ids: Iterable[int]) -> dict[int, Customer]:
    rows = work.all(_BY_IDS, customers=sorted(set(ids)))
    return {row.id: from_row(row) for row in rows}


def named(work: Work, name: str, but: int = 0) -> Customer | None:
    """Whose name or alias it is, `but` for one customer; their people's names are not asked."""
    key = names.key(name)
    if row := work.first(_NAMED, key=key, but=but):
        return from_row(row)
    known = map(from_row, work.all(_KNOWN_AS, key=key, but=but))
    return next((each for each in known if key in map(names.key, each.aliases)), None)


def lock_names(work: Work) -> None:
    """Nobody else gives a name to one of this workspace's customers until the commit."""
    work.first(_LOCKED_NAMES)


def owned_by(work: Work, teammate_id: int, most: int, skipped: int = 0) -> list[Customer]:
    """Whoever needs care first comes first; those whom no care interval counts for come last."""
    rows = work.all(_OWNED, owner=teammate_id, most=most, skipped=skipped)
    return [from_row(row) for row in rows]


def how_many_owned(work: Work, teammate_id: int) -> int:
    row = work.first(_HOW_MANY_OWNED, owner=teammate_id)
    return row[0] if row else 0


def left(work: Work) -> list[int]:
    """Who has left the team, and owns customers still."""
    return [row.id for row in work.all(_LEAVERS)]


def nobodys(work: Work, most: int) -> tuple[int, list[Customer]]:
    """How many customers nobody of the team owns, and the first of them."""
    gone = left(work)
    row = work.first(_HOW_MANY_NOBODYS, left=gone)
    first = work.all(_NOBODYS, left=gone, most=most)
    return (row[0] if row else 0), [from_row(it) for it in first]


def beyond_care(work: Work, now: datetime, owner_id: int | None, most: int) -> list[Customer]:
    """Whoever has waited longer than their rung should, longest first: an owner's, or anybody's."""
    if owner_id is None:
        return [from_row(row) for row in work.all(_BEYOND, now=now, most=most)]
    return [from_row(row) for row in work.all(_BEYOND_OF, now=now, owner=owner_id, most=most)]


def coverage(work: Work, now: datetime, owner_id: int | None = None) -> Covered:
    """An owner's, or all."""
    statement = _COVERAGE_OF if owner_id else _COVERAGE
    return covered(work.first(statement, now=now, **({"owner": owner_id} if owner_id else {})))


def covered(row: Any) -> Covered:
    return Covered(counted=row.counted, within=row.within, never=row.never)


def contacts(work: Work, customer_id: int) -> tuple[Contact, ...]:
    return _contacts(work.all(_CONTACTS, customer=customer_id))


def _contacts(rows: Sequence[Any]) -> tuple[Contact, ...]:
    return tuple(map(person, rows))


def person(row: Any) -> Contact:
    return Contact(id=row.id, name=row.name, mail=row.mail, phone=row.phone, role=row.role)


def marks(person: Contact) -> dict[str, str]:
    """The columns that they are kept in."""
    return {name: getattr(person, name) for name in ("name", "mail", "phone", "role")}


PEOPLE = Part(_PEOPLE.where(Contacts.customer_id == CUSTOMER), _contacts)


def add(work: Work, **values: Any) -> int:
    values |= {"name_key": names.key(values["name"]), "gone": False}
    return work.add(Customers, **values)


def change(work: Work, customer_id: int, **values: Any) -> None:
    if "name" in values:
        values["name_key"] = names.key(values["name"])
    work.change(Customers, customer_id, **values)


def note_care(work: Work, noted: Iterable[tuple[Customer, Care]]) -> None:
    """Kept beside the facts, where it is not so already."""
    told = ((customer, {each: getattr(care, each) for each in _CARE}) for customer, care in noted)
    rows = [
        {"customer": customer.id, **{f"new_{name}": value for name, value in values.items()}}
        for customer, values in told
        if any(getattr(customer, name) != value for name, value in values.items())
    ]
    work.run_all(_NOTE_CARE, rows)


def add_contact(work: Work, customer_id: int, contact: Contact) -> int:
    return work.add(
        Contacts,
        customer_id=customer_id,
        **marks(contact),
        gone=False,
    )


def change_contact(work: Work, contact_id: int, **values: str | bool) -> None:
    work.change(Contacts, contact_id, **values)


def meet(work: Work, customer_id: int, person: Contact) -> None:
    """Adds somebody, or renews whoever of the customer's people they are."""
    there = same(contacts(work, customer_id), person)
    if there is None:
        add_contact(work, customer_id, person)
        return
    now = renewed(there, person)
    if now != there:
        change_contact(work, there.id, **marks(now))


def learn_names(work: Work, customer_id: int) -> None:
    """Brings the keys in line with the name, the aliases and the contacts.

    What stays is left alone, and what is new comes before anything goes: so no row takes the place
    of one that was read already.
    """
    wanted = _wanted_keys(work, customer_id)
    known = work.all(_NAMES_OF, customer=customer_id)
    there = {(row.key, row.is_full) for row in known}
    for key, is_full in sorted(wanted.items() - there):
        work.insert(KnownName, customer_id=customer_id, key=key, is_full=is_full)
    if stale := [row.id for row in known if wanted.get(row.key) is not row.is_full]:
        work.run(_FORGET, names=stale)


def _wanted_keys(work: Work, customer_id: int) -> dict[str, bool]:
    customer = by_id(work, customer_id)
    if customer is None:
        return {}
    people = [contact.name for contact in contacts(work, customer_id) if contact.name]
    return keys_of(customer.name, customer.aliases, people)


def keys_of(name: str, aliases: Sequence[str], people: Sequence[str]) -> dict[str, bool]:
    """Every key under which a customer can be found, and whether it is a full name."""
    full = {names.key(each) for each in (name, *aliases, *people)}
    first = {names.key(each.split()[0]) for each in people} - full
    return {key: key in full for key in sorted(full | first)}


def all_keys(work: Work) -> dict[str, int]:
    """Every customer by the keys of name and aliases; a name goes before another's alias."""
    rows = work.all(_KEYS)
    aliases = {names.key(alias): row.id for row in rows for alias in row.aliases}
    return aliases | {row.name_key: row.id for row in rows}
