"""Welcome: whoever has become a member hears from us that we are glad."""

from collections.abc import Iterable

from domain import phrases
from domain.facts import Facts
from domain.messages import Words, line
from domain.nudges import Nudge, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import Kind
from features.welcome.rules import NAME, WelcomeNumbers, joined, welcomed_by


def plans(facts: Facts) -> Iterable[Planned]:
    since = joined(facts)
    rested = {rest.about.get("anchor") for rest in facts.dismissals_of(NAME)}
    if since is None or since.anchor in rested or welcomed_by(facts):
        return
    within = facts.number(WelcomeNumbers).within_days
    yield Planned(
        play=NAME,
        episode=since.anchor,
        ask_at=facts.calendar.morning(since.known_at),
        late_at=facts.calendar.after_days(since.known_at, within),
        about={
            "anchor": since.anchor,
            "who": facts.contact_name(since.touch),
            "joined_at": since.at.isoformat(),
            "words": phrases.shorten(since.touch.words) if since.touch else "",
        },
    )


def say(nudge: Nudge, scene: Scene) -> Saying:
    about = nudge.about
    who = phrases.someone(about.get("who"), scene.customer.name)
    joined_at = phrases.moment(about.get("joined_at")) or scene.now
    day = phrases.standing_day(joined_at, scene.now, scene.zone)
    words = str(about.get("words") or "")
    said = (line(Words(words)),) if words else ()
    return Saying(
        headline=line("🎉 Welcome ", *who, " as a member"),
        why=(line("They joined ", day, "."), *said),
        done="Welcomed",
        did="welcomed them",
        reasons=("They were welcomed already", "They are no member", "Better left alone"),
    )


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.CALL,
    need=lambda _: Need.DATE,
    answers=lambda touch: touch.reaches,
    knows=lambda nudge: "joined_at" in nudge.about,
    numbers=WelcomeNumbers,
)
PLAYS = (PLAY,)
