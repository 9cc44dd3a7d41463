"""Which customer a line is about: by exact key, or as a suggestion to choose from."""

from dataclasses import dataclass
from datetime import datetime

from care import people
from domain import names, new_names
from domain.customers import Customer
from domain.errors import Gone
from domain.messages import Message
from domain.wording import receipts
from store import customers, inbox, name_keys
from store.work import Work

SUGGESTIONS = 5


@dataclass(frozen=True, kw_only=True)
class Found:
    """`words` is what was said about them: the line after the name, exactly as typed."""

    customer: Customer
    words: str


@dataclass(frozen=True, kw_only=True)
class Unclear:
    """Whom it may be about, best first."""

    candidates: tuple[Customer, ...]


def find(work: Work, line: str, *, hold: bool = False) -> Found | Unclear:
    """The longest known name that the line begins with; a name that two share is unclear. `hold`
    where they are to be changed.
    """
    openings = names.openings(line)
    known = name_keys.named_so(work, [opening.key for opening in openings], hold=hold)
    for opening in openings:
        candidates = tuple({each.id: each for each in known.get(opening.key, ())}.values())
        if len(candidates) == 1:
            return Found(customer=candidates[0], words=opening.words)
        if candidates:
            return Unclear(candidates=candidates[:SUGGESTIONS])
    return Unclear(candidates=suggest(work, line))


def suggest(work: Work, line: str) -> tuple[Customer, ...]:
    """Up to five: whoever is named anywhere in the line, then whose name is nearly typed."""
    ids: list[int] = []
    inside = names.within(line)
    known = name_keys.found(work, inside, first_names=True) if inside else {}
    for key in inside:
        ids += known.get(key, ())
    if page := name_keys.book(work):
        ids += [page.customer_ids[at] for at in names.nearest(line, page.keys)]
    order = list(dict.fromkeys(ids))[: SUGGESTIONS * 2]
    there = customers.by_ids(work, order)
    return tuple(there[each] for each in order if each in there)[:SUGGESTIONS]


def likely_same(work: Work, name: str, but: int) -> tuple[Customer, ...]:
    """Customers whose name comes so near that they may be the one just added."""
    page = name_keys.book(work)
    if page is None:
        return ()
    ids = [page.customer_ids[at] for at in names.nearest(name, page.keys)]
    there = customers.by_ids(work, ids)
    return tuple(there[each] for each in dict.fromkeys(ids) if each in there and each != but)


def ask_which(
    work: Work, now: datetime, command: str, line: str, unclear: Unclear, *, may_create: bool
) -> Message:
    """Keeps the line, and asks; nothing typed is lost."""
    draft_id = inbox.keep_draft(work, command, line, now)
    shown = _told_apart(work, unclear.candidates)
    newcomer = _newcomer(now, line, unclear) if may_create else ""
    return receipts.unclear(line, draft_id, shown, newcomer)


def ask_whether(work: Work, now: datetime, line: str, customer: Customer) -> Message:
    """The same for a line that only lacks its `log`."""
    draft_id = inbox.keep_draft(work, "log", line, now)
    return receipts.unclear(line, draft_id, _told_apart(work, (customer,)), asked=receipts.WHETHER)


def _told_apart(work: Work, candidates: tuple[Customer, ...]) -> list[tuple[int, str, str]]:
    owners = people.owners(work, candidates)
    shown = []
    for customer in candidates:
        owner = owners.get(customer.owner_id or 0)
        whose = f"{owner.name}'s {customer.rung}" if owner else str(customer.rung)
        shown.append((customer.id, customer.name, whose))
    return shown


def _newcomer(now: datetime, line: str, unclear: Unclear) -> str:
    """What somebody new would be called; empty where whoever is called so is there already."""
    name = new_names.called(line, now)[0]
    taken = {names.key(it) for each in unclear.candidates for it in (each.name, *each.aliases)}
    return "" if names.key(name) in taken else name


def words_about(line: str, customer: Customer) -> str:
    """The line without the customer's name, where it began with something like it."""
    openings = names.openings(line)
    keys = [opening.key for opening in openings]
    wanted = [names.key(name) for name in (customer.name, *customer.aliases)]
    near = [names.nearest(key, wanted) for key in keys]
    begun = [opening for opening, found in zip(openings, near, strict=True) if found]
    return begun[-1].words if begun else line


def hold(work: Work, customer_id: int) -> Customer:
    """As they are now, and nobody else changes them until the commit; raises Gone."""
    customer = customers.lock(work, customer_id)
    if customer is None:
        raise Gone
    return customer


def need(work: Work, customer_id: int) -> Customer:
    """Raises Gone."""
    customer = customers.by_id(work, customer_id)
    if customer is None:
        raise Gone
    return customer
