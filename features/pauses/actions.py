"""Left alone for a while, or for good: what we would begin is silent, what they begin never is."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from care import actions, calendars, dates, finding, scenes
from care.feature import Command, Said, Telling
from care.heed import allow
from domain.calendar import midnight
from domain.commands import Usage
from domain.customers import Customer
from domain.errors import NotUnderstood, Over
from domain.facts import Facts
from domain.messages import Item, Line, Message
from domain.teammates import Permission
from domain.wording import receipts
from features.pauses import rules, words
from store import alarms, customers
from store.work import Change, Work

PAUSE, LEAVE, RESUME, ENDED = "pause", "leave alone", "resume", "pause ended"
UNDO = {
    PAUSE: "the pause",
    LEAVE: "that they are not contacted",
    RESUME: "that reminders come again",
    ENDED: "the end of the pause",
}
"""How each is called when it is taken back."""

HOW = "Say until when, at most two years ahead: “pause {} until 3 May because they move house”."
WATCHED = {"paused_until", "gone"}
"""Columns on which the alarm depends: it rests while the customer is deleted."""


def pause(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    """Until the morning of that day. Raises NotUnderstood, Over."""
    customer = finding.hold(work, customer.id)
    if customer.no_contact_since:
        raise Over(f"{customer.name} asked not to be contacted: resume them first.")
    zone = calendars.of(work, customer).zone
    order = dates.month_first(work, said.words)
    until = rules.until(said.words, said.at, zone, month_first=order)
    if until is None:
        raise NotUnderstood(HOW.format(customer.name))
    ends = midnight(until.day, zone)
    customers.change(work, customer.id, paused_until=ends, silent_because=until.why)
    headline = words.paused(customer, ends, now, work.person.clock)
    return _told(work, now, PAUSE, customer, headline, words.because(until.why))


def stop(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    """They do not want to hear from us. Raises Over."""
    customer = finding.hold(work, customer.id)
    why = rules.why(said.words)
    if customer.no_contact_since and why in {"", customer.silent_because}:
        raise Over(f"{customer.name} is not contacted already.")
    customers.change(
        work,
        customer.id,
        no_contact_since=customer.no_contact_since or now,
        paused_until=None,
        silent_because=why,
    )
    headline = words.not_contacted(customer)
    return _told(work, now, LEAVE, customer, headline, words.because(why))


def resume(work: Work, now: datetime, customer: Customer, _: Said | None = None) -> Message:
    """Raises Over."""
    customer = finding.hold(work, customer.id)
    if not (customer.paused_until or customer.no_contact_since):
        raise Over(f"{customer.name} is not paused: reminders come as always.")
    _begin_again(work, now, customer)
    return _told(work, now, RESUME, customer, words.resumed(customer), ())


def press(work: Work, now: datetime, customer_id: int) -> Message:
    allow(work, Permission.EDIT)
    return resume(work, now, finding.need(work, customer_id))


def end(work: Work, now: datetime, customer_id: int) -> None:
    """Its day has come."""
    customer = customers.lock(work, customer_id)
    if customer and customer.paused_until and customer.paused_until <= now:
        _begin_again(work, now, customer)
        actions.record(work, now, ENDED, customer_id)


def _begin_again(work: Work, now: datetime, customer: Customer) -> None:
    """What was silent meanwhile is not late when it speaks: it begins with the next morning."""
    customers.change(
        work,
        customer.id,
        paused_until=None,
        no_contact_since=None,
        silent_because="",
        eased_until=max(now, customer.eased_until),
    )


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """The alarm is set as the row says, also after an undo."""
    del now, customer_id
    noted = [it for it in changes if it.table == "customer" and WATCHED & {*(it.before or ())}]
    for id_ in sorted({each.id for each in noted}):
        customer = customers.by_id(work, id_)
        if customer and customer.paused_until:
            alarms.put(work, rules.OVER, id_, customer.paused_until)
        else:
            alarms.clear(work, rules.OVER, id_)


def on_card(work: Work, now: datetime, facts: Facts) -> Iterable[Item]:
    return words.on_card(facts.customer, now, work.person.clock)


def _told(
    work: Work,
    now: datetime,
    name: str,
    customer: Customer,
    headline: Line,
    facts: tuple[Line, ...],
) -> Message:
    closed = actions.record(work, now, name, customer.id)
    kept = () if name == RESUME else (words.KEPT,)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    return receipts.told(headline, (*facts, *kept, *after), receipts.undo(closed.action_id))


COMMANDS = (
    Command(
        usage=Usage(
            name="pause",
            example="pause Acme until 3 May because they move house",
            does="let reminders rest that we would begin",
            rank=61,
            is_listed=False,
        ),
        needs=Permission.EDIT,
        act=pause,
        may_create=False,
    ),
    Command(
        usage=Usage(
            name="do-not-contact",
            example="do-not-contact Acme because they asked us to stop",
            does="note that somebody doesn't want to hear from us",
            rank=62,
            is_listed=False,
        ),
        needs=Permission.EDIT,
        act=stop,
        telling=Telling.OPTIONAL,
        may_create=False,
    ),
    Command(
        usage=Usage(
            name="resume",
            example="resume Acme",
            does="have reminders again after a pause",
            rank=63,
            is_listed=False,
        ),
        needs=Permission.EDIT,
        act=resume,
        telling=Telling.NOTHING,
        may_create=False,
    ),
)
