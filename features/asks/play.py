"""Ask: for a review, a referral or a few words to quote, of whoever has had enough from us."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from domain import phrases
from domain.facts import Facts
from domain.messages import Line, Words, joined, line
from domain.nudges import Nudge, Plain, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import Kind
from features.asks.rules import NAME, AskNumbers, Chance, Wanted, chance, is_ask, wanted

NAMED = 2
"""Gives that a reminder names."""

FOR = {
    Wanted.REVIEW: "for a review",
    Wanted.REFERRAL: "whom else we could help",
    Wanted.TESTIMONIAL: "for a few words that we may quote",
    Wanted.SURVEY: "to answer a survey",
}


def plans(facts: Facts) -> Iterable[Planned]:
    found = chance(facts)
    if found is None:
        return
    rests = facts.dismissals_of(NAME)
    anchors = [(found.last.at, f"a{found.last.id}")] if found.last else []
    anchors += [(rest.at, f"n{rest.nudge_id}") for rest in rests[-1:]]
    asked = max(facts.morning(found.at), facts.calendar.morning(found.at))
    yield Planned(
        play=NAME,
        episode=max(anchors, default=(None, "start"))[1],
        ask_at=asked,
        late_at=facts.calendar.after_days(asked, facts.number(AskNumbers).late_after_days),
        about={
            "what": wanted(facts, asked).value,
            "who": facts.contact_name(found.moment.touch if found.moment else None),
            **_moment(found),
            **_given(found),
        },
    )


def _moment(found: Chance) -> Mapping[str, Plain]:
    if found.moment is None:
        return {}
    return {
        "glad_at": found.moment.at.isoformat(),
        "is_praise": int(found.moment.is_praise),
        "is_high": int(found.moment.touch is None),
        "words": phrases.shorten(found.moment.words),
    }


def _given(found: Chance) -> Mapping[str, Plain]:
    about: dict[str, Plain] = {"again": int(found.last is not None)}
    for place, give in enumerate(found.gives[-NAMED:]):
        about |= {f"given_{place}": give.called, f"given_{place}_at": give.at.isoformat()}
    return about


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    return Saying(
        headline=line("🙋 Ask ", *who, f" {FOR[Wanted(str(nudge.about['what']))]}"),
        why=tuple(_why(nudge.about, scene)),
        done="Asked",
        did="asked them",
        reasons=("Not the right moment", "They would rather not be asked", "They did it already"),
    )


def _why(about: Mapping[str, Plain], scene: Scene) -> Iterable[Line]:
    if glad_at := phrases.moment(about.get("glad_at")):
        day = phrases.standing_day(glad_at, scene.now, scene.zone)
        yield line(_glad(about), day, ".")
        if words := str(about.get("words") or ""):
            yield line(Words(words))
    places = [place for place in range(NAMED) if about.get(f"given_{place}")]
    named = (_named(about, place, scene) for place in places)
    yield line("Since the last ask: " if about.get("again") else "So far: ", *joined(named), ".")


def _glad(about: Mapping[str, Plain]) -> str:
    if about.get("is_high"):
        return "They are highly satisfied, they said "
    return "They praised us " if about.get("is_praise") else "What we put right held, they said "


def _named(about: Mapping[str, Plain], place: int, scene: Scene) -> Line:
    at = datetime.fromisoformat(str(about[f"given_{place}_at"]))
    day = phrases.standing_day(at, scene.now, scene.zone)
    return line(f"{about[f'given_{place}']} ", day)


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.MESSAGE,
    need=lambda _: Need.ASK,
    answers=is_ask,
    knows=lambda nudge: nudge.about.get("what") in set(Wanted),
    numbers=AskNumbers,
)
PLAYS = (PLAY,)
