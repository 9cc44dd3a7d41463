"""Win back: who is lost gets a call once they may have come to miss us."""

from collections.abc import Iterable
from datetime import datetime

from domain import phrases
from domain.facts import Facts
from domain.messages import Line, Words, line
from domain.nudges import Nudge, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import Kind
from features.lost.rules import FOR_GOOD, NAME, Lost, WinBackNumbers, due, is_try, lost, states


def plans(facts: Facts) -> Iterable[Planned]:
    gone = lost(facts)
    if gone and gone.why not in FOR_GOOD:
        yield _call(facts, gone, due(facts, gone))


def _call(facts: Facts, gone: Lost, at: datetime) -> Planned:
    asked = facts.calendar.morning_of(at)
    late = facts.number(WinBackNumbers).late_after_days
    until = gone.contract_until
    return Planned(
        play=NAME,
        episode=f"{gone.id}:{at.date()}",
        ask_at=asked,
        late_at=facts.calendar.after_days(asked, late),
        about={
            "who": facts.contact_name(),
            "since": gone.since.isoformat(),
            "why": gone.why,
            "words": phrases.shorten(gone.words),
            "until": until.isoformat() if until and until > at else None,
        },
    )


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    return Saying(
        headline=line("🪃 A call to win back ", *who, "?"),
        why=tuple(_why(nudge, scene)),
        done="Called",
        did="called them",
        reasons=("Not the right moment", "They are better off without us", "They are back already"),
    )


def _why(nudge: Nudge, scene: Scene) -> Iterable[Line]:
    since = phrases.moment(nudge.about["since"]) or scene.now
    day = phrases.standing_day(since, scene.now, scene.zone)
    yield line("Lost ", day, f": {nudge.about['why']}.")
    if nudge.about.get("words"):
        yield line(Words(str(nudge.about["words"])))
    if until := phrases.moment(nudge.about.get("until")):
        ends = phrases.standing_day(until, scene.now, scene.zone)
        yield line("Their contract elsewhere ends ", ends, ".")


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.CALL,
    need=lambda _: Need.WIN_BACK,
    answers=is_try,
    numbers=WinBackNumbers,
    knows=lambda nudge: {"since", "why"} <= nudge.about.keys(),
    states=states,
)
PLAYS = (PLAY,)
