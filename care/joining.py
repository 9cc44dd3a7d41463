"""One customer, one reminder: what is due for somebody who has one joins it, or takes its place."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from care import planning, plans
from care.candidates import Candidate
from care.registry import registry
from domain.nudges import Nudge
from domain.precedence import Need
from store import nudges, reminders
from store.reminders import Open
from store.work import Work

ALONG = timedelta(days=3)
"""What is due so soon after a date that matters is asked for with it."""


@dataclass(frozen=True, kw_only=True)
class Sorted:
    """`asked` get a message of their own. By its head, `joined` are those who stand in it besides,
    and `shown` what it takes over of another, or brings forward. `held` come tomorrow.
    """

    asked: list[Candidate] = field(default_factory=list)
    joined: dict[int, list[Candidate]] = field(default_factory=lambda: defaultdict(list))
    shown: dict[int, list[Nudge]] = field(default_factory=lambda: defaultdict(list))
    held: list[Candidate] = field(default_factory=list)

    def behind(self, late: Collection[Candidate]) -> list[Candidate]:
        """Who would have joined what there is no room for."""
        return [each for head in late for each in self.joined.get(head.nudge.id, ())]


def sort(work: Work, now: datetime, due: Sequence[Candidate]) -> Sorted:
    """A subject's steps stand in its thread; what has posts already is asked there again."""
    found = Sorted(asked=[each for each in due if _is_apart(each)])
    together: dict[int, list[Candidate]] = defaultdict(list)
    for each in due:
        if not _is_apart(each):
            together[each.customer.id].append(each)
    opened = reminders.open_of(work, together)
    last = reminders.last_of(work, together.keys() - opened.keys())
    for customer_id, every in together.items():
        first, *others = sorted(every, key=lambda each: _order(work, each.nudge))
        _sort(work, now, found, [first, *others], opened.get(customer_id), last.get(customer_id))
    _bring_forward(work, now, found)
    return found


def join(work: Work, now: datetime, ready: Sorted, asked: Sequence[Candidate]) -> None:
    """Behind those that are asked, and in what stands already."""
    new = {each.nudge.id for each in ready.asked}
    late = new - {each.nudge.id for each in asked}
    behind = [(each.nudge, head) for head, every in ready.joined.items() for each in every]
    behind += [(nudge, head) for head, every in ready.shown.items() for nudge in every]
    calendars = {it.nudge.id: it.calendar for every in ready.joined.values() for it in every}
    pairs = [(nudge, head) for nudge, head in behind if head not in late]
    reminders.join(work, [(nudge.id, head) for nudge, head in pairs])
    for nudge, _ in pairs:
        if nudge.sent_at is None:
            calendar = calendars.get(nudge.id)
            there = plans.asked_now(work, now, nudge, calendar) if calendar else nudge
            nudges.note(work, nudge.id, sent_at=now, late_at=there.late_at)
        planning.refresh(work, nudge.id)


def _is_apart(asked: Candidate) -> bool:
    return bool(asked.nudge.subject or asked.known or asked.place is None)


def _order(work: Work, nudge: Nudge) -> tuple[Need, datetime, int]:
    return registry(work).plays.need(nudge), nudge.late_at, nudge.id


def _sort(
    work: Work,
    now: datetime,
    found: Sorted,
    due: Sequence[Candidate],
    standing: Open | None,
    last: datetime | None,
) -> None:
    """`due` of one customer, in the order in which they would speak."""
    first, *others = due
    if standing and not _takes_its_place(work, now, first, standing):
        found.joined[standing.head] += due
    elif not standing and last and first.is_routine and _is_today(first, now, last):
        found.held.extend(due)
    else:
        found.asked.append(first)
        found.joined[first.nudge.id] += others
        found.shown[first.nudge.id] += standing.nudges if standing else ()


def _takes_its_place(work: Work, now: datetime, new: Candidate, standing: Open) -> bool:
    """What can't wait is said anew; what is routine only where it speaks, and on another day."""
    if not new.is_routine:
        return True
    speaks = min(_order(work, each) for each in standing.nudges)
    return _order(work, new.nudge)[0] < speaks[0] and not _is_today(new, now, standing.posted_at)


def _is_today(asked: Candidate, now: datetime, posted_at: datetime) -> bool:
    return asked.calendar.day(posted_at) == asked.calendar.day(now)


def _bring_forward(work: Work, now: datetime, found: Sorted) -> None:
    """A date that matters is a reason for a word: what is due in the next days joins it."""
    plays = registry(work).plays
    dates = {it.customer.id: it for it in found.asked if plays.need(it.nudge) is Need.DATE}
    joined = (each for every in found.joined.values() for each in every)
    there = {each.nudge.id for each in (*found.asked, *joined)}
    for nudge in reminders.soon(work, dates, now + ALONG):
        if nudge.id not in there:
            found.shown[dates[nudge.customer_id].nudge.id].append(nudge)
