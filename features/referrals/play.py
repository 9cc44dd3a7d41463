"""Thank again: whoever sent us somebody hears from us when those have bought."""

from collections.abc import Iterable

from domain import phrases
from domain.facts import Facts
from domain.messages import Named, line
from domain.nudges import Nudge, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import Kind
from features.referrals.rules import NAME, Referral

WITHIN_DAYS = 1
"""Working days, as for every praise and referral."""


def plans(facts: Facts) -> Iterable[Planned]:
    rested = {each.about.get("referral") for each in facts.dismissals_of(NAME)}
    thanked = max((each.at for each in facts.touches if each.is_thanks), default=None)
    for each in facts.of(Referral):
        is_thanked = thanked and each.bought_at and thanked >= each.bought_at
        if each.bought_at and not is_thanked and each.id not in rested:
            yield Planned(
                play=NAME,
                episode=str(each.id),
                ask_at=facts.calendar.morning(each.bought_at),
                late_at=facts.calendar.after_days(each.bought_at, WITHIN_DAYS),
                about={
                    "who": facts.contact_name(),
                    "referral": each.id,
                    "name": each.name,
                    "at": each.bought_at.isoformat(),
                },
            )


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    sent = Named(str(nudge.about["name"]))
    at = phrases.moment(nudge.about["at"]) or scene.now
    day = phrases.standing_day(at, scene.now, scene.zone)
    return Saying(
        headline=line("🎁 Thank ", *who, " for ", sent),
        why=(line("They sent them to us, and ", sent, " bought ", day, "."),),
        done="Thanked",
        did="thanked them",
        reasons=("They know already", "A thank-you would not fit"),
    )


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.THANKS,
    need=lambda _: Need.PRAISE,
    answers=lambda touch: touch.is_thanks,
    knows=lambda nudge: {"referral", "name", "at"} <= nudge.about.keys(),
)
PLAYS = (PLAY,)
