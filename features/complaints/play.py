"""Fix: a complaint is acknowledged, kept up to date, resolved, and asked about once more."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import partial
from typing import ClassVar

from pydantic import Field

from domain import phrases
from domain.facts import Facts
from domain.messages import Line, Named, Words, line
from domain.nudges import Dismissal, Nudge, Plain, Planned, Urgency
from domain.plays import Play, Saying, Scene
from domain.precedence import Need, State
from domain.settings import Numbers
from domain.touches import Kind
from features.complaints.rules import Complaint, Step, gist


class FixNumbers(Numbers):
    group: ClassVar[str] = "fix"

    acknowledge_hours: int = Field(
        default=4,
        ge=1,
        le=80,
        title="hours within which a complaint is acknowledged",
        description="half a day: being heard comes first, long before it is put right",
    )
    update_days: int = Field(
        default=2,
        ge=1,
        le=30,
        title="days within which somebody who complained hears from us again",
        description="long silence fails more people than a slow first answer",
    )
    update_asked_hours: int = Field(
        default=4,
        ge=1,
        le=40,
        title="hours before it is late, when an update is asked for",
        description="half a day to find out where it stands",
    )
    resolve_days: int = Field(
        default=5,
        ge=1,
        le=60,
        title="days within which a complaint is resolved",
        description="a week: of those helped quickly, 82 to 95 in 100 buy again (TARP)",
    )
    resolve_asked_hours: int = Field(
        default=8,
        ge=1,
        le=80,
        title="hours before it is late, when a resolution is asked for",
        description="a day to get it done",
    )
    check_back_days: int = Field(
        default=7,
        ge=1,
        le=90,
        title="days of the calendar after a resolution, when to ask whether it held",
        description="a week: long enough to have used what was put right",
    )
    check_back_counts_days: int = Field(
        default=3,
        ge=0,
        le=90,
        title="days of the calendar after a resolution, from when on a word tells whether it held",
        description="sooner nobody can tell yet",
    )
    check_back_late_days: int = Field(
        default=2,
        ge=1,
        le=30,
        title="days after which checking back is late",
        description="nobody waits for it, and it is soon forgotten",
    )
    more_time_days: int = Field(
        default=2,
        ge=1,
        le=30,
        title="days after which a resolution that needed more time is asked for again",
        description="as often as they hear from us",
    )


def plans(facts: Facts) -> Iterable[Planned]:
    for complaint in facts.of(Complaint):
        steps = (_acknowledge, _update, _resolve) if complaint.is_open else (_check_back,)
        yield from (call for step in steps if (call := step(facts, complaint)))


def _acknowledge(facts: Facts, complaint: Complaint) -> Planned | None:
    if complaint.told_by(facts.touches) or _rest(facts, complaint, Step.ACKNOWLEDGE):
        return None
    hours = facts.number(FixNumbers).acknowledge_hours
    late_at = facts.calendar.after_hours(complaint.opened_at, hours)
    return _call(complaint, Step.ACKNOWLEDGE, "", complaint.opened_at, late_at)


def _update(facts: Facts, complaint: Complaint) -> Planned:
    """Every second working day since they last heard from us."""
    heard = complaint.told_by(facts.touches)
    rest = _rest(facts, complaint, Step.UPDATE)
    anchors = [(complaint.opened_at, "")]
    anchors += [(touch.at, f"t{touch.id}") for touch in heard[-1:]]
    anchors += [(rest.at, f"n{rest.nudge_id}")] if rest else []
    since, anchor = max(anchors)
    numbers = facts.number(FixNumbers)
    late_at = facts.calendar.after_days(since, numbers.update_days)
    asked = _ahead(facts, late_at, numbers.update_asked_hours, since)
    return _call(complaint, Step.UPDATE, anchor, asked, late_at)


def _resolve(facts: Facts, complaint: Complaint) -> Planned:
    rest = _rest(facts, complaint, Step.RESOLVE)
    numbers = facts.number(FixNumbers)
    days = numbers.more_time_days if rest else numbers.resolve_days
    since = rest.at if rest else complaint.opened_at
    late_at = facts.calendar.after_days(since, days)
    asked = _ahead(facts, late_at, numbers.resolve_asked_hours, since)
    return _call(complaint, Step.RESOLVE, f"n{rest.nudge_id}" if rest else "", asked, late_at)


def _check_back(facts: Facts, complaint: Complaint) -> Planned | None:
    """Asked a week after the resolution, unless we have spoken since."""
    if complaint.resolved_at is None or _rest(facts, complaint, Step.CHECK_BACK):
        return None
    numbers = facts.number(FixNumbers)
    counts_from = complaint.resolved_at + timedelta(days=numbers.check_back_counts_days)
    since = [touch for touch in complaint.concerned(facts.touches) if touch.at >= counts_from]
    if any(touch.is_heard for touch in since):
        return None
    asked = facts.calendar.morning_of(
        complaint.resolved_at + timedelta(days=numbers.check_back_days)
    )
    late_at = facts.calendar.after_days(asked, numbers.check_back_late_days)
    return _call(complaint, Step.CHECK_BACK, "", asked, late_at)


def _ahead(facts: Facts, late_at: datetime, hours: float, since: datetime) -> datetime:
    """So many working hours before it is late, and never before there was anything to ask for."""
    return max(facts.calendar.before_hours(late_at, hours), facts.calendar.next_working(since))


def _rest(facts: Facts, complaint: Complaint, step: Step) -> Dismissal | None:
    rests = [each for each in facts.dismissals_of("fix") if each.subject == complaint.subject]
    return next((each for each in reversed(rests) if each.about.get("step") == step), None)


def _call(
    complaint: Complaint, step: Step, anchor: str, ask_at: datetime, late_at: datetime
) -> Planned:
    return Planned(
        play="fix",
        episode=f"{complaint.id}:{step}:{anchor}",
        ask_at=ask_at,
        late_at=late_at,
        about={"step": step, "words": phrases.shorten(complaint.words)},
        subject=complaint.subject,
        urgency=Urgency.BREAKS_THROUGH,
    )


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = Named(scene.customer.name)
    words = str(nudge.about.get("words") or "")
    saying = partial(_saying, gist(words))
    match nudge.about.get("step"):
        case Step.ACKNOWLEDGE:
            headline = line("📣 Let ", who, " know that we heard them")
            return saying(headline, (), "Acknowledged", ("They know already",))
        case Step.UPDATE:
            headline = line("🔄 Tell ", who, " where their complaint stands")
            return saying(headline, (), "Updated", ("Nothing new to tell yet",))
        case Step.RESOLVE:
            headline = line("🔧 Put it right for ", who)
            return saying(headline, (), "Resolved", ("It needs more time",))
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
    name="fix",
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
