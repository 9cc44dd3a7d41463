"""Planning on write: whatever changed a customer's facts ends here, in the same transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from care import calendars, numbers
from care.registry import registry
from domain import coverage
from domain.customers import Customer
from domain.facts import Facts
from domain.nudges import Nudge, Planned, Status
from domain.pacing import PaceNumbers
from domain.touches import Touch
from domain.wording.receipts import Outcome
from store import actions, customers, nudge_posts, nudges, posts, touches
from store.work import Work


@dataclass(frozen=True, kw_only=True)
class Cause:
    """What makes us plan anew. `by_id` and `touch` say who finished what is now over.

    Without them, a reminder that is over is simply no longer called for. `nudge_id` is the
    reminder that was acted on, `why` the reason given.
    """

    by_id: int | None = None
    touch: Touch | None = None
    nudge_id: int | None = None
    why: str = ""


NO_CAUSE = Cause()


def facts_of(work: Work, customer: Customer) -> Facts:
    return Facts(
        customer=customer,
        calendar=calendars.of(work, customer),
        chosen=numbers.chosen(work),
        contacts=customers.contacts(work, customer.id),
        touches=touches.for_planning(work, customer.id),
        dismissals=nudges.dismissals(work, customer.id),
        rows={
            each.kind: each.load(work, (customer.id,)).get(customer.id, ())
            for each in registry(work).loads
        },
    )


def replan(work: Work, now: datetime, customer_id: int, cause: Cause = NO_CAUSE) -> Outcome:
    """Keeps exactly the nudges that are called for; says which are over and which are new."""
    customer = customers.lock(work, customer_id)
    calls: Mapping[str, Planned] = {}
    if customer:
        facts = facts_of(work, customer)
        calls = registry(work).plays.plan(facts)
        _note_care(work, facts)
    known = _carried(work, nudges.concerned(work, customer_id, calls), calls)
    planned = [_keep(work, customer_id, known.get(key), calls[key]) for key in calls]
    over = [known[key] for key in known if key not in calls and known[key].is_waiting]
    ended = [_end(work, now, nudge, cause) for nudge in over]
    return Outcome(
        ended=tuple(nudge for nudge in ended if nudge),
        planned=tuple(nudge for nudge in planned if nudge),
    )


def reckon_anew(work: Work, now: datetime, customer_id: int) -> None:
    """After working time, a number or the owner's clock changed: nothing keeps the old hours."""
    replan(work, now, customer_id)
    look_anew(work, now, customer_id)


def look_anew(work: Work, now: datetime, customer_id: int) -> None:
    """What was held back until another clock's morning is looked at now; so is what may lapse."""
    for nudge in nudges.waiting_of(work, customer_id):
        if nudge.failures:
            continue
        due_at = _next_look(work, replace(nudge, due_at=None), nudge.status)
        if nudge.status is Status.PLANNED:
            due_at = max(nudge.ask_at, min(now, nudge.due_at or now))
        if due_at != nudge.due_at:
            nudges.note(work, nudge.id, due_at=due_at)


def refresh(work: Work, nudge_id: int) -> Nudge:
    """Brings status, next look and posts in line with what was done to the nudge."""
    nudge = nudges.need(work, nudge_id)
    status = nudge.standing
    due_at = _next_look(work, nudge, status)
    if (status, due_at) != (nudge.status, nudge.due_at):
        nudges.note(work, nudge_id, status=status, due_at=due_at, failures=0)
    show(work, nudge)
    return nudges.need(work, nudge_id)


def show(work: Work, nudge: Nudge) -> None:
    """Its posts are to say what is true now."""
    nudge_posts.show_anew(work, nudge.id)
    if nudge.subject:
        posts.show_anew(work, nudge.subject.kind, nudge.subject.id)


def _carried(
    work: Work, known: Mapping[str, Nudge], calls: Mapping[str, Planned]
) -> dict[str, Nudge]:
    """What waits and has but another reason by now goes on under the key of its new call."""
    carried = dict(known)
    for key, nudge in known.items():
        call = _other_reason(work, nudge, [calls[each] for each in calls if each not in carried])
        if call and key not in calls and nudge.is_waiting:
            carried[call.key] = carried.pop(key)
    return carried


