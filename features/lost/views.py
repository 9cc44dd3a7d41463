"""What is shown of who is lost."""

from collections.abc import Iterable
from datetime import datetime

from domain.customers import Customer
from domain.facts import Facts
from domain.messages import Count, Item, Message, line
from domain.teammates import Teammate
from domain.wording import lists
from domain.wording.lists import Page
from features.lost import rows
from features.lost import words as wording
from features.lost.rules import Lost, lost
from store import customers
from store.work import Work


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    if gone := lost(facts):
        yield wording.on_card(gone, now, work.person.clock)


def counted(work: Work, now: datetime, reader: Teammate, scope: str) -> Count:
    del now
    return Count(len(_in(work, reader, scope)), "lost", "lost")


def opened(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    about = [
        lists.about(customer, wording.row(gone, now, reader.clock))
        for gone, customer in _in(work, reader, scope)
    ]
    return lists.listed(line("🍂 Lost"), about, page)


def _in(work: Work, reader: Teammate, scope: str) -> list[tuple[Lost, Customer]]:
    every = rows.all_open(work)
    there = customers.by_ids(work, [each.customer_id for each in every])
    return [
        (each, there[each.customer_id])
        for each in every
        if each.customer_id in there
        and (scope == "all" or there[each.customer_id].owner_id == reader.id)
    ]
