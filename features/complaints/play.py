"""Fix: a complaint is acknowledged, kept up to date, resolved, and asked about once more."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from domain import phrases
from domain.calendar import Calendar
from domain.facts import Facts
from domain.messages import Line, Named, Words, line
from domain.nudges import Dismissal, Nudge, Plain, Planned, Urgency
from domain.plays import Play, Saying, Scene
from domain.precedence import Need, State
from domain.stopped_clocks import Stop, late_at
from domain.touches import Kind
from domain.working_hours import WorkingHours
from features.complaints.rules import Complaint, FixNumbers, Step, Wait, complains, gist, stops

NAME = "fix"

USUAL = 100
EARLIER = 25
MOST_EARLIER = 3
SEVERE = 50
"""Percent that each earlier complaint of theirs, at most so many, and severity add to its rank."""


def plans(facts: Facts) -> Iterable[Planned]:
    for complaint in facts.of(Complaint):
        case = _Case.of(facts, complaint)
        if not complaint.is_open:
            steps: tuple[_Step, ...] = (_check_back,)
        elif case.is_stopped:
            steps = (_ask_again,)
        else:
            steps = (_name_owner, _acknowledge, _update, _resolve)
        yield from (call for step in steps if (call := step(case)))


@dataclass(frozen=True, kw_only=True)
class _Case:
    """A complaint among the facts, on the clock of whoever has it."""

    facts: Facts
    complaint: Complaint
    calendar: Calendar
    waits: tuple[Wait, ...]
    stops: Sequence[Stop]
    numbers: FixNumbers

    @classmethod
    def of(cls, facts: Facts, complaint: Complaint) -> "_Case":
        waits = tuple(each for each in facts.of(Wait) if each.complaint_id == complaint.id)
        return cls(
            facts=facts,
            complaint=complaint,
            calendar=complaint.calendar(facts.calendar, facts.number(WorkingHours)),
            waits=waits,
            stops=stops(complaint, waits, facts.touches),
            numbers=facts.number(FixNumbers),
        )

    @property
    def is_stopped(self) -> bool:
        return any(stop.until is None for stop in self.stops)

    @property
    def is_named(self) -> bool:
        return self.complaint.has_it(self.facts.customer) is not None

    @property
    def gone_on_at(self) -> datetime:
        """When its clocks have begun to run, the last time."""
        ended = (stop.until for stop in self.stops if stop.until)
        return max((self.complaint.begun_at, *ended))

    def late_at(self, began: datetime, due: datetime) -> datetime:
        return late_at(self.calendar, began, due, self.stops) or due

    def rest(self, step: Step) -> Dismissal | None:
        """The last time that it was said not to be needed."""
        about = (
            each
            for each in reversed(self.facts.dismissals_of(NAME))
            if each.subject == self.complaint.subject and each.at >= self.complaint.begun_at
        )
        return next((each for each in about if each.about.get("step") == step), None)

    def ahead(self, due: datetime, hours: float, since: datetime) -> datetime:
        """So many working hours before, and never before there was anything to ask for."""
        since = max(since, self.gone_on_at)
        return max(self.calendar.before_hours(due, hours), self.calendar.next_working(since))


_Step = Callable[[_Case], Planned | None]


def _name_owner(case: _Case) -> Planned | None:
    """Where nobody has it: who takes any step of it has it from then on."""
    if case.is_named:
        return None
    opened = case.complaint.begun_at
    due = case.calendar.after_hours(opened, case.numbers.owner_hours)
    return _call(case, Step.NAME_OWNER, "", case.gone_on_at, case.late_at(opened, due))


def _acknowledge(case: _Case) -> Planned | None:
    """One ask, not two: as long as somebody is looked for, that is enough."""
    complaint = case.complaint
    if complaint.told_by(case.facts.touches) or case.rest(Step.ACKNOWLEDGE):
        return None
    opened, after = complaint.begun_at, case.calendar.after_hours
    asked = case.gone_on_at
    if not case.is_named:
        asked = max(asked, after(opened, case.numbers.owner_hours))
    due = case.late_at(opened, after(opened, case.numbers.acknowledge_hours))
    managers = case.late_at(opened, after(opened, case.numbers.acknowledge_managers_hours))
    told = max(due, managers)
    return _call(case, Step.ACKNOWLEDGE, "", asked, due, managers_at=told.isoformat())


def _update(case: _Case) -> Planned:
    """Every second working day since they last heard from us."""
    complaint, rest = case.complaint, case.rest(Step.UPDATE)
    heard = complaint.told_by(case.facts.touches)
    anchors = [(complaint.begun_at, "")]
    anchors += [(touch.at, f"t{touch.id}") for touch in heard[-1:]]
    anchors += [(rest.at, f"n{rest.nudge_id}")] if rest else []
    since, anchor = max(anchors)
    due = case.late_at(since, case.calendar.after_days(since, case.numbers.update_days))
    asked = case.ahead(due, case.numbers.update_asked_hours, since)
    is_first = int(len(heard) <= 1 and not rest)
    return _call(case, Step.UPDATE, anchor, asked, due, is_first=is_first)


def _resolve(case: _Case) -> Planned:
    rest, numbers = case.rest(Step.RESOLVE), case.numbers
    days = numbers.more_time_days if rest else numbers.resolve_days
    since = rest.at if rest else case.complaint.begun_at
    due = case.late_at(since, case.calendar.after_days(since, days))
    asked = case.ahead(due, numbers.resolve_asked_hours, since)
    return _call(case, Step.RESOLVE, f"n{rest.nudge_id}" if rest else "", asked, due)


def _ask_again(case: _Case) -> Planned:
    """While we wait for them its clocks stand still, and yet nobody is forgotten."""
    rest, wait = case.rest(Step.ASK_AGAIN), case.waits[-1]
    heard = [each for each in case.complaint.told_by(case.facts.touches) if each.at > wait.since]
    anchors = [(wait.since, "")]
    anchors += [(touch.at, f"t{touch.id}") for touch in heard[-1:]]
    anchors += [(rest.at, f"n{rest.nudge_id}")] if rest else []
    since, anchor = max(anchors)
    due = case.calendar.after_days(since, case.numbers.waiting_days)
    asked = case.calendar.morning_of(due)
    late = case.calendar.after_days(asked, case.numbers.check_back_late_days)
    return _call(case, Step.ASK_AGAIN, f"{wait.id}:{anchor}", asked, late)


def _check_back(case: _Case) -> Planned | None:
    """Asked a week after the resolution, unless we have spoken since: who complains again has not
    said that it held.
    """
    complaint, numbers = case.complaint, case.numbers
    rest = case.rest(Step.CHECK_BACK)
    if complaint.resolved_at is None or (rest and rest.at >= complaint.resolved_at):
        return None
    counts_from = complaint.resolved_at + timedelta(days=numbers.check_back_counts_days)
    since = [each for each in complaint.concerned(case.facts.touches) if each.at >= counts_from]
    if any(touch.is_heard and not complains(touch) for touch in since):
        return None
    asked = case.calendar.morning_of(
        complaint.resolved_at + timedelta(days=numbers.check_back_days)
    )
    late = case.calendar.after_days(asked, numbers.check_back_late_days)
    return _call(case, Step.CHECK_BACK, "", asked, late)


def _call(
    case: _Case, step: Step, anchor: str, ask_at: datetime, due: datetime, **more: Plain
) -> Planned:
    """What was stopped meanwhile is asked for anew."""
    gone_on = [
        f":w{wait.id}"
        for wait, stop in zip(case.waits, case.stops, strict=True)
        if stop.until and step is not Step.CHECK_BACK
    ]
    began = case.complaint.reopened_at
    again = f":r{int(began.timestamp())}" if began else ""
    episode = f"{case.complaint.id}:{step}:{anchor}{again}{''.join(gone_on[-1:])}"
    return Planned(
        play=NAME,
        episode=episode,
        ask_at=ask_at,
        late_at=due,
        about=_about(case, step) | more,
        subject=case.complaint.subject,
        urgency=Urgency.BREAKS_THROUGH,
    )


def _about(case: _Case, step: Step) -> dict[str, Plain]:
    """The last straw weighs more than a bad day, and what is severe more than either."""
    complaint = case.complaint
    about: dict[str, Plain] = {"step": step, "words": phrases.shorten(complaint.words)}
    earlier = len(complaint.earlier(case.facts.of(Complaint), case.numbers.history_days))
    weight = USUAL + EARLIER * min(earlier, MOST_EARLIER) + (SEVERE if complaint.is_severe else 0)
    if weight > USUAL:
        about["weight_percent"] = weight
    return about | ({"is_severe": 1} if complaint.is_severe else {})


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = Named(scene.customer.name)
    about = nudge.about
    words = str(about.get("words") or "")
    saying = partial(_saying, gist(words))
    match about.get("step"):
        case Step.NAME_OWNER:
            headline = line("🙋 Who puts it right for ", who, "?")
            return saying(headline, (), "I have it", ())
        case Step.ACKNOWLEDGE:
            headline = line("📣 Let ", who, " know that we heard them")
            return saying(headline, (), "Acknowledged", ("They know already",))
        case Step.UPDATE:
            headline = line("🔄 Tell ", who, " where their complaint stands")
            plan = (line("The fix, or the plan and its date."),) if about.get("is_first") else ()
            return saying(headline, plan, "Updated", ("Nothing new to tell yet",))
        case Step.RESOLVE:
            headline = line("🔧 Put it right for ", who)
            return saying(headline, (), "Resolved", ("It needs more time",))
        case Step.ASK_AGAIN:
            headline = line("✋ Ask ", who, " again: we wait for their answer")
            return saying(headline, (), "Asked again", ("They will come back to us",))
        case _:
            headline = line("🌱 Ask ", who, " whether all is well again")
            reasons = ("We know that it is", "Better left alone")
            return saying(headline, (line(Words(words)),), "Checked back", reasons)


def _saying(
    about: Line, headline: Line, why: tuple[Line, ...], done: str, reasons: tuple[str, ...]
) -> Saying:
    did = done.lower()
    return Saying(headline=headline, why=why, done=done, did=did, reasons=reasons, about=about)


def _need(about: Mapping[str, Plain]) -> Need:
    return Need.CHECK_BACK if about.get("step") == Step.CHECK_BACK else Need.COMPLAINT


def _states(facts: Facts) -> Iterable[State]:
    if any(complaint.is_open for complaint in facts.of(Complaint)):
        yield State.COMPLAINT_OPEN


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.MESSAGE,
    need=_need,
    states=_states,
    answers=lambda touch: touch.is_heard,
    knows=lambda nudge: nudge.about.get("step") in set(Step),
    numbers=FixNumbers,
)
PLAYS = (PLAY,)
