"""What else: whoever buys from us hears twice a year of something that may help them, too."""

from collections.abc import Iterable

from domain import phrases
from domain.facts import Facts
from domain.messages import Named, line
from domain.nudges import Nudge, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import Kind
from features.offers.rules import NAME, OfferNumbers, chance

SHOWN = 3
"""Of what they bought."""


def plans(facts: Facts) -> Iterable[Planned]:
    found = chance(facts)
    if found is None:
        return
    asked = facts.morning(found.due)
    yield Planned(
        play=NAME,
        episode=found.anchor,
        ask_at=asked,
        late_at=facts.calendar.after_days(asked, facts.number(OfferNumbers).late_after_days),
        about={
            "what": found.what,
            "bought": ", ".join(found.bought[:SHOWN]),
            "who": facts.contact_name(),
        },
    )


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    what, bought = Named(str(nudge.about["what"])), Named(str(nudge.about["bought"]))
    return Saying(
        headline=line("💡 Could ", what, " help ", *who, ", too?"),
        why=(
            line("They have bought ", bought, ", and nobody has told them about ", what, "."),
            line("Ask first how they get on with what they have."),
        ),
        done="Told them",
        did="told them about it",
        reasons=("It doesn't fit them", "They have it already", "Not the right moment"),
    )


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.CALL,
    need=lambda _: Need.WHAT_ELSE,
    answers=lambda _: False,
    knows=lambda nudge: {"what", "bought"} <= nudge.about.keys(),
    numbers=OfferNumbers,
)
PLAYS = (PLAY,)
