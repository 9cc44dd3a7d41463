"""Promise: what was said for a moment is asked about in time to be kept."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain import phrases
from domain.facts import Facts
from domain.messages import Button, Day, Line, Moment, Named, Words, line
from domain.nudges import Nudge, Planned, Urgency
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import Direction, Kind
from features.promises.rules import Promise, PromiseNumbers, asked_at, deadline, kept_by

NAME = "promise"
GIVEN = {Kind.CALL: "a call", Kind.MAIL: "a mail", Kind.MEETING: "a meeting"}
"""What was promised, in a word; else the words alone say it."""


def key(promise: Promise) -> str:
    return f"{NAME}:{promise.episode}"


def plans(facts: Facts) -> Iterable[Planned]:
    """Each that is open, on the clock of whoever owns the customer."""
    for promise in waiting(facts):
        yield _call(facts, promise)


def waiting(facts: Facts) -> list[Promise]:
    """Those that nobody has kept yet."""
    noted, numbers = facts.of(Promise), facts.number(PromiseNumbers)
    kept = kept_by(noted, facts.touches, facts.calendar, numbers) if noted else {}
    return [each for each in noted if each.is_open and each.id not in kept]


def _call(facts: Facts, promise: Promise) -> Planned:
    return Planned(
        play=NAME,
        episode=promise.episode,
        ask_at=asked_at(promise, facts.calendar, facts.number(PromiseNumbers)),
        late_at=deadline(promise, facts.calendar),
        urgency=Urgency.BREAKS_THROUGH if promise.is_ours else Urgency.ANSWER,
        about={
            "promise": promise.id,
            "whose": promise.whose,
            "kind": promise.kind,
            "words": phrases.shorten(promise.words),
            "at": promise.at.isoformat() if promise.has_hour else None,
            "day": promise.day.isoformat(),
        },
    )


def say(nudge: Nudge, scene: Scene) -> Saying:
    who, words = Named(scene.customer.name), str(nudge.about.get("words") or "")
    when = _when(nudge, scene.zone)
    about = line(": ", Words(words)) if words else ()
    why = (line(Words(words)),) if words else ()
    if nudge.about.get("whose") == Direction.THEIRS:
        return Saying(
            headline=line("🤝 Has ", who, " kept their word? It was due ", *when),
            why=why,
            done="They have",
            did="says that they have",
            reasons=("It is no longer needed", "They could not"),
            about=about,
            more=_more(nudge),
        )
    given = GIVEN.get(Kind(str(nudge.about.get("kind"))), "something")
    return Saying(
        headline=line("🤝 We promised ", who, f" {given}, ", *when),
        why=why,
        done="Kept",
        did="kept it",
        reasons=("It took longer than we thought", "They don't need it any more", "We forgot it"),
        waive="Could not",
        about=about,
        more=_more(nudge),
    )


def _more(nudge: Nudge) -> tuple[Button, ...]:
    ref = str(nudge.about["promise"])
    return (Button(action_id="promise.ask_move", ref=ref, label="Move", asks=True),)


def _when(nudge: Nudge, zone: ZoneInfo) -> Line:
    """In words that hold while they stand there."""
    if at := nudge.about.get("at"):
        return line(Moment(datetime.fromisoformat(str(at)), zone.key))
    day = date.fromisoformat(str(nudge.about["day"]))
    return line(Day(day, day, stands=True))


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda nudge: Kind(str(nudge.about["kind"])),
    need=lambda _: Need.PROMISE,
    answers=lambda touch: touch.is_talk or touch.direction is Direction.THEIRS,
    numbers=PromiseNumbers,
    knows=lambda nudge: {"promise", "whose", "kind", "day"} <= nudge.about.keys(),
)
PLAYS = (PLAY,)