def _other_reason(work: Work, nudge: Nudge, new: Iterable[Planned]) -> Planned | None:
    theirs = (call for call in new if call.play == nudge.play)
    play = registry(work).plays.of(nudge)
    return next((call for call in theirs if play.is_one_need(nudge, call)), None)


def _keep(work: Work, customer_id: int, nudge: Nudge | None, call: Planned) -> Nudge | None:
    """A new nudge, one that came back or moved; None where nothing changed."""
    if nudge is None:
        return nudges.plan(work, customer_id, call)
    if nudge.is_seen and registry(work).plays.of(nudge).is_one_need(nudge, call):
        call = replace(call, ask_at=min(nudge.ask_at, call.ask_at))
    same_times = (nudge.ask_at, nudge.late_at) == (call.ask_at, call.late_at)
    is_same = same_times and nudge.urgency == call.urgency
    is_same = is_same and (nudge.key, nudge.play, nudge.about) == (call.key, call.play, call.about)
    if nudge.dismissed_as or (nudge.is_waiting and is_same):
        return None
    came_back = not nudge.is_waiting
    due_at = nudge.due_at if nudge.ask_at == call.ask_at and not came_back else call.ask_at
    nudges.note(
        work,
        nudge.id,
        key=call.key,
        play=call.play,
        ask_at=call.ask_at,
        late_at=call.late_at,
        due_at=due_at,
        about=dict(call.about),
        urgency=call.urgency,
        ended_at=None,
        ended_by_id=None,
        ended_touch_id=None,
    )
    kept = refresh(work, nudge.id)
    return kept if came_back or not same_times else None


def _end(work: Work, now: datetime, nudge: Nudge, cause: Cause) -> Nudge | None:
    """What nobody has seen yet just goes; what stands in a channel says how it ended."""
    if nudge.status is Status.PLANNED and nudge.sent_at is None and not nudge.taken_by_id:
        nudges.remove(work, nudge.id)
        return nudge if nudge.ask_at <= now else None
    touch = cause.touch
    if touch and not registry(work).plays.of(nudge).answers(touch):
        cause = NO_CAUSE
    nudges.note(
        work,
        nudge.id,
        ended_at=now,
        ended_by_id=cause.by_id,
        ended_touch_id=cause.touch.id if cause.touch else None,
    )
    return refresh(work, nudge.id)


def _next_look(work: Work, nudge: Nudge, status: Status) -> datetime | None:
    """When the clock has to look at it again."""
    match status:
        case Status.PLANNED:
            return nudge.due_at or nudge.ask_at
        case Status.SNOOZED:
            return nudge.snoozed_until
        case Status.SENT | Status.TAKEN:
            return _late_or_lapsed(work, nudge)
        case _:
            return None


def _late_or_lapsed(work: Work, nudge: Nudge) -> datetime | None:
    """What is about a subject is looked at when it is late, all others when they lapse."""
    if nudge.subject:
        return nudge.late_at
    customer = customers.ever(work, nudge.customer_id)
    if customer is None:
        return None
    since = max(nudge.late_at, _back_at(work, nudge) or nudge.late_at)
    days = numbers.of(work, PaceNumbers).lapse_days
    return calendars.of(work, customer).after_days(since, days)


def _back_at(work: Work, nudge: Nudge) -> datetime | None:
    """When it came back, for one that was put off; of any other the trail need not be asked."""
    if nudge.snoozed_by_id is None:
        return None
    put_off = actions.last_on_nudge(work, nudge.snoozed_by_id, nudge, "later")
    moments = [each.after.get("snoozed_until") for each in put_off.changes] if put_off else []
    return next((datetime.fromisoformat(moment) for moment in moments if moment), None)


def _note_care(work: Work, facts: Facts) -> None:
    last, until = coverage.last_heard(facts), coverage.cared_until(facts)
    customers.note_care(work, facts.customer, last, until)
