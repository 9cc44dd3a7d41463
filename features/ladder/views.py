"""What is shown of the ladder: who moved, and how all stand on it."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from care import readers
from care.feature import PlainCommand, Telling
from care.heed import allow
from care.registry import registry
from domain import calendar
from domain.commands import Usage
from domain.customers import Customer
from domain.facts import Facts
from domain.messages import Count, Item, Message, line
from domain.teammates import Permission, Teammate
from domain.wording import lists
from domain.wording.lists import Page
from features.ladder import rows
from features.ladder import words as wording
from features.ladder.rules import Move
from store import customers
from store.work import Work

ON_CARD = 2


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    """The last moves."""
    moves = rows.latest(work, facts.customer.id, ON_CARD)
    return wording.on_card(moves, now, work.person.clock)


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """Mine where I am no manager. Raises UnknownWords, ManagersOnly."""
    reader = allow(work, Permission.SEE)
    whose = None if reader.is_manager and not words else readers.list_of(work, "ladder", words)
    if whose and whose.id != reader.id:
        raise readers.unknown(work, "ladder", words)
    scope, today = "mine" if whose else "all", now.astimezone(reader.clock).date()
    came = Counter(move.to_rung for move, _ in _moved(work, now, reader, scope))
    beside = [
        wording.beside(kind, section.counted(work, now, reader, scope), scope, today)
        for kind, section in registry(work).sections.items()
        if section.counted
    ]
    on = rows.on_rungs(work, whose.id if whose else None)
    return wording.ladder(on, came, beside, whose.id if whose else 0)


def counted(work: Work, now: datetime, reader: Teammate, scope: str) -> Count:
    moved = {customer.id for _, customer in _moved(work, now, reader, scope)}
    return Count(len(moved), "moved this month", "moved this month")


def opened(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    """Who moved this month, the last first."""
    about = [
        lists.about(customer, wording.row(move, now, reader.clock))
        for move, customer in _moved(work, now, reader, scope)
    ]
    return lists.listed(line("🪜 Moved this month"), about, page, noun="move")


def _moved(work: Work, now: datetime, reader: Teammate, scope: str) -> list[tuple[Move, Customer]]:
    first = now.astimezone(reader.clock).date().replace(day=1)
    every = rows.moved_since(work, calendar.midnight(first, reader.clock))
    there = customers.by_ids(work, [each.customer_id for each in every])
    return [
        (each, there[each.customer_id])
        for each in every
        if each.customer_id in there
        and (scope == "all" or there[each.customer_id].owner_id == reader.id)
    ]


LADDER = PlainCommand(
    usage=Usage(
        name="ladder",
        example="ladder",
        does="see how many stand on each rung, who moved, who is at risk or lost",
        rank=71,
        also=("ladder mine",),
        is_listed=False,
    ),
    act=typed,
    telling=Telling.OPTIONAL,
    changes=False,
)
