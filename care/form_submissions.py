"""Forms that were filled in: read, done, or given back with what is wrong at which field."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from care import calendars, customers, finding, loading, nudges, touches
from care.heed import allow
from domain import calendar
from domain.customers import Customer
from domain.errors import Gone, HeedError, Misfilled
from domain.forms import NEW, Filled, number
from domain.messages import Message
from domain.newcomers import Newcomer
from domain.teammates import Permission
from domain.touches import Direction, Kind, Sign
from domain.wording.receipts import Receipt
from store import customers as store_customers
from store.work import Work

E = TypeVar("E", bound=StrEnum)

FARTHEST = timedelta(days=366)
"""A reminder put off for longer than a year is one that nobody wants."""

SKEW = timedelta(minutes=5)
"""The platform's clock may be ahead of ours: a message that has just come is not to come."""


def log(work: Work, now: datetime, filled: Filled) -> Receipt:
    """What was left open is read from the words."""
    allow(work, Permission.LOG)
    if not filled.one("words") and not filled.one("kind"):
        raise Misfilled({"words": "Say in a few words what happened, or choose how it was."})
    given = _given(work, now, filled)
    held = loading.hold_one(work, customer(work, now, filled).id)
    words, people = filled.one("words"), held.facts.contacts
    is_theirs = bool(filled.carried) and given.get("direction") is Direction.THEIRS
    read = touches.read(work, now, held.customer, words, people, theirs=is_theirs)
    touch = replace(read, **given)
    return touches.keep(work, now, held, replace(touch, link=filled.carried))


def change(work: Work, now: datetime, touch_id: int, logged_by: int, filled: Filled) -> Receipt:
    """`logged_by` is the action that logged it."""
    given = {"signs": frozenset[Sign]()} | _given(work, now, filled)
    if "words" in filled.values:
        given["words"] = filled.one("words")
    return touches.correct(work, now, touch_id, logged_by, **given)


def later(work: Work, now: datetime, nudge_id: int, filled: Filled) -> Message:
    """Back on the morning of that day, on the clock of whoever asks."""
    clock = work.person.clock
    try:
        day = date.fromisoformat(filled.one("day"))
    except ValueError:
        raise Misfilled({"day": "Choose a day."}) from None
    today = now.astimezone(clock).date()
    if not today < day < today + FARTHEST:
        raise Misfilled({"day": "Choose a day that is to come, within a year."})
    back = calendars.mine(work).morning_of(calendar.midnight(day, clock))
    return nudges.later(work, now, nudge_id, back.isoformat(), filled.one("reason"))


def waive(work: Work, now: datetime, nudge_id: int, filled: Filled) -> Message:
    reason = " – ".join(filter(None, (filled.one("reason"), filled.one("words"))))
    return nudges.waive(work, now, nudge_id, reason)


def customer(work: Work, now: datetime, filled: Filled) -> Customer:
    """The one chosen, or a new one of that name, who is the typer's."""
    chosen = filled.one("customer")
    if chosen.startswith(NEW):
        return _created(work, now, chosen.removeprefix(NEW))
    customer_id = number(chosen)
    if customer_id is None:
        raise Misfilled({"customer": "Choose a customer."})
    found = store_customers.by_id(work, customer_id)
    if found is None:
        raise Misfilled({"customer": Gone()})
    return found


def _created(work: Work, now: datetime, name: str) -> Customer:
    try:
        added = customers.add(work, now, Newcomer(name=name), owner_id=work.person.id)
    except HeedError as error:
        raise Misfilled({"customer": error}) from None
    return finding.need(work, added)


def _given(work: Work, now: datetime, filled: Filled) -> dict[str, Any]:
    """What was chosen rather than left open."""
    given: dict[str, Any] = {}
    if kind := filled.one("kind"):
        given["kind"] = _chosen(Kind, "kind", kind)
    if direction := filled.one("direction"):
        given["direction"] = _chosen(Direction, "direction", direction)
    if signs := filled.many("signs"):
        given["signs"] = frozenset(_chosen(Sign, "signs", each) for each in signs)
    if when := filled.one("when"):
        given["at"] = _moment(work, now, when)
    return given


def _chosen(kinds: type[E], field: str, value: str) -> E:
    """One that was offered; forms of an earlier version may offer others."""
    try:
        return kinds(value)
    except ValueError:
        raise Misfilled({field: "Choose one of those that are offered."}) from None


def _moment(work: Work, now: datetime, when: str) -> datetime:
    try:
        at = datetime.fromisoformat(when)
    except ValueError:
        raise Misfilled({"when": "Choose a day and a time."}) from None
    at = at if at.tzinfo else at.replace(tzinfo=work.person.clock)
    if at > now + SKEW:
        raise Misfilled({"when": "That is still to come: log it once it has happened."})
    return min(at, now)
