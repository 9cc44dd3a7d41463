"""A customer's reminder as it is said: of what waits in it one nudge speaks, the others are lines.

Who speaks is decided whenever it is shown (`domain/precedence.py`). A reminder is called by its
head, the nudge that it began with.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from care import briefs, people, scenes
from care.registry import registry
from domain import attention
from domain.briefs import About, BriefLine
from domain.customers import Customer
from domain.messages import Message, Person
from domain.nudges import Nudge, Status
from domain.precedence import Need
from domain.teammates import Teammate
from domain.touches import Touch
from domain.wording.reminders import Reminder, back, reminder
from domain.wording.whose import Whose
from store import actions as store_actions
from store import nudges, teammates
from store import reminders as store_reminders
from store import touches as store_touches
from store.work import Work


def say(work: Work, now: datetime, head: int) -> Message | None:
    """The reminder as of now; None when there is no such thing any more."""
    return say_all(work, now, [head], is_fresh=False).get(head)


def say_all(work: Work, now: datetime, heads: Sequence[int], is_fresh: bool) -> dict[int, Message]:  # noqa: FBT001 - as `PostKind.render_all` is called
    """The same of many; what nobody has seen yet is not said where nothing of it waits."""
    found = store_reminders.shown(work, heads)
    cases = _cases(work, now, {it for each in found.values() for it in (*each.here, *each.gone)})
    spoken = {
        head: _spoken(work, [cases[each] for each in shown.here if each in cases])
        for head, shown in found.items()
    }
    told = _briefs(work, now, [each for each in spoken.values() if each])
    said = {}
    for head, (_, gone, listed) in found.items():
        case = spoken[head]
        if case and (case.nudge.is_waiting or not is_fresh):
            case = replace(case, brief=told.get(case.nudge.id, ()))
            said[head] = reminder(case, is_listed=case.nudge.id in listed)
        elif gone and not is_fresh and (left := [cases[each] for each in gone if each in cases]):
            said[head] = reminder(left[0], has_gone_on=True)
    return said


def _briefs(
    work: Work, now: datetime, cases: Sequence[Reminder]
) -> dict[int, tuple[BriefLine, ...]]:
    """By nudge: who keeps a promise knows before what there is to know. What is owed they read
    above.
    """
    plays = registry(work).plays
    asked = [it for it in cases if it.nudge.is_waiting and plays.need(it.nudge) is Need.PROMISE]
    there = [(each.scene.customer, each.scene.zone) for each in asked]
    told = briefs.of_many(work, now, there) if there else {}
    return {
        each.nudge.id: tuple(
            it for it in told.get(each.nudge.customer_id, ()) if it.about is not About.OWED
        )
        for each in asked
    }


def say_back(work: Work, now: datetime, action_id: int) -> Message | None:
    """The word in its thread when a reminder that was put off by that action comes back."""
    action = store_actions.by_id(work, action_id)
    case = _cases(work, now, {action.nudge_id or 0}).get(action.nudge_id or 0) if action else None
    return back(case) if case and case.nudge.is_waiting else None


def speaking(work: Work, head: int) -> int:
    """The nudge that speaks in that reminder; the head where nothing of it waits."""
    here = store_reminders.shown(work, [head])[head].here
    waiting = [each for each in nudges.by_ids(work, here) if each.is_waiting]
    return first(work, waiting).id if waiting else head


def together(work: Work, nudge: Nudge) -> list[Nudge]:
    """The nudge, and behind it whatever else waits in the same reminder."""
    if nudge.subject or nudge.sent_at is None:
        return [nudge]
    opened = store_reminders.open_of(work, [nudge.customer_id]).get(nudge.customer_id)
    shown = opened.nudges if opened and nudge.id in {each.id for each in opened.nudges} else ()
    return [nudge, *(each for each in shown if each.id != nudge.id)]


def first(work: Work, waiting: Iterable[Nudge]) -> Nudge:
    """Who speaks of these; what was put off, only for want of another."""
    plays = registry(work).plays
    return min(
        waiting,
        key=lambda it: (it.status is Status.SNOOZED, plays.need(it), it.late_at, it.id),
    )


def _spoken(work: Work, cases: Sequence[Reminder]) -> Reminder | None:
    """With the others that wait; where none does, the one that ended last."""
    by_id = {case.nudge.id: case for case in cases}
    waiting = [case.nudge for case in cases if case.nudge.is_waiting]
    over = sorted(
        (case for case in cases if not case.nudge.is_waiting and case.nudge.is_seen),
        key=lambda case: _ended_at(case.nudge),
    )
    if not waiting:
        return over[-1] if over else next(iter(cases), None)
    spoken = by_id[first(work, waiting).id]
    also = [each for each in waiting if each.id != spoken.nudge.id]
    also.sort(key=lambda it: (registry(work).plays.need(it), it.late_at, it.id))
    return spoken.with_others([by_id[each.id] for each in also], over[-1] if over else None)


def _ended_at(nudge: Nudge) -> tuple[datetime, int]:
    return (nudge.dismissed_at or nudge.ended_at or nudge.ask_at, nudge.id)


def _cases(work: Work, now: datetime, ids: Iterable[int]) -> dict[int, Reminder]:
    """Each as its words need it, without those that are there no more."""
    every = nudges.with_customers(work, sorted(ids))
    asked = {
        it
        for nudge, customer in every
        for it in (*_named_in(nudge), customer.owner_id, nudge.stand_in_id)
    }
    mates = teammates.by_ids(work, {each for each in asked if each}) if any(asked) else {}
    ended = {nudge.ended_touch_id for nudge, _ in every if nudge.ended_touch_id}
    said = store_touches.by_ids(work, ended) if ended else {}
    return {
        nudge.id: _case(work, now, nudge, customer, mates, said.get(nudge.ended_touch_id or 0))
        for nudge, customer in every
    }


def _whose(work: Work, nudge: Nudge, owner: Teammate | None, stand_in: Teammate | None) -> Whose:
    """Mentioned is who is waited for; of what is routine they are named."""
    whose = people.whose_of(owner)
    if stand_in and whose.owner:
        whose = Whose(owner=Person(whose.owner.name), stand_in=people.person(stand_in))
    if attention.waits_for_us(nudge, registry(work).plays.need(nudge)) or not whose.owner:
        return whose
    there = Person(stand_in.name) if stand_in else None
    return Whose(owner=Person(whose.owner.name), stand_in=there)


def _named_in(nudge: Nudge) -> tuple[int | None, int | None, int | None]:
    ended_by = nudge.dismissed_by_id or nudge.ended_by_id
    return nudge.taken_by_id, nudge.snoozed_by_id, ended_by


def _case(
    work: Work,
    now: datetime,
    nudge: Nudge,
    customer: Customer,
    mates: Mapping[int, Teammate],
    touch: Touch | None,
) -> Reminder:
    taker, snoozer, ended_by = (people.person(mates.get(it or 0)) for it in _named_in(nudge))
    owner, stand_in = mates.get(customer.owner_id or 0), mates.get(nudge.stand_in_id or 0)
    return Reminder(
        nudge=nudge,
        scene=scenes.of_owner(work, now, customer, stand_in or owner),
        whose=_whose(work, nudge, owner, stand_in),
        taker=taker,
        snoozer=snoozer,
        ended_by=ended_by,
        touch=touch,
    )
