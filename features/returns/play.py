"""Return: whoever turns to us is answered within their clock, on every rung."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from domain import phrases
from domain.facts import Facts
from domain.messages import Count, Line, Words, line
from domain.nudges import Nudge, Plain, Planned, Urgency
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import Kind, Touch
from features.returns import rules
from features.returns.rules import NAME, ReturnNumbers

ANSWER, AGAIN = "answer", "again"
FORMER = "enquiry"
"""What the step was called while it was for prospects only, by a play that it is no longer of."""

STEPS = {ANSWER, AGAIN, FORMER}
CALLED, ASKED_FOR, ASKED, WROTE = "called", "asked for", "asked", "wrote"
WAITS = {
    CALLED: "They called {}, and reached nobody.",
    ASKED_FOR: "They wanted to speak to somebody {}.",
    ASKED: "They asked {}.",
    WROTE: "They got in touch {}.",
}
REASONS = ("It needs no answer", "Answered elsewhere", "Not for us")
IN_VAIN = line("No luck again? Reply “no answer” here, and I ask again tomorrow.")


def plans(facts: Facts) -> Iterable[Planned]:
    """One for all that waits: who answers one thing has them on the line."""
    if open_ := rules.waiting(facts):
        tried = rules.tried_since(facts, open_[0])
        yield _again(facts, open_, tried) if tried else _answer(facts, open_)


def _answer(facts: Facts, open_: Sequence[Touch]) -> Planned:
    """By the clock that ends first."""
    asked = {each.id: rules.asked_at(facts, each) for each in open_}
    late = {each.id: rules.late_at(facts, each, asked[each.id]) for each in open_}
    first = min(open_, key=lambda each: (late[each.id], each.id))
    return Planned(
        play=NAME,
        episode=str(open_[0].id),
        ask_at=min(asked.values()),
        late_at=late[first.id],
        urgency=Urgency.ANSWER,
        about={"step": ANSWER, **_about(facts, first, open_)},
    )


def _again(facts: Facts, open_: Sequence[Touch], tried: Sequence[Touch]) -> Planned:
    days = facts.number(ReturnNumbers).again_days
    asked = facts.calendar.days_later(tried[-1].at, days)
    return Planned(
        play=NAME,
        episode=f"again:{tried[-1].id}",
        ask_at=asked,
        late_at=facts.calendar.day_end(asked),
        urgency=Urgency.ANSWER,
        about={
            "step": AGAIN,
            "tried": len(tried),
            "tried_at": tried[-1].at.isoformat(),
            **_about(facts, open_[0], open_),
        },
    )


def _about(facts: Facts, first: Touch, open_: Sequence[Touch]) -> dict[str, Plain]:
    return {
        "who": facts.contact_name(first),
        "how": _how(first),
        "said_at": first.at.isoformat(),
        "words": phrases.shorten(first.words),
        "more": len(open_) - 1,
        "managers_at": rules.managers_at(facts, open_).isoformat(),
    }


def _how(touch: Touch) -> str:
    if rules.is_missed(touch):
        return CALLED
    if rules.is_for_a_voice(touch):
        return ASKED_FOR
    return ASKED if rules.asks(touch) else WROTE


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    by_voice = _is_by_voice(nudge)
    headline = line("☎️ Call ", *who, " back") if by_voice else line("📩 Answer ", *who)
    did, why = "called them back" if by_voice else "answered them", tuple(_why(nudge, scene))
    if nudge.about.get("step") == AGAIN:
        headline = line("☎️ Try ", *who, " again")
        why = (*why, IN_VAIN) if nudge.is_waiting else why
    return Saying(
        headline=headline, why=why, done=done(by_voice=by_voice), did=did, reasons=REASONS
    )


def done(*, by_voice: bool) -> str:
    """What its button says."""
    return "Called back" if by_voice else "Answered"


def _is_by_voice(nudge: Nudge) -> bool:
    """They wanted to hear one."""
    return nudge.about.get("how") in {CALLED, ASKED_FOR}


def _why(nudge: Nudge, scene: Scene) -> Iterable[Line]:
    day = phrases.standing_day(said_at(nudge) or scene.now, scene.now, scene.zone)
    before, _, after = WAITS[str(nudge.about.get("how") or ASKED)].partition("{}")
    yield line(before, day, after)
    if words := str(nudge.about.get("words") or ""):
        yield line(Words(words))
    if more := int(nudge.about.get("more") or 0):
        yield line("And ", Count(more, "more contact"), " of theirs since.")
    if tried := int(nudge.about.get("tried") or 0):
        at = phrases.moment(nudge.about.get("tried_at")) or scene.now
        last = phrases.standing_day(at, scene.now, scene.zone)
        yield line("Tried ", *phrases.times(tried), " without an answer, last ", last, ".")


def said_at(nudge: Nudge) -> datetime | None:
    return phrases.moment(nudge.about.get("said_at"))


def who_can(nudge: Nudge, scene: Scene) -> Line:
    """The word that asks everybody."""
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    by_voice = line("Who can call ", *who, " back?")
    return by_voice if _is_by_voice(nudge) else line("Who can answer ", *who, "?")


def _kind(nudge: Nudge) -> Kind:
    return Kind.CALL if _is_by_voice(nudge) else Kind.MESSAGE


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=_kind,
    need=lambda _: Need.RETURN,
    answers=rules.is_tried,
    numbers=ReturnNumbers,
    is_one_need=lambda nudge, call: nudge.about.get("step") == call.about["step"] == ANSWER,
    knows=lambda nudge: nudge.about.get("step") in STEPS,
)
PLAYS = (PLAY,)
