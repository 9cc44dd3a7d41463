"""Lists of customers: mine, another's, of a rung, of those who have waited too long."""

from datetime import datetime

from care import people, readers
from care.heed import allow
from domain import customer_lists
from domain.customer_lists import Standing, Wanted
from domain.customers import Rung
from domain.errors import Gone
from domain.messages import Message
from domain.teammates import Permission
from domain.wording import customer_lists as wording
from domain.wording import lists
from store import customer_lists as store
from store import teammates
from store.work import Work

ALL = 0
"""Instead of a teammate."""


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """Mine where I am no manager, unless it is said whose. Raises UnknownWords, TheirsOnly."""
    reader = allow(work, Permission.SEE)
    wanted = customer_lists.read(words)
    everybodys = wanted.standing is Standing.NOBODYS or (reader.is_manager and not wanted.whose)
    if wanted.standing is Standing.NOBODYS and wanted.whose:
        raise readers.unknown(work, "list", words)
    if everybodys:
        return _listed(work, now, ALL, wanted)
    whose = readers.called(work, "list", wanted.whose)
    return _listed(work, now, whose.id if whose else ALL, wanted)


def turn(
    work: Work, now: datetime, whose: int, rung: str, standing: str, number: int = 0
) -> Message:
    """Another page of it, or the first. Raises TheirsOnly, Gone."""
    try:
        wanted = Wanted(rung=None if rung == "any" else Rung(rung), standing=Standing(standing))
    except ValueError:
        raise Gone from None
    return _listed(work, now, whose, wanted, number)


def _listed(work: Work, now: datetime, whose: int, wanted: Wanted, number: int = 0) -> Message:
    reader = allow(work, Permission.SEE)
    mate = teammates.by_id(work, whose) if whose else None
    if mate and wanted.standing is Standing.QUIET:
        readers.allow_of(work, "list quiet", mate)
    page = wording.page(whose, wanted, number)
    total = store.how_many(work, now, wanted, whose)
    page = page.within(total)
    shown = store.first(work, now, wanted, whose, page.most)
    headline = wording.headline(wanted, mate, reader)
    if not shown:
        return wording.empty(wanted, headline)
    owners = people.named(work, (each.owner_id for each in shown))
    rows = [wording.row(it, owners.get(it.owner_id or 0), now, reader) for it in shown]
    return lists.listed(headline, rows, page, total)
