"""At risk: whoever may leave us is called within a working day."""

from collections.abc import Iterable

from domain import phrases
from domain.facts import Facts
from domain.messages import Line, Words, line
from domain.nudges import Nudge, Planned, Urgency
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import Kind
from features.risk.rules import (
    NAME,
    Evidence,
    Reason,
    RiskNumbers,
    is_call,
    risk,
    states,
    was_called,
)

TOLD = {
    Reason.CANCELLED: "They want to end something with us",
    Reason.COMPETITOR: "Somebody else is after their business",
    Reason.CONTACT_LEFT: "Our contact there leaves",
    Reason.COMPLAINTS: "Their third complaint in a short time",
}
WELL = "All is well with them"


def plans(facts: Facts) -> Iterable[Planned]:
    """Once for the newest reason."""
    there = risk(facts)
    if there is None or was_called(facts, there.newest):
        return
    if not any(it.at > there.newest.touch.known_at for it in facts.dismissals_of(NAME)):
        yield _call(facts, there.newest)


def _call(facts: Facts, evidence: Evidence) -> Planned:
    touch, days = evidence.touch, facts.number(RiskNumbers).call_days
    return Planned(
        play=NAME,
        episode=f"{evidence.reason}:{touch.id}",
        ask_at=facts.calendar.next_working(touch.known_at),
        late_at=facts.calendar.after_days(touch.known_at, days),
        urgency=Urgency.ANSWER,
        about={
            "who": facts.contact_name(),
            "reason": evidence.reason,
            "at": touch.at.isoformat(),
            "words": phrases.shorten(touch.words),
        },
    )


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    return Saying(
        headline=line("⚠️ Call ", *who, ": they may leave us"),
        why=tuple(_why(nudge, scene)),
        done="Called",
        did="called them",
        reasons=(WELL, "We have spoken since", "They are lost to us"),
    )


def _why(nudge: Nudge, scene: Scene) -> Iterable[Line]:
    at = phrases.moment(nudge.about["at"]) or scene.now
    day = phrases.standing_day(at, scene.now, scene.zone)
    yield line(f"{TOLD[Reason(str(nudge.about['reason']))]}, said ", day, ".")
    if nudge.about.get("words"):
        yield line(Words(str(nudge.about["words"])))


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.CALL,
    need=lambda _: Need.RISK,
    answers=is_call,
    numbers=RiskNumbers,
    is_one_need=lambda *_: True,
    knows=lambda nudge: nudge.about.get("reason") in set(Reason) and "at" in nudge.about,
    states=states,
)
PLAYS = (PLAY,)
