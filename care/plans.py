"""What planning changes about a customer's reminders: decided here, written by `planning`."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from care import answering, calendars, numbers
from care.answering import Handed
from care.loading import Loaded
from care.registry import registry
from domain import attention
from domain.calendar import Calendar
from domain.nudges import Nudge, Planned, Status, as_planned
from domain.pacing import PaceNumbers
from domain.precedence import THEIRS, Need
from domain.touches import Touch
from store import actions, nudges, teammates
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

HELD_BACK = timedelta(minutes=30)
"""What is asked so much later than it was called for was held back."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """One reminder `before` (None for a new one) and `after` (None where it just goes). People are
    told of it if it `is_news`; what it says where it stands changes if it `is_shown`.
    """

    before: Nudge | None
    after: Nudge | None
    is_news: bool
    is_shown: bool = False

    @property
    def nudge(self) -> Nudge:
        """As it is told."""
        there = self.after or self.before
        assert there  # noqa: S101 - one of the two is always given
        return there


@dataclass(frozen=True, kw_only=True)
class Plan:
    loaded: Loaded
    ended: tuple[Step, ...] = ()
    planned: tuple[Step, ...] = ()
    looked: tuple[Step, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        return (*self.ended, *self.planned, *self.looked)

    def moves(self) -> Iterable[tuple[Nudge, Nudge | None]]:
        """Each that was there: before all steps, and after them."""
        moved: dict[int, tuple[Nudge, Nudge | None]] = {}
        for step in self.steps:
            if step.before:
                first, _ = moved.get(step.before.id, (step.before, None))
                moved[first.id] = (first, step.after)
        return moved.values()

    def waiting(self) -> Iterable[Nudge]:
        """What waits of those that were there."""
        there: dict[int, Nudge | None] = {each.id: each for each in self.loaded.waiting}
        there |= {before.id: after for before, after in self.moves()}
        return (each for each in there.values() if each and each.is_waiting)


def decide(work: Work, now: datetime, loaded: Loaded, cause: Cause = NO_CAUSE) -> Plan:
    """Keeps exactly the reminders that are called for."""
    called = {} if loaded.is_gone else registry(work).plays.plan(loaded.facts)
    calls = answering.asked_before(work, loaded, called)
    known = _carried(work, _known(work, loaded, calls), calls)
    hand = answering.handed(work, now, loaded)
    planned = (_keep(work, loaded, known.get(key), calls[key], hand) for key in calls)
    over = (known[key] for key in known if key not in calls and known[key].is_waiting)
    return Plan(
        loaded=loaded,
        planned=tuple(step for step in planned if step),
        ended=tuple(_end(work, now, loaded, nudge, cause) for nudge in over),
    )


def look_anew(work: Work, now: datetime, plan: Plan) -> Plan:
    """What was held back until another clock's morning is looked at now; so is what may lapse."""
    looked = tuple(
        Step(before=nudge, after=replace(nudge, due_at=due_at), is_news=False)
        for nudge in plan.waiting()
        if not nudge.failures
        and (due_at := _looked_at(work, now, plan.loaded, nudge)) != nudge.due_at
    )
    return replace(plan, looked=looked)


def settled(work: Work, nudge: Nudge, calendar: Callable[[], Calendar | None]) -> Nudge:
    """With the status, and the next look, that follow from what was done to it."""
    status = nudge.standing
    due_at = _next_look(work, nudge, status, calendar)
    if (status, due_at) == (nudge.status, nudge.due_at):
        return nudge
    return replace(nudge, status=status, due_at=due_at, failures=0)


def _known(work: Work, loaded: Loaded, calls: Mapping[str, Planned]) -> dict[str, Nudge]:
    """Whatever waits, and whatever was ever planned under one of the keys."""
    known = {nudge.key: nudge for nudge in loaded.waiting}
    asked = [key for key in calls if key not in known and loaded.may_know(key)]
    return known | (nudges.under_keys(work, loaded.customer.id, asked) if asked else {})


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


def _keep(
    work: Work, loaded: Loaded, nudge: Nudge | None, call: Planned, hand: Handed
) -> Step | None:
    """A new reminder, one that came back or moved; None where nothing changed."""
    if nudge is None:
        return Step(before=None, after=hand(as_planned(loaded.customer.id, call)), is_news=True)
    if nudge.is_seen and registry(work).plays.of(nudge).is_one_need(nudge, call):
        call = _as_asked(nudge, call)
    if call.ask_at == nudge.ask_at and call.late_at != nudge.late_at:
        late_at = late_as_asked(work, nudge, call, loaded.facts.calendar)
        call = replace(call, late_at=late_at)
    same_times = (nudge.ask_at, nudge.late_at) == (call.ask_at, call.late_at)
    is_same = same_times and nudge.urgency == call.urgency
    is_same = is_same and (nudge.key, nudge.play, nudge.about) == (call.key, call.play, call.about)
    is_same = is_same and hand(nudge) == nudge
    if nudge.dismissed_as or (nudge.is_waiting and is_same):
        return None
    came_back = not nudge.is_waiting
    moved = replace(
        nudge,
        key=call.key,
        play=call.play,
        ask_at=call.ask_at,
        late_at=call.late_at,
        due_at=nudge.due_at if nudge.ask_at == call.ask_at and not came_back else call.ask_at,
        about=call.about,
        urgency=call.urgency,
        ended_at=None,
        ended_by_id=None,
        ended_touch_id=None,
    )
    after = settled(work, hand(moved), lambda: loaded.presence)
    return Step(before=nudge, after=after, is_news=came_back or not same_times, is_shown=True)


