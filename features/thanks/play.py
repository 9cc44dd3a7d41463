"""Thank: by name for praise and referrals, and regularly whoever keeps buying or recommends us."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import ClassVar

from pydantic import Field

from domain import phrases
from domain.customers import Rung
from domain.facts import Facts
from domain.messages import Line, Words, line
from domain.nudges import Nudge, Plain, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.returning import LINE
from domain.settings import Numbers
from domain.touches import Kind, Sign, Touch
from features.quiet.rules import RECOMMENDING, clock
from features.satisfaction.rules import gladness
from features.thanks.rules import given, others, spoken, thanks

SELDOM = frozenset({Rung.CUSTOMER, Rung.MEMBER})
DESERVING = {Sign.REFERRAL: "Referral", Sign.PRAISE: "Praise"}
"""The rarer first: where somebody did both, the referral is what we thank for."""


class ThankNumbers(Numbers):
    group: ClassVar[str] = "thank"

    customer_days: int = Field(
        default=180,
        ge=14,
        le=730,
        title="days of the calendar from one thank-you to a customer to the next",
        description="twice a year, beside the words in between that are about something",
    )
    member_days: int = Field(
        default=90,
        ge=14,
        le=730,
        title="days of the calendar from one thank-you to a member to the next",
        description="once a quarter: they belong to us",
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
        days = {Rung.CUSTOMER: self.customer_days, Rung.MEMBER: self.member_days}.get(rung)
        return timedelta(days=days) if days else None


@dataclass(frozen=True, kw_only=True)
class Deserved:
    """What is thanked for by name: praise, a referral, or that they are highly satisfied."""

    at: datetime
    known_at: datetime
    said: str
    words: str
    episode: str
    touch: Touch | None = None

    @property
    def is_referral(self) -> bool:
        return self.touch is not None and Sign.REFERRAL in self.touch.signs


def plans(facts: Facts) -> Iterable[Planned]:
    thanked = [touch for touch in facts.touches if thanks(touch)]
    anchors = [(each.at, f"t{each.id}") for each in thanked]
    anchors += [(each.at, f"n{each.nudge_id}") for each in facts.dismissals_of("thank")]
    since, anchor = max(anchors, default=(None, "start"))
    last = thanked[-1] if thanked else None
    deserving = [*_deserving(facts, since)]
    if deserving:
        yield _for_words(facts, deserving, last)
    elif times := _times(facts, since):
        yield _routine(facts, times, anchor, last)


def _times(facts: Facts, since: datetime | None) -> tuple[datetime, datetime] | None:
    """When it is asked, and from when on it is late. Customers and members have a clock of their
    own; who recommends us is thanked instead of being asked about when it has been quiet, so any
    word of ours puts it off, and it comes before they have waited for too long.
    """
    rung, began, numbers = (
        facts.customer.rung,
        facts.customer.rung_since,
        facts.number(ThankNumbers),
    )
    if every := numbers.interval(rung):
        asked = facts.morning((since or began) + every)
        return asked, facts.calendar.after_days(asked, numbers.late_after_days)
    quiet = clock(facts) if rung in RECOMMENDING else None
    if quiet is None:
        return None
    quiet = replace(quiet, since=max(quiet.since, since or quiet.since))
    asked = facts.morning(quiet.full_from)
    return asked, facts.calendar.day_end(max(quiet.ends, asked))


def _deserving(facts: Facts, since: datetime | None) -> Iterable[Deserved]:
    """Oldest first: kind words, and that they have become highly satisfied."""
    found = [
        Deserved(
            at=touch.at,
            known_at=touch.known_at,
            said=next(noun for sign, noun in DESERVING.items() if sign in touch.signs),
            words=touch.words,
            episode=str(touch.id),
            touch=touch,
        )
        for touch in facts.touches
        if touch.signs & DESERVING.keys()
    ]
    if glad := gladness(facts):
        episode = f"s{glad.id}"
        said = glad.level.capitalize()
        found.append(
            Deserved(at=glad.at, known_at=glad.at, said=said, words=glad.words, episode=episode)
        )
    every = sorted(found, key=lambda each: each.at)
    return (each for each in every if since is None or each.at > since)


def _for_words(facts: Facts, deserving: list[Deserved], last: Touch | None) -> Planned:
    """One reminder for all that was said since the last thanks: the oldest sets the time, and is
    late no sooner than we could have known of it.
    """
    first = deserving[0]
    known_at = min(each.known_at for each in deserving)
    within = facts.number(ThankNumbers).words_within_days
    best = max(deserving, key=lambda each: (each.is_referral, each.at))
    return Planned(
        play="thank",
        episode=f"words:{first.episode}",
        ask_at=facts.calendar.morning(first.at),
        late_at=facts.calendar.after_days(known_at, within),
        about={
            "who": facts.contact_name(best.touch),
            "said": best.said,
            "said_at": best.at.isoformat(),
            "words": phrases.shorten(best.words),
            **_last(last),
        },
    )


def _routine(
    facts: Facts, times: tuple[datetime, datetime], anchor: str, last: Touch | None
) -> Planned:
    customer, (asked, late_at) = facts.customer, times
    return Planned(
        play="thank",
        episode=f"{'seldom' if customer.rung in SELDOM else 'every'}:{anchor}",
        ask_at=asked,
        late_at=late_at,
        about={
            "who": facts.contact_name(),
            "rung": customer.rung.value,
            **_last(last),
        },
    )


def _last(thanked: Touch | None) -> Mapping[str, Plain]:
    """With what they were thanked last: not twice with the same."""
    if thanked is None:
        return {"thanked_at": None}
    return {
        "thanked_at": thanked.at.isoformat(),
        "thanked_with": spoken(thanked),
        "instead": " or ".join(others(given(thanked))),
    }


def is_one_need(nudge: Nudge, call: Planned) -> bool:
    """As long as they have not been thanked since it was asked for, unless nobody waits for it by
    now: they have gone to a lower rung, or nothing was said.
    """
    if _is_seldom(call.about) and not _is_seldom(nudge.about):
        return False
    before, now = (phrases.moment(each.about.get("thanked_at")) for each in (nudge, call))
    return now is None or (before is not None and now <= before)


def need(about: Mapping[str, Plain]) -> Need:
    """For words as long as they are fresh."""
    is_fresh = about.get("said_at") and not about.get(LINE)
    return Need.PRAISE if is_fresh else Need.THANKS


def _is_seldom(about: Mapping[str, Plain]) -> bool:
    return about.get("rung") in SELDOM


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
        if about.get("words"):
            yield line(Words(str(about["words"])))
    else:
        yield line(f"{phrases.a(str(about['rung'])).capitalize()} of ours", *thanked)
    if with_ := about.get("thanked_with"):
        yield line(f"Last time {with_}; this time perhaps {about['instead']}.")


PLAY = Play(
    name="thank",
    plans=plans,
    say=say,
    kind=lambda _: Kind.THANKS,
    need=need,
    answers=thanks,
    numbers=ThankNumbers,
    is_one_need=is_one_need,
)
PLAYS = (PLAY,)
