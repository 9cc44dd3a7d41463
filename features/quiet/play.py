"""Gone quiet: a word with whoever has not heard from us for most of their care interval."""

import re
from collections.abc import Iterable, Mapping

from domain import coverage, phrases
from domain.facts import Facts
from domain.messages import Count, Line, Named, Words, line
from domain.nudges import Nudge, Plain, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import SPOKEN, Kind, Touch
from features.quiet.rules import NAME, Clock, QuietNumbers, clock, is_word

_TOPIC = re.compile(r"\babout ([^,.;:!?]{2,40})(?:$|[,.;:!?])")
QUOTED = 80
"""Characters of the last contact's words."""


def plans(facts: Facts) -> Iterable[Planned]:
    if there := clock(facts):
        yield _word(facts, there)


def _word(facts: Facts, there: Clock) -> Planned:
    numbers = facts.number(QuietNumbers)
    asked = facts.morning(there.since + there.interval * (numbers.asked_percent / 100))
    late_at = there.ends
    if late_at < asked:
        late_at = facts.calendar.after_days(asked, numbers.late_after_days)
    return Planned(
        play=NAME,
        episode=there.key,
        ask_at=asked,
        late_at=late_at,
        about={
            "who": facts.contact_name(),
            "rung": facts.customer.rung.value,
            "days": there.interval.days,
            "since": there.since.isoformat(),
            "full_from": there.full_from.isoformat(),
            **_last(coverage.last_reach(facts)),
        },
    )


def _last(reach: Touch | None) -> Mapping[str, Plain]:
    if reach is None:
        return {"reached_at": None}
    found = _TOPIC.search(reach.words) if reach.by_id else None
    return {
        "reached_at": reach.at.isoformat(),
        "kind": reach.kind.value,
        "topic": found[1].strip() if found else "",
        "words": phrases.shorten(reach.words, QUOTED) if reach.by_id and not found else "",
    }


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    return Saying(
        headline=line("🌿 A word with ", *who, "?"),
        why=tuple(_why(nudge, scene)),
        done="Spoke with them",
        did="had a word with them",
        reasons=("We have spoken since", "Not the right moment", "Better left alone"),
    )


def _why(nudge: Nudge, scene: Scene) -> Iterable[Line]:
    about = nudge.about
    since = phrases.moment(about["since"]) or scene.now
    reached_at = phrases.moment(about.get("reached_at"))
    if reached_at is None:
        day = phrases.standing_day(since, scene.now, scene.zone)
        rung = phrases.a(str(about.get("rung")))
        yield line(f"They became {rung} ", day, ", and nobody of us has reached them yet.")
        return
    day = phrases.standing_day(reached_at, scene.now, scene.zone)
    told = line(f"{_verb(str(about.get('kind')))} ", day, *_topic(about))
    if since > reached_at:
        yield line(*told, ".")
        return
    makes = phrases.standing_day(nudge.late_at, scene.now, scene.zone)
    makes_it = "it is" if nudge.late_at > scene.now else "it was"
    yield line(*told, f"; {makes_it} ", Count(int(about["days"] or 0), "day"), " ", makes, ".")
    if about.get("words"):
        yield line(Words(str(about["words"])))


def _verb(kind: str) -> str:
    if kind in SPOKEN:
        return "You last spoke"
    return "They were last thanked" if kind in {Kind.THANKS, Kind.GIFT} else "You last wrote"


def _topic(about: Mapping[str, Plain]) -> Line:
    return line(" about ", Named(str(about["topic"]))) if about.get("topic") else ()


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.CALL,
    need=lambda _: Need.QUIET,
    answers=is_word,
    numbers=QuietNumbers,
    is_one_need=lambda *_: False,
    knows=lambda nudge: {"since", "days"} <= nudge.about.keys(),
)
PLAYS = (PLAY,)
