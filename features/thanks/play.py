"""Thank: advocates and raving fans regularly, and whoever praised or recommended us, by name."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import ClassVar

from pydantic import Field

from domain import phrases
from domain.customers import Rung
from domain.facts import Facts
from domain.messages import Line, Words, line
from domain.nudges import Nudge, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.settings import Numbers
from domain.touches import Kind, Sign, Touch

DESERVING = {Sign.REFERRAL: "Referral", Sign.PRAISE: "Praise"}
"""The rarer first: where somebody did both, the referral is what we thank for."""


class ThankNumbers(Numbers):
    group: ClassVar[str] = "thank"

    advocate_days: int = Field(
        default=45,
        ge=7,
        le=365,
        title="days of the calendar from one thank-you to an advocate to the next",
        description="often enough to be meant, and rarely enough not to be a habit",
    )
    raving_fan_days: int = Field(
        default=30,
        ge=7,
        le=365,
        title="days of the calendar from one thank-you to a raving fan to the next",
        description="once a month, for they do more for us than anybody",
    )
    words_within_days: int = Field(
        default=1,
        ge=1,
        le=20,
        title="days within which praise or a referral is thanked for",
        description="thanks are believed while both remember what for",
    )
    late_after_days: int = Field(
        default=5,
        ge=1,
        le=30,
        title="days after which a routine thank-you is late",
        description="a week: nobody waits for it",
    )

    def interval(self, rung: Rung) -> timedelta | None:
        days = {Rung.ADVOCATE: self.advocate_days, Rung.RAVING_FAN: self.raving_fan_days}.get(rung)
        return timedelta(days=days) if days else None


def plans(facts: Facts) -> Iterable[Planned]:
    thanks = [touch for touch in facts.touches if touch.is_thanks]
    anchors = [(each.at, f"t{each.id}") for each in thanks]
    anchors += [(each.at, f"n{each.nudge_id}") for each in facts.dismissals_of("thank")]
    since, anchor = max(anchors, default=(None, "start"))
    thanked_at = thanks[-1].at if thanks else None
    deserving = [touch for touch in facts.touches if _deserves(touch, since)]
    if deserving:
        yield _for_words(facts, deserving, thanked_at)
    elif every := facts.number(ThankNumbers).interval(facts.customer.rung):
        yield _routine(facts, (since or facts.customer.rung_since) + every, anchor, thanked_at)


def _deserves(touch: Touch, since: datetime | None) -> bool:
    said = touch.signs & DESERVING.keys()
    return bool(said) and (since is None or touch.at > since)


def _for_words(facts: Facts, deserving: list[Touch], thanked_at: datetime | None) -> Planned:
    """One reminder for all that was said since the last thanks: the oldest sets the time, and is
    late no sooner than we could have known of it.
    """
    first = deserving[0]
    known_at = min(each.known_at for each in deserving)
    within = facts.number(ThankNumbers).words_within_days
    best = max(deserving, key=lambda each: (Sign.REFERRAL in each.signs, each.at))
    return Planned(
        play="thank",
        episode=f"words:{first.id}",
        ask_at=facts.calendar.morning(first.at),
        late_at=facts.calendar.after_days(known_at, within),
        about={
            "who": facts.contact_name(best),
            "said": next(noun for sign, noun in DESERVING.items() if sign in best.signs),
            "said_at": best.at.isoformat(),
            "words": phrases.shorten(best.words),
            "thanked_at": thanked_at.isoformat() if thanked_at else None,
        },
    )


def _routine(facts: Facts, due: datetime, anchor: str, thanked_at: datetime | None) -> Planned:
    customer = facts.customer
    asked, late = facts.morning(due), facts.number(ThankNumbers).late_after_days
    return Planned(
        play="thank",
        episode=f"every:{anchor}",
        ask_at=asked,
        late_at=facts.calendar.after_days(asked, late),
        about={
            "who": facts.contact_name(),
            "rung": customer.rung.value,
            "thanked_at": thanked_at.isoformat() if thanked_at else None,
        },
    )


def is_one_need(nudge: Nudge, call: Planned) -> bool:
    """As long as they have not been thanked since it was asked for."""
    before, now = (phrases.moment(each.about.get("thanked_at")) for each in (nudge, call))
    return now is None or (before is not None and now <= before)


def say(nudge: Nudge, scene: Scene) -> Saying:
    who = phrases.someone(nudge.about.get("who"), scene.customer.name)
    return Saying(
        headline=line("🎁 Thank ", *who),
        why=tuple(_why(nudge, scene)),
        done="Thanked",
        did="thanked them",
        reasons=("Not the right moment", "No longer a fan of ours", "A thank-you would not fit"),
    )


def _why(nudge: Nudge, scene: Scene) -> Iterable[Line]:
    about = nudge.about
    thanked_at = phrases.moment(about.get("thanked_at"))
    thanked = line("; not thanked yet.")
    if thanked_at:
        last = phrases.standing_day(thanked_at, scene.now, scene.zone)
        thanked = line("; last thanked ", last, ".")
    if said_at := phrases.moment(about.get("said_at")):
        day = phrases.standing_day(said_at, scene.now, scene.zone)
        yield line(f"{about['said']} ", day, *thanked)
        yield line(Words(str(about["words"])))
    else:
        yield line(f"{phrases.a(str(about['rung'])).capitalize()} of ours", *thanked)


PLAY = Play(
    name="thank",
    plans=plans,
    say=say,
    kind=lambda _: Kind.THANKS,
    need=lambda about: Need.PRAISE if about.get("said_at") else Need.THANKS,
    answers=lambda touch: touch.is_thanks,
    numbers=ThankNumbers,
    is_one_need=is_one_need,
)
PLAYS = (PLAY,)
