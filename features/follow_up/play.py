"""Follow up: a first word to a new prospect at once, then keep at it, and know when to stop."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Annotated, ClassVar

from pydantic import BeforeValidator, Field

from domain import coverage, phrases
from domain.coverage import CareNumbers
from domain.customers import Rung
from domain.facts import Facts
from domain.messages import Line, Part, line
from domain.nudges import Dismissal, Nudge, Plain, Planned, Urgency
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.settings import Numbers, read_numbers
from domain.touches import IMPORTED, Direction, Kind, Touch
from features.ladder.rules import Move
from features.returns import rules as returns

NAME = "follow up"
FIRST, PARK = "first word", "park"
STEPS = {FIRST, "again", PARK, "quiet", "parked"}
THE_END = line("Have they answered? Reply “they answered” here, and I stop asking.")


class FollowUpNumbers(Numbers):
    group: ClassVar[str] = "follow_up"

    first_hours: int = Field(
        default=4,
        ge=1,
        le=40,
        title="hours within which a new prospect hears from us first",
        description="half a day: interest is greatest on the day it shows",
    )
    try_again_days: Annotated[
        tuple[Annotated[int, Field(ge=1, le=90)], ...], BeforeValidator(read_numbers)
    ] = Field(
        default=(1, 3, 7, 14),
        min_length=1,
        max_length=10,
        title="days after the first, second, … attempt without an answer, when to try again",
        description="sooner at first; after one more attempt parking is proposed",
    )
    answered_days: int = Field(
        default=3,
        ge=1,
        le=90,
        title="days after an answer to their enquiry, when to try again",
        description="they have what they asked for, and read it first",
    )
    park_days: int = Field(
        default=1,
        ge=1,
        le=30,
        title="days that the last attempt gets to be answered before parking is proposed",
        description="a whole day, so that nobody is parked while they answer",
    )
    quiet_late_days: int = Field(
        default=2,
        ge=1,
        le=30,
        title="days after which looking in on a prospect is late",
        description="nobody waits for it yet",
    )
    parked_days: int = Field(
        default=90,
        ge=7,
        le=730,
        title="days of the calendar that a prospect stays parked",
        description="a quarter: plans and budgets have changed by then",
    )


def plans(facts: Facts) -> Iterable[Planned]:
    """A suspect who asks has raised a hand like a prospect (docs/sources.md#the-ladder), and is
    tried again until they heard; else prospects only.
    """
    contacts = [touch for touch in facts.touches if touch.is_contact]
    rests = [rest for rest in facts.dismissals if rest.play in {NAME, returns.NAME}]
    match facts.customer.rung:
        case Rung.PROSPECT:
            yield _next(facts, contacts, rests)
        case Rung.SUSPECT if attempts := _attempts(contacts):
            if returns.unanswered(facts, returns.is_answered, _rested_at(facts, rests)):
                yield _again(facts, attempts, is_answer=False)


def _rested_at(facts: Facts, rests: Sequence[Dismissal]) -> datetime | None:
    moments = [rest.at for rest in rests]
    if facts.customer.parked_at:
        moments.append(facts.customer.parked_at)
    return max(moments, default=None)


def _next(facts: Facts, contacts: Sequence[Touch], rests: Sequence[Dismissal]) -> Planned:
    """What the latest event asks for: a parking, a waved-off reminder, an attempt, an answer."""
    parked_at = facts.customer.parked_at
    touched_at = contacts[-1].at if contacts else None
    rested_at = rests[-1].at if rests else None
    if parked_at and coverage.is_parked(facts) and parked_at >= (rested_at or parked_at):
        return _parked(facts, parked_at)
    if _is_new(facts, contacts, rested_at):
        return _first(facts)
    latest = max((at for at in (touched_at, rested_at) if at), default=None)
    if latest is None:
        return _quiet(facts, facts.customer.rung_since, "start", None)
    if latest == rested_at:
        return _quiet(facts, latest, f"n{rests[-1].nudge_id}", touched_at)
    attempts = _attempts(contacts)
    if not attempts:
        return _quiet(facts, latest, f"t{contacts[-1].id}", touched_at)
    return _again(facts, attempts, is_answer=_answers(facts, attempts))


def _is_new(facts: Facts, contacts: Sequence[Touch], rested_at: datetime | None) -> bool:
    """Nothing of ours was sent since the day on which they became a prospect, nor spoken with them.
    Whom an import knows to have been spoken to is not new, nor who stood higher.
    """
    since = facts.customer.rung_since
    if rested_at and rested_at >= since:
        return False
    moved = facts.of(Move)[-1:]
    if any(move.to_rung is Rung.PROSPECT and not move.is_up for move in moved):
        return False
    if facts.customer.is_eased and any(touch.words == IMPORTED for touch in contacts):
        return False
    first_day = facts.calendar.day(since)
    sent = (
        touch
        for touch in contacts
        if touch.direction is Direction.OURS or returns.is_answered(touch)
    )
    return all(facts.calendar.day(touch.known_at) < first_day for touch in sent)


def _first(facts: Facts) -> Planned:
    """At once, in working time; an import's are spread, and wait for their morning."""
    since = facts.customer.rung_since
    episode, hours = f"first:{since.isoformat()}", facts.number(FollowUpNumbers).first_hours
    about = {"step": FIRST, "since": since.isoformat()}
    if facts.customer.is_eased:
        return _routine(facts, episode=episode, due=since, late_at=None, about=about)
    asked = facts.calendar.next_working(since)
    return Planned(
        play=NAME,
        episode=episode,
        ask_at=asked,
        late_at=facts.calendar.after_hours(asked, hours),
        urgency=Urgency.ANSWER,
        about={"who": facts.contact_name(), **about},
    )


def _attempts(contacts: Sequence[Touch]) -> list[Touch]:
    """Ours in a row since they last answered."""
    attempts: list[Touch] = []
    for touch in contacts:
        if touch.subject is not None:
            continue
        attempts = [*attempts, touch] if touch.is_attempt else []
    return attempts


def _answers(facts: Facts, attempts: Sequence[Touch]) -> bool:
    """The one attempt there is was the answer to what they had asked."""
    if len(attempts) > 1 or not returns.is_answered(attempts[0]):
        return False
    before = facts.touches[: facts.touches.index(attempts[0])]
    return bool(returns.unanswered(replace(facts, touches=before), returns.is_tried, None))


def _again(facts: Facts, attempts: Sequence[Touch], *, is_answer: bool) -> Planned:
    tried, last = len(attempts), attempts[-1]
    numbers = facts.number(FollowUpNumbers)
    parks = tried > len(numbers.try_again_days)
    days = numbers.park_days if parks else numbers.try_again_days[tried - 1]
    days = max(days, numbers.answered_days) if is_answer else days
    due = facts.calendar.days_later(last.at, days)
    return _routine(
        facts,
        episode=f"{'park' if parks else 'attempt'}:t{last.id}",
        due=due,
        late_at=facts.calendar.day_end(facts.morning(due)),
        about={
            "step": PARK if parks else "again",
            "tried": tried,
            "at": last.at.isoformat(),
            **({"days": numbers.parked_days} if parks else {}),
            **({"answered": True} if is_answer else {}),
        },
    )


def _quiet(facts: Facts, since: datetime, anchor: str, touched_at: datetime | None) -> Planned:
    due = since + timedelta(days=facts.number(CareNumbers).prospect_days)
    about = {"step": "quiet", "at": touched_at.isoformat() if touched_at else None}
    return _routine(facts, episode=f"quiet:{anchor}", due=due, late_at=None, about=about)


def _parked(facts: Facts, parked_at: datetime) -> Planned:
    about = {"step": "parked", "at": parked_at.isoformat()}
    episode = f"parked:{parked_at.isoformat()}"
    due = parked_at + timedelta(days=facts.number(FollowUpNumbers).parked_days)
    return _routine(facts, episode=episode, due=due, late_at=None, about=about)


def _routine(
    facts: Facts,
    *,
    episode: str,
    due: datetime,
    late_at: datetime | None,
    about: Mapping[str, Plain],
) -> Planned:
    asked = facts.morning(due)
    late_days = facts.number(FollowUpNumbers).quiet_late_days
    late_at = late_at or facts.calendar.after_days(asked, late_days)
    about = {"who": facts.contact_name(), **about}
    return Planned(play=NAME, episode=episode, ask_at=asked, late_at=late_at, about=about)


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    at = phrases.moment(nudge.about.get("at"))
    day = phrases.standing_day(at or scene.now, scene.now, scene.zone)
    match nudge.about.get("step"):
        case step if step == FIRST:
            since = phrases.moment(nudge.about.get("since")) or scene.now
            day = phrases.standing_day(since, scene.now, scene.zone)
            new = line("Became a prospect ", day, ", and waits for a first word of ours.")
            return _saying(line("👋 A first word to ", *who), (new,), "Got in touch")
        case "again":
            why = (_tried(nudge, day), *((THE_END,) if nudge.is_waiting else ()))
            return _saying(line("📞 Try ", *who, " again"), why, "Tried again")
        case step if step == PARK:
            return _park(line("🅿️ Park ", *who, "?"), _tried(nudge, day), nudge.about.get("days"))
        case "parked":
            parked = line("Parked ", day, ": worth another try?")
            return _saying(line("📞 Look in on ", *who), (parked,), "Got in touch")
        case _:
            last = line("Last contact ", day, ".") if at else line("Not spoken to yet.")
            return _saying(line("📞 Follow up ", *who), (last,), "Got in touch")


def _tried(nudge: Nudge, day: Part) -> Line:
    if nudge.about.get("answered"):
        return line("Answered ", day, ", and nothing heard since.")
    tried = int(nudge.about["tried"] or 0)
    when = ", " if tried == 1 else ", last time "
    return line("Tried ", *phrases.times(tried), " without an answer", when, day, ".")


def _saying(headline: Line, why: tuple[Line, ...], done: str, did: str = "") -> Saying:
    return Saying(
        headline=headline,
        why=why,
        done=done,
        did=did or done.lower(),
        reasons=("They will come back to us", "Not interested", "Wrong person"),
    )


def _park(headline: Line, tried: Line, days: Plain) -> Saying:
    note = line(f"Parked means: no reminder for {days or FollowUpNumbers().parked_days} days.")
    return Saying(
        headline=headline,
        why=(tried, note),
        done="Park",
        did="parked them",
        reasons=("Keep trying", "They answered elsewhere"),
        waive="Don't park",
    )


def _kind(nudge: Nudge) -> Kind:
    """Who got in touch has spoken to them; a first word, or another try, waits for theirs."""
    return Kind.MESSAGE if nudge.about.get("step") in {FIRST, "again"} else Kind.CALL


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=_kind,
    need=lambda _: Need.FOLLOW_UP,
    knows=lambda nudge: nudge.about.get("step") in STEPS,
    numbers=FollowUpNumbers,
)
PLAYS = (PLAY,)
