"""Special occasion: something out of the ordinary for raving fans, once a quarter."""

from collections.abc import Iterable

from domain import phrases
from domain.facts import Facts
from domain.messages import line
from domain.nudges import Nudge, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import Kind
from features.dates.rules import marks
from features.occasions.rules import NAME, OccasionNumbers, occasion


def plans(facts: Facts) -> Iterable[Planned]:
    found = occasion(facts)
    if found is None:
        return
    asked = facts.morning(found.due)
    yield Planned(
        play=NAME,
        episode=found.anchor,
        ask_at=asked,
        late_at=facts.calendar.after_days(asked, facts.number(OccasionNumbers).late_after_days),
        about={
            "who": facts.contact_name(),
            "special_at": found.special.at.isoformat() if found.special else None,
        },
    )


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    special_at = phrases.moment(nudge.about.get("special_at"))
    since = line("Nothing out of the ordinary from us yet.")
    if special_at:
        day = phrases.standing_day(special_at, scene.now, scene.zone)
        since = line("The last thing out of the ordinary was ", day, ".")
    return Saying(
        headline=line("🎈 Something special for ", *who, "?"),
        why=(
            line("They recommend us unasked."),
            since,
            line("A visit, an invitation, something that they like: it need not cost much."),
        ),
        done="Done",
        did="did something special for them",
        reasons=("Not the right moment", "They would rather not", "There was something already"),
    )


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.GIFT,
    need=lambda _: Need.OCCASION,
    answers=marks,
    numbers=OccasionNumbers,
)
PLAYS = (PLAY,)
