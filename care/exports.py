"""Every customer as a line of a table, which an import reads back."""

from datetime import datetime

from domain.customer_fields import FIELDS, LAST_CONTACT
from domain.teammates import Teammate
from store import bulk_inserts, customers, teammates
from store.work import Work

Row = dict[str, str]
"""A cell for each column."""


def rows(work: Work, now: datetime) -> list[Row]:
    del now
    ids = set(customers.all_keys(work).values())
    people = bulk_inserts.contacts_of(work, ids)
    found = sorted(bulk_inserts.customers_of(work, ids).values(), key=lambda each: each.id)
    owners = teammates.by_ids(work, {each.owner_id for each in found if each.owner_id})
    told = []
    for each in found:
        elsewhere = {"owner": _called(owners.get(each.owner_id or 0)), "contacts": people[each.id]}
        row: Row = {}
        for field in FIELDS:
            value = elsewhere[field.name] if field.name in elsewhere else getattr(each, field.name)
            row |= field.cells(field, value)
        at = each.reached_at
        told.append(row | {LAST_CONTACT.name: at.isoformat() if at else ""})
    return told


def _called(owner: Teammate | None) -> str:
    """What leads back to them; a name may be another one's as well."""
    if owner is None:
        return ""
    return owner.mail or (f"@{owner.handle}" if owner.handle else owner.name)
