"""What is shown of how satisfied customers are: on the card, in the digest, and by class."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from care import calendars, finding, numbers, people, readers
from care.feature import PlainCommand, Telling
from care.heed import allow
from domain import calendar
from domain.commands import Usage
from domain.customers import Customer
from domain.errors import Gone
from domain.facts import Facts
from domain.messages import Item, Line, Message, line
from domain.satisfaction import Level
from domain.teammates import Permission, Teammate
from domain.wording import lists
from domain.wording.digests import Asked
from domain.wording.lists import Page
from features.satisfaction import rows
from features.satisfaction import words as wording
from features.satisfaction.rules import (
    DOWN,
    NAME,
    UP,
    Improvement,
    Moved,
    Rating,
    SatisfactionNumbers,
    by_rung,
    ratings,
)
from store import customers
from store.work import Work

SHOWN = 20
"""Of what a customer said."""

MONTH = timedelta(days=30)
"""For so long it is told who moved."""

LISTED = "satisfaction.turn"


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    """What they said last, also where it is too old."""
    for last in ratings(facts)[-1:]:
        named = people.named(work, [last.by_id])
        told = wording.row(last, named, now, work.person.clock)
        is_old = last.ends_at(facts.number(SatisfactionNumbers)) <= now
        yield wording.on_card(facts.customer.id, told, last.level, is_old=is_old)
    for each in facts.of(Improvement):
        yield wording.improvement(each, now, work.person.clock)


def earlier(work: Work, now: datetime, customer_id: int) -> Message:
    """All that they said. Raises Gone."""
    reader = allow(work, Permission.SEE)
    customer = finding.need(work, customer_id)
    every = rows.of(work, customer_id, SHOWN)
    named = people.named(work, (each.by_id for each in every))
    told = [wording.row(each, named, now, reader.clock) for each in every]
    return wording.history(customer, told)


def typed(work: Work, now: datetime, words: str = "") -> Message:
    """The classes by rung, and who moved. Mine where I am no manager. Raises UnknownWords,
    ManagersOnly.
    """
    reader = allow(work, Permission.SEE)
    whose = None if reader.is_manager and not words else readers.list_of(work, NAME, words)
    if whose and whose.id != reader.id:
        raise readers.unknown(work, NAME, words)
    scope = "mine" if whose else "all"
    counted = by_rung((there.level, customer.rung) for there, customer in _in(work, now, scope))
    moved = [each for each, _ in _moved(work, now - MONTH, scope)]
    ways = {way: sum(each.way == way for each in moved) for way in (UP, DOWN)}
    return wording.classes(counted, ways, scope)


def opened(work: Work, now: datetime, level: str, rung: str, scope: str, page: int = 0) -> Message:
    """Who is in that class on that rung. Raises Gone."""
    allow(work, Permission.SEE)
    scope = scope if work.person.is_manager else "mine"
    if level not in set(Level):
        raise Gone
    found = [
        (customer, each)
        for each, customer in _in(work, now, scope)
        if (each.level, customer.rung) == (level, rung)
    ]
    told = _rows(work, now, found)
    headline = line(f"{wording.MARKS[Level(level)]} {level.capitalize()}, {rung}")
    where = Page(ref=f"{level}:{rung}:{scope}", number=page, action_id=LISTED)
    return lists.listed(headline, told, where)


def opened_moves(work: Work, now: datetime, way: str, scope: str, page: int = 0) -> Message:
    """Who moved that way in the last 30 days."""
    reader = allow(work, Permission.SEE)
    scope = scope if reader.is_manager else "mine"
    found = [each for each in _moved(work, now - MONTH, scope) if each[0].way == way]
    where = Page(ref=f"{way}:{scope}", number=page, action_id="satisfaction.moves.turn")
    return lists.listed(wording.moved_headline(way), _move_rows(work, now, found), where)


def in_digest(work: Work, now: datetime, reader: Teammate, asked: Asked) -> Sequence[Item]:
    """Who moved since the last working day, down first."""
    theirs = calendars.in_zone(work, reader.clock)
    day = theirs.last_working_day_before(theirs.day(now))
    found = _moved(work, calendar.midnight(day, reader.clock), asked.scope, reader)
    found.sort(key=lambda pair: pair[0].is_up)
    named = people.named(work, (each.rating.by_id for each, _ in found))
    return wording.in_digest(found, named, now, reader.clock, asked)


def opened_in_digest(
    work: Work, now: datetime, reader: Teammate, scope: str, page: Page
) -> Message:
    """The rows behind the digest's lines: those of the last 30 days."""
    found = _moved(work, now - MONTH, scope, reader)
    told = _move_rows(work, now, found, reader)
    return lists.listed(wording.moved_headline(""), told, page, noun="move")


def _move_rows(
    work: Work,
    now: datetime,
    found: Sequence[tuple[Moved, Customer]],
    reader: Teammate | None = None,
) -> list[tuple[Customer, Line]]:
    named = people.named(work, (each.rating.by_id for each, _ in found))
    zone = (reader or work.person).clock
    return [lists.about(customer, wording.move(each, named, now, zone)) for each, customer in found]


def _rows(
    work: Work, now: datetime, found: Sequence[tuple[Customer, Rating]]
) -> list[tuple[Customer, Line]]:
    named = people.named(work, (each.by_id for _, each in found))
    zone = work.person.clock
    return [lists.about(customer, wording.row(each, named, now, zone)) for customer, each in found]


def _in(work: Work, now: datetime, scope: str) -> list[tuple[Rating, Customer]]:
    """What counts of what each customer said last."""
    counts = numbers.of(work, SatisfactionNumbers)
    longest = max(map(counts.days, Level))
    every = [each for each in rows.last_since(work, now - longest) if each.ends_at(counts) > now]
    there = customers.by_ids(work, [each.customer_id for each in every])
    reader = work.person
    return [
        (each, there[each.customer_id])
        for each in every
        if each.customer_id in there
        and (scope == "all" or there[each.customer_id].owner_id == reader.id)
    ]


def _moved(
    work: Work, since: datetime, scope: str, reader: Teammate | None = None
) -> list[tuple[Moved, Customer]]:
    every = rows.moved_since(work, since)
    there = customers.by_ids(work, [each.rating.customer_id for each in every])
    whose = reader or work.person
    return [
        (each, there[each.rating.customer_id])
        for each in every
        if each.rating.customer_id in there
        and (scope == "all" or there[each.rating.customer_id].owner_id == whose.id)
    ]


CLASSES = PlainCommand(
    usage=Usage(
        name=NAME,
        example=NAME,
        does="see how satisfied customers are on each rung, and who moved up or down",
        rank=52,
        also=(f"{NAME} mine",),
        is_listed=False,
    ),
    act=typed,
    telling=Telling.OPTIONAL,
    changes=False,
)
