"""No customer is without an owner for longer than a working day unless somebody is asked."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from care import actions, calendars, direct_messages, people, scenes
from care.heed import allow
from domain.errors import Gone, Over
from domain.messages import Message
from domain.teammates import Permission
from domain.wording import ownerless as wording
from domain.wording import receipts
from store import actions as store_actions
from store import (
    alarms,
    customers,
    handing_over,
    installations,
    places,
    posts,
    standing_actions,
    tables,
    teammates,
)
from store.actions import Action
from store.work import Work

KIND = "without owner"
"""The alarm, the action by which it was asked, and what the post is about."""

TAKEN = "take on"
"""On the trail: that somebody has them now."""

AGAIN = timedelta(days=7)
"""So long nobody is asked about the same customer once more."""

LATER = timedelta(hours=1)
"""The day's own reminders come first."""

MANY = 5000
FIRST = 5


def plan_next(work: Work, now: datetime) -> None:
    """The next working morning, unless one is planned already."""
    if not alarms.is_set(work, KIND, work.workspace_id):
        theirs = calendars.in_zone(work, ZoneInfo(installations.zone(work)))
        alarms.put(work, KIND, work.workspace_id, theirs.next_morning(now) + LATER)


def ring(work: Work, now: datetime, workspace_id: int) -> None:
    """One question about all whom nobody was asked about lately."""
    del workspace_id
    plan_next(work, now)
    asked = {id_ for each in _asked(work, now) for _, id_ in each.touched()}
    _, found = customers.nobodys(work, MANY)
    fresh = [each.id for each in found if each.id not in asked]
    if not fresh:
        return
    for customer_id in fresh:
        work.mention(tables.Customer, customer_id)
    _ask(work, now, store_actions.write(work, KIND, now))


def _ask(work: Work, now: datetime, action_id: int) -> None:
    """In the one channel that there is, else the managers, else wherever reminders are posted."""
    open_, lead = places.open_(work), teammates.managers(work)
    if lead and len(open_) != 1:
        for each in lead:
            direct_messages.tell(work, now, each.id, KIND, action_id)
        return
    for place in open_:
        posts.want(work.at(place.installation_id), KIND, action_id, place.place, now)


def _asked(work: Work, now: datetime) -> Sequence[Action]:
    return standing_actions.called(work, KIND, now - AGAIN)


def say(work: Work, now: datetime, action_id: int) -> Message | None:
    """Whoever has nobody still, as of now."""
    del now
    action = store_actions.by_id(work, action_id)
    if action is None:
        return None
    ids = {id_ for _, id_ in action.touched()}
    _, found = customers.nobodys(work, MANY)
    left = [each.id for each in found if each.id in ids]
    return wording.ask(action_id, len(left), handing_over.first_of(work, left, FIRST))


def take(work: Work, now: datetime, action_id: int, customer_id: int) -> Message:
    """Raises Gone, and Over where somebody has them by now."""
    person = allow(work, Permission.ACT)
    customer = customers.lock(work, customer_id)
    if customer is None:
        raise Gone
    if owner := people.owner(work, customer):
        who = "You have" if owner.id == person.id else f"{owner.name} has"
        raise Over(f"{who} {customer.name} already.")
    customers.change(work, customer_id, owner_id=person.id)
    closed = actions.record(work, now, TAKEN, customer_id)
    posts.show_anew(work, KIND, action_id)
    after = receipts.changes(closed.outcome, scenes.mine(work, now, customer))
    return receipts.told(wording.yours(customer), tuple(after), receipts.undo(closed.action_id))


def look_anew(work: Work, done: Action) -> None:
    """It was taken back."""
    if done.name == TAKEN:
        for each in _asked(work, done.at):
            posts.show_anew(work, KIND, each.id)