def late_as_asked(work: Work, nudge: Nudge, call: Planned | Nudge, calendar: Calendar) -> datetime:
    """What was held back has its time from when it was asked, and the rest of that day at least;
    what a customer waits for has a time of its own, and so has our care.
    """
    sent_at, late_at = nudge.sent_at, call.late_at
    need = registry(work).plays.need(nudge)
    is_timed = nudge.subject or need in THEIRS | attention.CARE
    if is_timed or sent_at is None or not call.ask_at + HELD_BACK <= sent_at < late_at:
        return late_at
    given = calendar.worked_between(call.ask_at, late_at) / timedelta(hours=1)
    return max(late_at, calendar.after_hours(sent_at, given), calendar.day_end(sent_at))


def asked_now(work: Work, now: datetime, nudge: Nudge, calendar: Calendar) -> Nudge:
    sent = replace(nudge, sent_at=now)
    return replace(sent, late_at=late_as_asked(work, sent, sent, calendar))


def _as_asked(nudge: Nudge, call: Planned) -> Planned:
    """What people have been asked keeps its times, however late it would be called for now."""
    if call.ask_at <= nudge.ask_at:
        return call
    return replace(call, ask_at=nudge.ask_at, late_at=min(nudge.late_at, call.late_at))


def _end(work: Work, now: datetime, loaded: Loaded, nudge: Nudge, cause: Cause) -> Step:
    """What nobody has seen yet just goes; what stands in a channel says how it ended."""
    if nudge.status is Status.PLANNED and nudge.sent_at is None and not nudge.taken_by_id:
        is_news = nudge.ask_at <= now or _is_kept(work, nudge, cause)
        return Step(before=nudge, after=None, is_news=is_news)
    touch = cause.touch
    if touch and not registry(work).plays.of(nudge).answers(touch):
        cause = NO_CAUSE
    ended = replace(
        nudge,
        ended_at=now,
        ended_by_id=cause.by_id,
        ended_touch_id=cause.touch.id if cause.touch else None,
    )
    after = settled(work, ended, lambda: loaded.presence)
    return Step(before=nudge, after=after, is_news=True, is_shown=True)


def _is_kept(work: Work, nudge: Nudge, cause: Cause) -> bool:
    """A word given to them, by this contact: whoever gave it is told, though none was asked yet."""
    play = registry(work).plays.of(nudge)
    is_promise = play.need(nudge.about) is Need.PROMISE
    return is_promise and cause.touch is not None and play.answers(cause.touch)


def _looked_at(work: Work, now: datetime, loaded: Loaded, nudge: Nudge) -> datetime | None:
    unasked = replace(nudge, due_at=None)
    due_at = _next_look(work, unasked, nudge.status, lambda: loaded.presence)
    if nudge.status is Status.PLANNED:
        return max(nudge.ask_at, min(now, nudge.due_at or now))
    return due_at


def _next_look(
    work: Work, nudge: Nudge, status: Status, calendar: Callable[[], Calendar | None]
) -> datetime | None:
    """When the clock has to look at it again."""
    match status:
        case Status.PLANNED:
            return nudge.due_at or nudge.ask_at
        case Status.SNOOZED:
            return nudge.snoozed_until
        case Status.TAKEN:
            until = held_until(work, nudge, calendar())
            is_next = nudge.subject and until and nudge.late_at > (nudge.taken_at or until)
            is_first = is_next or nudge.play in registry(work).late
            return min(nudge.late_at, until) if is_first and until else until
        case Status.SENT:
            is_told = nudge.subject or nudge.play in registry(work).late
            return nudge.late_at if is_told else _lapses(work, nudge, calendar())
        case _:
            return None


def held_until(work: Work, nudge: Nudge, owners: Calendar | None) -> datetime | None:
    """Who took it has until the end of their next working day; of what can't wait they let go when
    they are away, and somebody else is asked.
    """
    taker = teammates.by_id(work, nudge.taken_by_id)
    theirs = calendars.presence_of(work, taker) if taker else owners
    if nudge.taken_at is None or theirs is None:
        return None
    handed_at = nudge.stand_in_at
    if taker and handed_at and nudge.taken_at <= handed_at and not taker.is_there(handed_at):
        return handed_at
    return theirs.day_end(theirs.next_morning(nudge.taken_at))


def _lapses(work: Work, nudge: Nudge, calendar: Calendar | None) -> datetime | None:
    """When it is given up: never what a customer waits for."""
    need = registry(work).plays.need(nudge)
    if calendar is None or need in THEIRS:
        return None
    back_at = _back_at(work, nudge)
    if over_at := registry(work).plays.over_at(nudge, calendar.zone):
        return max(over_at, calendar.day_end(back_at)) if back_at else over_at
    since = max(nudge.late_from, back_at or nudge.late_from)
    pace = numbers.of(work, PaceNumbers)
    days = pace.words_lapse_days if need is Need.PRAISE else pace.lapse_days
    return calendar.after_days(since, days)


def _back_at(work: Work, nudge: Nudge) -> datetime | None:
    """When it came back, for one that was put off; of any other the trail need not be asked."""
    if nudge.snoozed_by_id is None:
        return None
    put_off = actions.last_on_nudge(work, nudge.snoozed_by_id, nudge, "later")
    moments = [each.after.get("snoozed_until") for each in put_off.changes] if put_off else []
    return next((datetime.fromisoformat(moment) for moment in moments if moment), None)
