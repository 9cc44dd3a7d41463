"""What is shown of promises: an offer on the receipt, lines on card and digest."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from care import people, readers
from care.feature import PlainCommand, Telling
from care.heed import allow
from domain.commands import Usage
from domain.customers import Customer
from domain.errors import Gone
from domain.facts import Facts
from domain.messages import Item, Message, line
from domain.teammates import Permission, Teammate
from domain.wording import lists
from domain.wording.digests import Asked
from domain.wording.lists import Page
from features.promises import rows
from features.promises import words as wording
from features.promises.play import waiting
from features.promises.rules import Outcome, Promise, days_early, outcome
from store import customers, teammates
from store.work import Work

LATELY = timedelta(days=90)
"""For so long promises are counted."""

PROMISES = "promises"


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    return wording.on_card(waiting(facts), now, work.person.clock)


def show(work: Work, now: datetime, promise_id: int) -> Message:
    """One of them in full. Raises Gone."""
    reader = allow(work, Permission.SEE)
    promise = rows.by_id(work, promise_id)
    customer = customers.by_id(work, promise.customer_id) if promise else None
    if promise is None or customer is None:
        raise Gone
    by = people.named(work, [promise.made_by_id]).get(promise.made_by_id or 0)
    return wording.opened(promise, customer, by, now, reader.clock)


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """How many were kept, moved in time or late, by whoever promised. Mine where I am no manager.
    Raises UnknownWords, ManagersOnly.
    """
    reader = allow(work, Permission.SEE)
    is_all = reader.is_manager and not words
    whose = None if is_all else readers.list_of(work, PROMISES, words)
    told: dict[int, list[Promise]] = defaultdict(list)
    for each in rows.made_since(work, now - LATELY):
        if each.made_by_id and outcome(each, now) and (is_all or _is_of(each, whose)):
            told[each.made_by_id].append(each)
    names = people.named(work, told)
    every = [(names[id_].name, id_, _tally(of, now), _early(of)) for id_, of in told.items()]
    if len(every) > 1:
        team = [each for of in told.values() for each in of]
        every = [("The team", 0, _tally(team, now), _early(team)), *sorted(every)]
    return wording.counted(every, whose.id if whose else 0, LATELY.days)


def _is_of(promise: Promise, whose: Teammate | None) -> bool:
    return whose is None or promise.made_by_id == whose.id


def _tally(of: Sequence[Promise], now: datetime) -> dict[Outcome, int]:
    counted = Counter(outcome(each, now) for each in of)
    return {each: counted[each] for each in Outcome if counted[each]}


def _early(of: Sequence[Promise]) -> int:
    return sum(bool(each.kept_at and days_early(each, each.kept_at)) for each in of)


def opened_of(work: Work, now: datetime, whose: int, became: str, number: int = 0) -> Message:
    """The rows behind a number; 0 for the team's. Raises Gone, ManagersOnly."""
    reader = allow(work, Permission.SEE)
    mate = teammates.by_id(work, whose) if whose else None
    if mate is None:
        readers.allow_others(work, PROMISES)
    elif mate.id != reader.id:
        readers.allow_of(work, PROMISES, mate)
    found = [
        each
        for each in rows.made_since(work, now - LATELY)
        if outcome(each, now) == became and (not whose or each.made_by_id == whose)
    ]
    there = customers.by_ids(work, [each.customer_id for each in found])
    named = people.named(work, (each.made_by_id for each in found))
    about = [
        lists.about(
            there[each.customer_id],
            wording.row_of(each, named.get(each.made_by_id or 0), now, reader.clock),
        )
        for each in found
        if each.customer_id in there
    ]
    page = Page(ref=f"{whose}:{became}", number=number, action_id="promise.of.turn")
    return lists.listed(line(f"🤝 Promises: {became}"), about, page, noun="promise")


def in_digest(work: Work, now: datetime, reader: Teammate, asked: Asked) -> Sequence[Item]:
    """What is for today, and what is over."""
    today = now.astimezone(reader.clock).date()
    found = [
        (each, customer)
        for each, customer in _open_in(work, reader, asked.scope)
        if each.at.astimezone(reader.clock).date() <= today
    ]
    return wording.in_digest(found, now, reader.clock, asked)


def opened(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    """The rows behind the digest's lines."""
    about = [
        lists.about(customer, wording.row(each, now, reader.clock))
        for each, customer in _open_in(work, reader, scope)
    ]
    return lists.listed(line("🤝 Promises"), about, page, noun="promise")


COUNTED = PlainCommand(
    usage=Usage(
        name=PROMISES,
        example=PROMISES,
        does="see how many promises were kept, moved in time, late or not kept",
        rank=48,
        also=(f"{PROMISES} mine", f"{PROMISES} ana"),
        is_listed=False,
    ),
    act=typed,
    telling=Telling.OPTIONAL,
    changes=False,
)


def _open_in(work: Work, reader: Teammate, scope: str) -> list[tuple[Promise, Customer]]:
    every = rows.all_waiting(work)
    there = customers.by_ids(work, [each.customer_id for each in every])
    return [
        (each, there[each.customer_id])
        for each in every
        if each.customer_id in there
        and (scope == "all" or there[each.customer_id].owner_id == reader.id)
    ]
