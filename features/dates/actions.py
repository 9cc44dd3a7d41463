"""Dates that matter: noted with what they are, and removed again."""

import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from care import actions, calendars, dates, finding, numbers, scenes
from care.feature import Command, Said
from care.heed import allow
from domain import quotes, typed_days
from domain.commands import Usage
from domain.customers import Contact, Customer, mentioned
from domain.errors import Gone, NotUnderstood, Over
from domain.lengths import NAME as LONGEST
from domain.messages import Message
from domain.teammates import Permission
from domain.wording import receipts
from features.dates import rows
from features.dates import words as wording
from features.dates.rules import Dated, RememberNumbers, Sort
from store import customers
from store.work import Work

ADD, REMOVE = "note date", "remove date"
UNDO = {ADD: "the date you noted", REMOVE: "that a date was removed"}
"""How each is called when it is taken back."""

HOW = "Say what it is, and its day: “date {0} renewal 3 May”, “date {0} birthday Rosa 12 June”."
PAST = "{} is past: leave the year out where it comes each year."
_SORTS = {
    Sort.BIRTHDAY: r"birthday|b-?day",
    Sort.ANNIVERSARY: r"anniversary",
    Sort.RENEWAL: r"(?:contract )?(?:renewal|renews)",
    Sort.REVIEW: r"(?:business |quarterly |yearly |annual )?review|qbr",
}
_JOINTS = re.compile(r"['’]s?$|^(?:of|for|with|from|is)\s+|\s+(?:is|on|of|in)$", re.IGNORECASE)


def add(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    """Raises NotUnderstood, Over."""
    customer = finding.hold(work, customer.id)
    order = dates.month_first(work, said.words)
    people = customers.contacts(work, customer.id)
    dated = read(said.words, customer, people, now, month_first=order)
    zone = ZoneInfo(customer.zone) if customer.zone else calendars.of(work, customer).zone
    today = now.astimezone(zone).date()
    day = next(dated.days(today), None)
    if day is None:
        raise NotUnderstood(PAST.format(f"{dated.day}.{dated.month}.{dated.year}"))
    marks = (dated.sort, dated.called.casefold(), dated.month, dated.day)
    for known in rows.of(work, customer.id):
        if marks == (known.sort, known.called.casefold(), known.month, known.day):
            raise Over("That is noted already: I'll ask in time.")
    rows.add(work, replace(dated, added_by_id=work.person.id))
    closed = actions.record(work, now, ADD, customer.id)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    asked = wording.when(dated, numbers.of(work, RememberNumbers))
    headline = wording.noted(customer, dated, day, today)
    return receipts.told(headline, (asked, *after), receipts.undo(closed.action_id))


def read(
    words: str,
    customer: Customer,
    people: tuple[Contact, ...],
    now: datetime,
    *,
    month_first: bool = False,
) -> Dated:
    """What is left besides the day and what it is, is whose it is. Raises NotUnderstood."""
    found = typed_days.find(words, month_first=month_first)
    if found is None:
        raise NotUnderstood(HOW.format(customer.name))
    rest = f"{words[: found.span[0]].strip()} {words[found.span[1] :].strip()}".strip()
    sort, called = _sorted(rest)
    whose = mentioned(people, called) if sort is Sort.BIRTHDAY and called else None
    called = whose.name if whose else called
    if (sort is Sort.OTHER and not called) or len(called) > LONGEST:
        raise NotUnderstood(HOW.format(customer.name))
    return Dated(
        id=0,
        customer_id=customer.id,
        sort=sort,
        called=called,
        month=found.month,
        day=found.day,
        year=found.year,
        added_at=now,
    )


def _sorted(words: str) -> tuple[Sort, str]:
    for sort, pattern in _SORTS.items():
        if said := re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE):
            before, behind = words[: said.start()], words[said.end() :]
            return sort, _plain(f"{_plain(before)} {_plain(behind)}")
    return Sort.OTHER, _plain(words)


def _plain(words: str) -> str:
    """Without what only joins it to the day."""
    words = quotes.off(words.strip(" ,;:.-–—"))
    return _JOINTS.sub("", words).strip()


def remove(work: Work, now: datetime, dated_id: int) -> Message:
    """Raises Gone."""
    allow(work, Permission.EDIT)
    known = rows.by_id(work, dated_id)
    if known is None:
        raise Gone
    customer = finding.hold(work, known.customer_id)
    rows.remove(work, dated_id)
    closed = actions.record(work, now, REMOVE, customer.id)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    headline = wording.removed(customer, known)
    return receipts.told(headline, tuple(after), receipts.undo(closed.action_id))


COMMANDS = (
    Command(
        usage=Usage(
            name="date",
            example="date Acme renewal 3 May",
            also=("date Acme birthday Rosa 12 June",),
            does="be asked for a word on a day that matters to them",
            rank=48,
            is_listed=False,
        ),
        needs=Permission.EDIT,
        act=add,
        may_create=False,
    ),
)
