"""Whom somebody means by a rung, a list, what was bought, or by several names."""

from datetime import datetime

from care import customer_lists, finding, readers
from care.finding import Found
from care.heed import allow
from domain import customer_lists as lists
from domain import phrases, products
from domain.commands import ManagersOnly, UnknownWords
from domain.customer_lists import Standing, Wanted
from domain.customers import Customer
from domain.errors import NotUnderstood
from domain.teammates import Permission
from store import customer_lists as store
from store.work import Work

MOST = 100_000
BEST = {"best", "our best", "stars", "star", "★", "⭐"}
HOW = (
    "Nobody goes by {}: name customers, a rung (members), a list (mine, quiet), our best (★), or"
    " what they bought (lamps)."
)


def meant(work: Work, now: datetime, words: str) -> list[Customer]:
    """By name; of a rung, a list or a product those of whoever asks, and a manager's everybody's,
    unless it is said whose. Raises NotUnderstood, ManagersOnly.
    """
    named = finding.find(work, words)
    if isinstance(named, Found) and not named.words:
        return _named(named)
    key = _key(words)
    if key in BEST:
        return [each for each in _all(work, now, Wanted()) if each.is_star]
    wanted = lists.read(words)
    if not wanted.whose or _is_somebodys(work, wanted):
        return _all(work, now, wanted)
    bought = [each for each in _all(work, now, Wanted()) if _has_bought(each, key)]
    if not bought:
        raise NotUnderstood(HOW.format(phrases.shorten(words, 60)))
    return bought


def _key(words: str) -> str:
    return " ".join(words.casefold().split()).removeprefix("the ").removeprefix("all ")


def _named(found: Found) -> list[Customer]:
    if found.strangers:
        raise NotUnderstood(HOW.format(phrases.shorten(found.strangers[0].typed, 60)))
    return [found.customer, *found.joined]


def _is_somebodys(work: Work, wanted: Wanted) -> bool:
    try:
        readers.list_of(work, "list", wanted.whose)
    except UnknownWords:
        return False
    except ManagersOnly:
        return True
    return True


def _all(work: Work, now: datetime, wanted: Wanted) -> list[Customer]:
    """Raises ManagersOnly."""
    reader = allow(work, Permission.SEE)
    whose = customer_lists.ALL
    if wanted.whose:
        mate = readers.list_of(work, "list", wanted.whose)
        whose = mate.id if mate else customer_lists.ALL
    elif not reader.is_manager and wanted.standing is not Standing.NOBODYS:
        whose = reader.id
    return store.first(work, now, wanted, whose, MOST)


def _has_bought(customer: Customer, key: str) -> bool:
    return any(
        products.key(each) == products.key(key) for each in products.listed(customer.bought or "")
    )
