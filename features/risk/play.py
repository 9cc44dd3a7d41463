"""At risk: whoever may leave us is called within a working day."""

from collections.abc import Iterable
from datetime import timedelta

from domain import phrases
from domain.facts import Facts
from domain.messages import Line, Words, line
from domain.nudges import Nudge, Plain, Planned, Urgency
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
    Reason.DISSATISFIED: "They are dissatisfied",
}
WIN_BACK = "win back"
WELL = "All is well with them"


def plans(facts: Facts) -> Iterable[Planned]:
    """Once for the newest reason, once for their silence, and again where that goes on."""
    there = risk(facts)
    if there is None:
        return
    told, silence = there.told, there.silence
    is_told = told is not None and _is_open(facts, told)
    if told and is_told:
        yield _call(facts, told)
    if silence and _is_open(facts, silence) and not (told and is_told and silence.at <= told.at):
        yield _call(facts, silence)
    if silence:
        yield _win_back(facts, silence)


def _is_open(facts: Facts, evidence: Evidence) -> bool:
    rests = [each for each in facts.dismissals_of(NAME) if each.about.get("step") != WIN_BACK]
    is_rested = any(each.at > evidence.known_at for each in rests)
    return not (is_rested or was_called(facts, evidence))


def _call(facts: Facts, evidence: Evidence) -> Planned:
    days = facts.number(RiskNumbers).call_days
    return Planned(
        play=NAME,
        episode=evidence.key,
        ask_at=facts.calendar.next_working(evidence.known_at),
        late_at=facts.calendar.after_days(evidence.known_at, days),
        urgency=Urgency.ANSWER,
        about=_about(facts, evidence),
    )


def _win_back(facts: Facts, silence: Evidence) -> Planned:
    rests = [each.at for each in facts.dismissals_of(NAME) if each.about.get("step") == WIN_BACK]
    since = max([silence.at, *rests])
    due = since + timedelta(days=facts.number(RiskNumbers).win_back_days)
    asked = facts.calendar.morning_of(due)
    return Planned(
        play=NAME,
        episode=f"{WIN_BACK}:{due.date()}",
        ask_at=asked,
        late_at=facts.calendar.after_days(asked, facts.number(RiskNumbers).call_days),
        about={**_about(facts, silence), "step": WIN_BACK},
    )


def _about(facts: Facts, evidence: Evidence) -> dict[str, Plain]:
    return {
        "who": facts.contact_name(),
        "reason": evidence.reason,
        "at": evidence.at.isoformat(),
        "words": phrases.shorten(evidence.words),
    }


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    if nudge.about.get("step") == WIN_BACK:
        return Saying(
            headline=line("🪃 A call to win back ", *who, "?"),
            why=tuple(_why(nudge, scene)),
            done="Called",
            did="called them",
            reasons=("Not the right moment", WELL, "They are lost to us"),
        )
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
    reason = Reason(str(nudge.about["reason"]))
    if reason is Reason.SILENT:
        yield line("We reach out and hear nothing from them: noticed ", day, ".")
    else:
        yield line(f"{TOLD[reason]}, said ", day, ".")
    if nudge.about.get("words"):
        yield line(Words(str(nudge.about["words"])))


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.CALL,
    need=lambda about: Need.WIN_BACK if about.get("step") == WIN_BACK else Need.RISK,
    answers=is_call,
    numbers=RiskNumbers,
    is_one_need=lambda nudge, call: nudge.about.get("step") == call.about.get("step"),
    knows=lambda nudge: nudge.about.get("reason") in set(Reason) and "at" in nudge.about,
    states=states,
)
PLAYS = (PLAY,)
