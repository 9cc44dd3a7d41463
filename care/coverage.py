"""How well the team's customers are cared for, as it opens from a digest."""

from datetime import datetime, timedelta

from care import numbers, people
from domain import phrases
from domain.coverage import CareNumbers
from domain.customer_lists import Standing
from domain.messages import Button, Item, Message, line
from domain.outside import Outside
from domain.teammates import Teammate
from domain.wording import coverage as wording
from domain.wording import lists
from domain.wording.digests import opening
from store import coverage, customers, reporting
from store.work import Work

OUTSIDE = "outside "
KINDS = frozenset(
    {"beyond", "coverage", "owners", "chase", *(f"{OUTSIDE}{each}" for each in Outside)}
)


def opened(
    work: Work, now: datetime, reader: Teammate, scope: str, kind: str, page: lists.Page
) -> Message:
    owner = 0 if scope == "all" else reader.id
    match kind:
        case "beyond":
            return _beyond(work, now, reader, owner, page)
        case "owners" if owner == 0:
            return _owners(work, now, reader, page)
        case "chase":
            return _chase(work, now, owner, page)
        case "coverage" | "owners":
            return _shares(work, now, reader, scope, owner)
        case _:
            return _outside(work, now, reader, owner, Outside(kind.removeprefix(OUTSIDE)), page)


def _beyond(work: Work, now: datetime, reader: Teammate, owner: int, page: lists.Page) -> Message:
    covered = customers.coverage(work, now, owner or None)
    about = [
        lists.about(each, phrases.reached(each, now, reader.clock))
        for each in customers.beyond_care(work, now, owner or None, page.most)
    ]
    headline = line("💚 Waiting too long to hear from us")
    return lists.listed(headline, about, page, covered.waiting)


def _shares(work: Work, now: datetime, reader: Teammate, scope: str, owner: int) -> Message:
    """By rung, and whoever stands outside; for a manager the way to each owner's."""
    care = numbers.of(work, CareNumbers)
    today = now.astimezone(reader.clock).date()
    every = customers.coverage(work, now, owner or None)
    items = [
        Item(line=wording.share(f"{rung.capitalize()}s", it, care), actions=(_list(owner, rung),))
        for rung, it in coverage.by_rung(work, now, owner)
    ]
    if owner == 0:
        items.append(Item(line=line("👥 By owner"), actions=(opening("owners", scope, today),)))
    items += [
        Item(line=wording.outside(why, number), actions=(opening(OUTSIDE + why, scope, today),))
        for why, number in coverage.outside(work, owner)
    ]
    begun = coverage.begun(work, _since(work, now), owner)
    ways = (opening("chase", scope, today),) if begun.theirs else ()
    items.append(Item(line=wording.begun(begun, care), actions=ways))
    return Message(id="coverage", headline=wording.told(every, care), items=tuple(items))


def _owners(work: Work, now: datetime, reader: Teammate, page: lists.Page) -> Message:
    """Of those whose numbers the reader may see."""
    care = numbers.of(work, CareNumbers)
    reports = reporting.lines(work)
    counted = coverage.by_owner(work, now)
    shares = [it for it in counted if it[0] is None or reports.may_read(reader.id, it[0])]
    named = people.named(work, (id_ for id_, _ in shares))
    every = [
        Item(
            line=wording.share(named.get(id_ or 0) or "Nobody's", it, care),
            actions=(_list(id_),) if id_ else (),
        )
        for id_, it in shares
    ]
    return lists.paged(line("👥 Coverage by owner"), every, page, len(every), "owner")


def _chase(work: Work, now: datetime, owner: int, page: lists.Page) -> Message:
    care = numbers.of(work, CareNumbers)
    total, found = coverage.who_began(work, _since(work, now), owner, page.most)
    rows = [lists.about(customer, wording.begun(it, care)) for customer, it in found]
    return lists.listed(line("📣 Who had to turn to us"), rows, page, total)


def _outside(
    work: Work, now: datetime, reader: Teammate, owner: int, why: Outside, page: lists.Page
) -> Message:
    total = dict(coverage.outside(work, owner)).get(why, 0)
    found = coverage.who_is_outside(work, why, owner, page.most)
    rows = [lists.about(each, phrases.reached(each, now, reader.clock)) for each in found]
    return lists.listed(wording.outside(why, total), rows, page, total)


def _since(work: Work, now: datetime) -> datetime:
    return now - timedelta(days=numbers.of(work, CareNumbers).chase_days)


def _list(owner: int, rung: str = "any") -> Button:
    """Who of them waits."""
    return Button(action_id="list.turn", ref=f"{owner}:{rung}:{Standing.QUIET}", label="Open")
