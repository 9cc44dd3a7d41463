"""What is shown of loans: their post, and their lines on card, receipt and digest."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from care import people, subject_lines
from domain.customers import Customer
from domain.facts import Facts
from domain.messages import Action, Item, Message, line
from domain.subjects import Subject
from domain.teammates import Teammate
from domain.touches import Touch
from domain.wording import lists
from domain.wording.digests import Asked
from domain.wording.lists import Page
from store import customers
from store.work import Work
from tests.features.example import rows, words
from tests.features.example.rules import KIND, Loan


def say(work: Work, now: datetime, loan_id: int) -> Message | None:
    loan = rows.by_id(work, loan_id)
    customer = customers.ever(work, loan.customer_id) if loan else None
    if loan is None or customer is None:
        return None
    more = subject_lines.of(work, now, Subject(kind=KIND, id=loan_id))
    return replace(words.post(loan, customer, people.whose(work, customer)), items=more)


def say_missed(work: Work, now: datetime, loan_id: int) -> Message | None:
    """None once it is back."""
    del now
    loan = rows.by_id(work, loan_id)
    customer = customers.by_id(work, loan.customer_id) if loan and loan.is_out else None
    return words.missed(loan, customer) if loan and customer else None


def is_over(work: Work, loan_id: int) -> bool:
    loan = rows.by_id(work, loan_id)
    return loan is None or not loan.is_out


def standing(work: Work, customer_id: int) -> Sequence[int]:
    return [each.id for each in rows.out_of(work, customer_id)]


def load(work: Work, customer_ids: Sequence[int]) -> Mapping[int, tuple[Loan, ...]]:
    every = rows.out_of(work, *customer_ids)
    return {id_: tuple(each for each in every if each.customer_id == id_) for id_ in customer_ids}


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    yield from words.on_card(facts.of(Loan), now, work.person.clock)
    yield from words.deposits(rows.deposits_of(work, facts.customer.id))


def beside(work: Work, now: datetime, loan_id: int) -> Iterable[Item]:
    """In the post of its subject: what they left for it."""
    del now
    loan = rows.by_id(work, loan_id)
    if loan:
        yield from words.deposits(rows.deposits_of(work, loan.customer_id))


def offer(work: Work, now: datetime, touch: Touch) -> Iterable[Action]:
    """On the receipt of any contact with somebody who has something of ours."""
    del now
    for loan in rows.out_of(work, touch.customer_id)[:1]:
        yield words.fetch(loan, "They gave it back")


def told(work: Work, now: datetime, touch: Touch) -> Iterable[Item]:
    """On the receipt of such a contact, below what was read."""
    every = rows.out_of(work, touch.customer_id)
    return words.on_card(every, now, work.person.clock)


def in_digest(work: Work, now: datetime, reader: Teammate, asked: Asked) -> Sequence[Item]:
    return tuple(words.in_digest(_out_in(work, reader, asked.scope), now, reader.clock))[
        : asked.most
    ]


def opened(work: Work, now: datetime, reader: Teammate, scope: str, page: Page) -> Message:
    """The rows behind the digest's lines."""
    about = [
        lists.about(customer, words.row(each, now, reader.clock))
        for each, customer in _out_in(work, reader, scope)
    ]
    return lists.listed(line("📦 Lent"), about, page, noun="loan")


def _out_in(work: Work, reader: Teammate, scope: str) -> list[tuple[Loan, Customer]]:
    every = rows.out(work)
    there = customers.by_ids(work, [each.customer_id for each in every])
    return [
        (each, there[each.customer_id])
        for each in every
        if each.customer_id in there
        and (scope == "all" or there[each.customer_id].owner_id == reader.id)
    ]
