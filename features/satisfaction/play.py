"""Excellence: whoever is satisfied is asked what would make it excellent, twice a year at most."""

from collections.abc import Iterable
from datetime import timedelta

from domain import phrases
from domain.facts import Facts
from domain.messages import Line, Words, line
from domain.nudges import Nudge, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.satisfaction import Level
from domain.touches import Kind
from features.satisfaction.rules import EXCELLENCE, Improvement, SatisfactionNumbers, standing


def plans(facts: Facts) -> Iterable[Planned]:
    """From the day on which they say so; it comes with the next reminder of theirs."""
    there = standing(facts)
    if there is None or there.level is not Level.SATISFIED:
        return
    numbers = facts.number(SatisfactionNumbers)
    rests = [*facts.dismissals_of(EXCELLENCE)]
    rests += [each for each in facts.given_up if each.play == EXCELLENCE]
    asked = [(each.at, f"n{each.nudge_id}") for each in rests]
    asked += [(each.at, f"i{each.id}") for each in facts.of(Improvement)]
    last, anchor = max(asked, default=(None, f"s{there.id}"))
    due = there.at
    if last:
        due = max(due, last + timedelta(days=numbers.excellence_days))
    yield Planned(
        play=EXCELLENCE,
        episode=anchor,
        ask_at=due,
        late_at=facts.calendar.after_days(due, numbers.late_after_days),
        about={
            "who": facts.contact_name(),
            "said_at": there.at.isoformat(),
            "words": phrases.shorten(there.words),
        },
    )


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    return Saying(
        headline=line("🌟 Ask ", *who, " what would make it excellent"),
        why=tuple(_why(nudge, scene)),
        done="Asked",
        did="asked them",
        reasons=("Not the right moment", "They have told us already"),
    )


def _why(nudge: Nudge, scene: Scene) -> Iterable[Line]:
    if words := str(nudge.about.get("words") or ""):
        yield line(Words(words))
    at = phrases.moment(nudge.about.get("said_at")) or scene.now
    day = phrases.standing_day(at, scene.now, scene.zone)
    yield line("They are satisfied, they said ", day, ": one class is left.")


PLAY = Play(
    name=EXCELLENCE,
    plans=plans,
    say=say,
    kind=lambda _: Kind.CALL,
    need=lambda _: Need.EXCELLENCE,
    answers=lambda _: False,
    is_one_need=lambda *_: True,
)
PLAYS = (PLAY,)
