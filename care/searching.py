"""What a search field offers while somebody types."""

from datetime import datetime

from care import people
from care.heed import allow
from domain import names
from domain.customers import Customer
from domain.errors import Gone
from domain.forms import NEW, Source
from domain.messages import Option
from domain.phrases import shorten
from domain.teammates import Permission
from domain.wording import forms as wording
from domain.zones import ZONES
from store import customers, name_keys
from store.work import Work

MOST = 20
"""Options that are offered at a time: more are not read."""

NAME = 120
"""Characters of a new name that one option can carry."""


def search(work: Work, now: datetime, source: str, typed: str) -> tuple[Option, ...]:
    """The best first; raises Gone for what Heed never searched."""
    del now
    person = allow(work, Permission.SEE)
    match source:
        case Source.CUSTOMERS if typed.strip():
            return _customers(work, typed.strip())
        case Source.CUSTOMERS:
            return _shown(work, customers.owned_by(work, person.id, MOST))
        case Source.ZONES:
            return _zones(typed)
        case _:
            raise Gone


def _customers(work: Work, typed: str) -> tuple[Option, ...]:
    """Names that begin so, then those with such a word in them, then those that come near."""
    key, page = names.key(typed), name_keys.book(work)
    if page is None:
        return ()
    begun = [id_ for it, id_ in zip(page.keys, page.customer_ids, strict=True) if _begins(it, key)]
    ids = list(dict.fromkeys(begun))[: MOST * 2]
    if len(ids) < MOST:
        inside = f" {key}"
        ids += [id_ for it, id_ in zip(page.keys, page.customer_ids, strict=True) if inside in it]
    if len(ids) < MOST:
        ids += [page.customer_ids[at] for at in names.nearest(typed, page.keys)]
    order = list(dict.fromkeys(ids))[: MOST * 2]
    there = customers.by_ids(work, order)
    shown = [there[each] for each in order if each in there]
    shown.sort(key=lambda each: not _begins(names.key(each.name), key))
    is_there = any(key in map(names.key, (each.name, *each.aliases)) for each in shown)
    create = () if is_there else (Option(value=f"{NEW}{typed[:NAME]}", label=_create(typed)),)
    return (*_shown(work, shown[: MOST - 1]), *create)


def _begins(name: str, key: str) -> bool:
    return name.startswith(key)


def _create(typed: str) -> str:
    return shorten(f"Create “{typed}”", 70)


def _shown(work: Work, found: list[Customer]) -> tuple[Option, ...]:
    owners = people.owners(work, found)
    return tuple(
        wording.customer_option(
            each, owner.name if (owner := owners.get(each.owner_id or 0)) else ""
        )
        for each in found
    )


def _zones(typed: str) -> tuple[Option, ...]:
    """Places by any part of their name: "london", "new y"."""
    wanted = typed.strip().casefold().replace(" ", "_")
    found = sorted(
        (zone for zone in ZONES if wanted in zone.casefold() and "/" in zone),
        key=lambda zone: (not zone.casefold().rpartition("/")[2].startswith(wanted), zone),
    )
    return tuple(Option(value=zone, label=zone.replace("_", " ")) for zone in found[:MOST])
