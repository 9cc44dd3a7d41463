"""Where and when reminders are asked for: many at once, as much as each channel's day holds."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from care import answering, direct_messages, joining, numbers, planning, plans
from care.candidates import Candidate, candidates
from care.registry import registry
from care.rooms import Room
from domain.attention_numbers import AttentionNumbers, Place
from domain.calendar import Calendar
from domain.customers import Customer
from domain.nudges import Nudge
from domain.precedence import Need
from store import nudge_posts, nudges, posts, refusals
from store.work import Work


def ask_all(work: Work, now: datetime, due: Sequence[tuple[Nudge, Customer]]) -> None:
    """In this order, as long as there is room; what is not asked for now waits for its moment."""
    found = candidates(work, due)
    there = [each for each in found if not _waits(work, now, each)]
    ready = joining.sort(work, now, there)
    room = Room(work, now, ready.asked)
    asked = [
        each
        for each in ready.asked  # what takes the place of another that stands is no new one
        if each.place and (ready.shown.get(each.nudge.id) or room.take(each))
    ]
    late = [each for each in ready.asked if each not in asked]
    for each in (*late, *ready.behind(late), *ready.held):
        _hold_back(work, each, each.calendar.next_morning(now))
    _ask_anew(work, now, [each for each in asked if each.known or each.nudge.subject])
    _ask_new(work, now, [each for each in asked if not (each.known or each.nudge.subject)])
    joining.join(work, now, ready, asked)


def _waits(work: Work, now: datetime, asked: Candidate) -> bool:
    """For working time, for a channel; or it is asked elsewhere."""
    nudge, calendar = asked.nudge, asked.calendar
    if not (calendar.is_working(now) or _comes_at_any_hour(work, asked)):
        next_chance = calendar.morning if asked.is_routine else calendar.next_working
        _hold_back(work, asked, next_chance(now))
        return True
    if asked.place is None and tells(work, nudge):
        _ask_nowhere(work, now, asked)
        return True
    if asked.place is None:
        return False
    if _goes_to_its_owner(work, now, asked):
        return True
    return _is_asked_in_private(work, now, asked, asked.place.place)


def _comes_at_any_hour(work: Work, asked: Candidate) -> bool:
    """A promise at its own moment; a severe complaint's step where a setting says so."""
    if not asked.breaks_through:
        return False
    is_promise = registry(work).plays.need(asked.nudge) is Need.PROMISE
    is_severe = bool(asked.nudge.about.get("is_severe"))
    at_any_hour = numbers.of(work, AttentionNumbers).complaints_at_any_hour
    return is_promise or (is_severe and at_any_hour)


def _goes_to_its_owner(work: Work, now: datetime, asked: Candidate) -> bool:
    """All is private by setting: what can't wait for a list comes in a message of its own."""
    chosen = numbers.of(work, AttentionNumbers).place
    if chosen is not Place.PRIVATE or asked.is_routine or asked.nudge.subject:
        return False
    way = direct_messages.elsewhere(work, asked.customer, asked.known, asked.mate)
    if way is None:
        return False
    _ask_in_private(work, now, asked.nudge, *way)
    return True


def _is_asked_in_private(work: Work, now: datetime, asked: Candidate, address: str) -> bool:
    """What the channel has refused for good is asked elsewhere; when nobody is left, it all begins
    anew.
    """
    nudge, customer = asked.nudge, asked.customer
    if not any(post.is_refused and post.address == address for post in asked.known):
        return False
    way = direct_messages.elsewhere(work, customer, asked.known, asked.mate)
    if way is None:
        for post in asked.known:
            refusals.forget(work, post)
        return False
    _ask_in_private(work, now, nudge, *way)
    return True


def _ask_in_private(
    work: Work, now: datetime, nudge: Nudge, installation_id: int, user_id: str
) -> None:
    there, customer_id = work.at(installation_id), nudge.customer_id
    nudge_posts.want(there, nudge.id, user_id, now, customer_id=customer_id)
    nudges.note(work, nudge.id, sent_at=now)
    planning.refresh(work, nudge.id)


def _ask_nowhere(work: Work, now: datetime, asked: Candidate) -> None:
    """What no channel can be asked for may still be late."""
    nudge, morning = asked.nudge, asked.calendar.next_morning(now)
    again = tell_late(work, now, nudge) if nudge.late_at <= now else nudge.late_at
    _hold_back(work, asked, min(morning, again or morning))


def tells(work: Work, nudge: Nudge) -> bool:
    """Whether somebody is told when it is late."""
    return nudge.subject is not None or nudge.play in registry(work).late


def tell_late(work: Work, now: datetime, nudge: Nudge) -> datetime | None:
    """When to look again. A kind of an earlier version tells nobody."""
    ready = answering.told_from(work, nudge) if nudge.stand_in_id else None
    if ready and now < ready:
        return ready
    if late := registry(work).late.get(nudge.play):
        return late(work, now, nudge)
    kind = registry(work).subjects.get(nudge.subject.kind) if nudge.subject else None
    if kind:
        kind.when_late(work, now, nudge)
    return None


def _hold_back(work: Work, asked: Candidate, until: datetime) -> None:
    """It waits in `due` lists meanwhile: what it asks for is asked for, only not in the channel."""
    over_at = registry(work).plays.over_at(asked.nudge, asked.calendar.zone)
    nudges.note(work, asked.nudge.id, due_at=min(until, over_at or until))


def _ask_anew(work: Work, now: datetime, asked: Sequence[Candidate]) -> None:
    """What has posts already, or is asked for in its subject's thread."""
    for each in asked:
        if each.place is None:
            continue
        there, nudge, address = work.at(each.place.installation_id), each.nudge, each.place.place
        about = {"customer_id": each.customer.id, "day": each.day(now), "can_wait": each.is_routine}
        parent_id = _root(there, now, nudge, address)
        nudge_posts.want(there, nudge.id, address, now, parent_id=parent_id, **about)
        nudges.note(work, nudge.id, sent_at=now)
        planning.refresh(work, nudge.id)


def _root(work: Work, now: datetime, nudge: Nudge, address: str) -> int | None:
    """The subject's own post in that place, in whose thread its steps are asked for."""
    if nudge.subject is None:
        return None
    kind, id_ = nudge.subject
    return posts.want(work, kind, id_, address, now, customer_id=nudge.customer_id)


def _ask_new(work: Work, now: datetime, asked: Sequence[Candidate]) -> None:
    """What has no posts yet, all together: there is nothing that would have to be edited."""
    rows = [
        {
            "subject_id": each.nudge.id,
            "installation_id": each.place.installation_id,
            "address": each.place.place,
            "customer_id": each.customer.id,
            "day": each.day(now),
            "can_wait": each.is_routine,
        }
        for each in asked
        if each.place
    ]
    nudge_posts.want_new(work, now, rows)
    sent = [(each, plans.asked_now(work, now, each.nudge, each.calendar)) for each in asked]
    every = [plans.settled(work, nudge, partial(_calendar, each)) for each, nudge in sent]
    values = {
        it.id: {"sent_at": now, "late_at": it.late_at, "status": it.status, "due_at": it.due_at}
        for it in every
    }
    nudges.note_all(work, values)


def _calendar(asked: Candidate) -> Calendar:
    return asked.calendar
