"""What is shown of who may leave us."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from care import loading
from domain.customers import Customer
from domain.facts import Facts
from domain.messages import Count, Item, Message, line
from domain.teammates import Teammate
from domain.wording import lists
from domain.wording.digests import Asked
from domain.wording.lists import Page
from features.lost.rules import lost
from features.risk import rows
from features.risk import words as wording
from features.risk.rules import Risk, risk
from store.work import Work

LATELY = timedelta(days=365)
"""What is older says nothing of today."""


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    there = None if lost(facts) else _now(facts, now)
    if there:
        yield wording.on_card(facts.customer, there, now, work.person.clock)


def in_digest(work: Work, now: datetime, reader: Teammate, asked: Asked) -> Sequence[Item]:
    return wording.in_digest(_in(work, now, reader, asked.scope), now, reader.clock, asked)


def opened(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    """The rows behind the digest's lines."""
    about = [
        lists.about(customer, wording.row(there, now, reader.clock))
        for there, customer in _in(work, now, reader, scope)
    ]
    return lists.listed(line("⚠️ At risk"), about, page)


def counted(work: Work, now: datetime, reader: Teammate, scope: str) -> Count:
    return Count(len(_in(work, now, reader, scope)), "at risk", "at risk")


def _in(work: Work, now: datetime, reader: Teammate, scope: str) -> list[tuple[Risk, Customer]]:
    found = [
        (there, loaded.customer)
        for loaded in loading.load(work, rows.maybe(work, now - LATELY)).values()
        if not loaded.is_gone and (scope == "all" or loaded.customer.owner_id == reader.id)
        if (there := _now(loaded.facts, now)) and not lost(loaded.facts)
    ]
    return sorted(found, key=lambda pair: pair[0].since, reverse=True)


def _now(facts: Facts, now: datetime) -> Risk | None:
    there = risk(facts)
    return there.as_of(now) if there else None
