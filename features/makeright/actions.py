"""Something is given to make a complaint right: at once within the limits, else once agreed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from care import actions, calendars, direct_messages, finding, loading, managers, numbers, people
from care.feature import Command, Said
from care.heed import allow
from domain.calendar import midnight
from domain.commands import Usage
from domain.currency import MoneyNumbers
from domain.customers import Customer
from domain.errors import Gone, NotUnderstood, Over
from domain.messages import Line, Message, items
from domain.teammates import Permission, Teammate
from domain.wording import receipts
from features.complaints.rules import Complaint
from features.makeright import rows, rules
from features.makeright import words as wording
from features.makeright.rules import (
    ABOUT,
    ANSWERED,
    ASKED,
    NAME,
    TABLE,
    WAITS,
    Gift,
    MakeRightNumbers,
    Status,
)
from store import alarms, customers, posts, teammates
from store.work import Change, Work

GIVE, ASK, DECIDE = "make right", "ask to make right", "decide what is given"
UNDO = {
    GIVE: "what you gave to make it right",
    ASK: "that you asked to make it right",
    DECIDE: "your answer to what was asked",
}
"""How each is called when it is taken back."""


def make_right(work: Work, now: datetime, customer: Customer, said: Said) -> Message:
    """Raises NotUnderstood, and Over where nothing is open. Two at the same moment are one after
    the other: the customer is held, and then the rep.
    """
    amount, words = rules.read(said.words, numbers.chosen(work))
    customer = finding.hold(work, customer.id)
    complaint, about = _newest(work, customer)
    person = work.person
    rows.lock_rep(work, person.id)
    limits = numbers.of(work, MakeRightNumbers)
    gift = Gift(
        id=0,
        customer_id=customer.id,
        complaint_id=complaint.id,
        amount=amount,
        currency=numbers.of(work, MoneyNumbers).currency,
        words=words,
        status=Status.GIVEN,
        at=now,
        by_id=person.id,
    )
    month = rows.of_rep(work, person.id, *_month(now, person))
    if rules.is_within(amount, rows.of_complaint(work, complaint.id), month, limits):
        rows.add(work, gift)
        told = _closed(work, now, GIVE, gift, wording.given(gift, customer.name))
    else:
        told = _ask(work, now, replace(gift, status=Status.ASKED), customer)
    return replace(told, items=(*items(*about), *told.items))


def _newest(work: Work, customer: Customer) -> tuple[Complaint, tuple[Line, ...]]:
    """With a line that says which one it is, of several."""
    opened = [each for each in loading.need(work, customer.id).facts.of(Complaint) if each.is_open]
    if not opened:
        raise Over(f"{customer.name} has no open complaint: open it first, and then make it right.")
    newest = max(opened, key=lambda each: each.id)
    return newest, (wording.of_several(newest),) if len(opened) > 1 else ()


def _month(now: datetime, person: Teammate) -> tuple[datetime, datetime]:
    """On the clock of whoever gives."""
    first = now.astimezone(person.clock).date().replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return midnight(first, person.clock), midnight(after, person.clock)


def _ask(work: Work, now: datetime, gift: Gift, customer: Customer) -> Message:
    """Their own manager, or all; where there is no other, it is theirs to decide."""
    person = work.person
    asked = [each for each in managers.of_teammate(work, person) if each.id != person.id]
    asked = asked or [each for each in teammates.managers(work) if each.id != person.id]
    if not asked and person.is_manager:
        made = replace(gift, status=Status.AGREED, decided_by_id=person.id, decided_at=now)
        rows.add(work, made)
        return _closed(work, now, GIVE, made, wording.given(made, customer.name))
    if not asked:
        raise NotUnderstood("There is no manager here to be asked: nothing was noted.")
    gift = replace(gift, id=rows.add(work, gift))
    by = _answered_by(work, gift)
    for manager in asked:
        direct_messages.tell(work, now, manager.id, ASKED, gift.id, customer.id)
    told = wording.asked(gift, customer.name, by, person.clock)
    return _closed(work, now, ASK, gift, told)


def _closed(work: Work, now: datetime, name: str, gift: Gift, headline: Line) -> Message:
    done = actions.record(work, now, name, gift.customer_id)
    return receipts.told(headline, (), receipts.undo(done.action_id))


def agree(work: Work, now: datetime, gift_id: int) -> Message:
    return _decide(work, now, gift_id, Status.AGREED)


def refuse(work: Work, now: datetime, gift_id: int) -> Message:
    return _decide(work, now, gift_id, Status.REFUSED)


def _decide(work: Work, now: datetime, gift_id: int, status: Status) -> Message:
    """By a manager, and not by whoever asked. Raises Gone, Over."""
    person = allow(work, Permission.ACT)
    if not person.is_manager:
        raise Over("That is for a manager to decide, and nothing was changed.")
    customer = finding.hold(work, need(work, gift_id).customer_id)
    gift = need(work, gift_id)
    if not gift.waits:
        raise Over(f"{people.name(work, gift.decided_by_id)} has decided that already.")
    if gift.by_id == person.id:
        raise Over("Somebody else has to decide what you have asked for.")
    rows.decide(work, gift_id, status, person.id, now)
    decided = need(work, gift_id)
    told = _closed(
        work,
        now,
        DECIDE,
        decided,
        wording.answer(decided, customer.name, people.named(work, [person.id])).headline,
    )
    direct_messages.tell(work, now, gift.by_id, ANSWERED, gift_id, customer.id)
    return told


def need(work: Work, gift_id: int) -> Gift:
    """Raises Gone."""
    gift = rows.by_id(work, gift_id)
    if gift is None or gift.is_withdrawn:
        raise Gone
    return gift


def follow(work: Work, now: datetime, customer_id: int, changes: Sequence[Change]) -> None:
    """It is told wherever it stands, and as long as it waits its clock runs."""
    del now, customer_id
    for gift_id in sorted({each.id for each in changes if each.table == TABLE}):
        gift = rows.by_id(work, gift_id)
        if gift and gift.waits:
            alarms.put(work, WAITS, gift_id, _answered_by(work, gift))
        else:
            alarms.clear(work, WAITS, gift_id)
        if gift:
            posts.show_anew(work, ABOUT, gift.complaint_id)
            posts.show_anew(work, ASKED, gift_id)


def _answered_by(work: Work, gift: Gift) -> datetime:
    """On the clock of whoever asked."""
    asker = teammates.by_id(work, gift.by_id)
    own = calendars.of_teammate(work, asker) if asker else calendars.mine(work)
    return own.after_hours(gift.at, numbers.of(work, MakeRightNumbers).answer_hours)


def remind(work: Work, now: datetime, gift_id: int) -> None:
    """Nobody has decided in time: all managers are asked, and whoever waits hears of it."""
    gift = rows.by_id(work, gift_id)
    if gift is None or not gift.waits or customers.by_id(work, gift.customer_id) is None:
        return
    for manager in teammates.managers(work):
        if manager.id != gift.by_id:
            direct_messages.tell(work, now, manager.id, ASKED, gift.id, gift.customer_id)
    direct_messages.tell(work, now, gift.by_id, ANSWERED, gift.id, gift.customer_id)


COMMANDS = (
    Command(
        usage=Usage(
            name=NAME,
            example="makeright Acme 30 free delivery",
            does="give something to make a complaint right",
            rank=41,
            is_listed=False,
        ),
        needs=Permission.ACT,
        act=make_right,
        may_create=False,
    ),
)
