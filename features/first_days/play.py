"""First days: a word with whoever has bought for the first time, step by step."""

from collections.abc import Iterable
from datetime import date, datetime, time

from domain import phrases
from domain.calendar import moment
from domain.facts import Facts
from domain.messages import Line, Named, Words, line
from domain.nudges import Nudge, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import Kind
from features.first_days.rules import (
    NAME,
    Course,
    FirstDaysNumbers,
    course,
    reached_them,
)
from features.purchases.rules import what

A_FEW, A_FORTNIGHT, SIX_WEEKS, A_QUARTER = 3, 14, 45, 90
SPANS = {7: "week", 30: "month", 60: "two months"}


def plans(facts: Facts) -> Iterable[Planned]:
    """The first step that is not over, alone: the one after it takes its place in its time."""
    made = course(facts)
    if made is None:
        return
    asked, late = asked_at(facts, made, made.step), facts.number(FirstDaysNumbers).late_after_days
    bought = made.purchase
    yield Planned(
        play=NAME,
        episode=f"{bought.touch_id}:{made.step}",
        ask_at=asked,
        late_at=facts.calendar.after_days(asked, late),
        about={
            "day": made.step,
            "days": ",".join(map(str, made.days)),
            "bought_on": made.bought_on.isoformat(),
            "bought_at": bought.at.isoformat(),
            "words": phrases.shorten(bought.words),
            "what": what(bought.words),
            "who": _who(facts, bought.contact_id),
        },
    )


def asked_at(facts: Facts, made: Course, day: int) -> datetime:
    """On the first morning of that day or after it, once we know of the purchase."""
    due = facts.morning(moment(made.on(day), time(0), facts.calendar.zone))
    return max(due, facts.calendar.morning(made.purchase.known_at))


def _who(facts: Facts, contact_id: int | None) -> str:
    """Who has bought, else the first of their people."""
    named = [each.name for each in facts.contacts if each.id == contact_id]
    return (named or [facts.contact_name()])[0]


def say(nudge: Nudge, scene: Scene) -> Saying:
    """In the words of the newest step: what went by unsaid is not made up for."""
    about = nudge.about
    who = phrases.someone(about.get("who"), scene.customer.name)
    bought_at = phrases.moment(about.get("bought_at")) or scene.now
    bought = phrases.standing_day(bought_at, scene.now, scene.zone)
    words = str(about.get("words") or "")
    said = (line(Words(words)),) if words else ()
    return Saying(
        headline=_headline(_newest(nudge, scene), who, _called(str(about.get("what") or ""))),
        why=(line("Their first purchase was ", bought, "."), *said),
        done="Spoke with them",
        did="spoke with them",
        reasons=("They told us already", "Not the right moment", "They sent it back"),
    )


def _newest(nudge: Nudge, scene: Scene) -> int:
    """The last that has begun; of a reminder that is over, before the day on which it ended."""
    over_at = None if nudge.is_waiting else nudge.dismissed_at or nudge.ended_at
    day = (over_at or scene.now).astimezone(scene.zone).date()
    gone = (day - date.fromisoformat(str(nudge.about["bought_on"]))).days
    days = [int(each) for each in str(nudge.about["days"]).split(",")]
    begun = [each for each in days if each < gone or (each == gone and not over_at)]
    return max([int(nudge.about["day"] or 0), *begun])


def _called(bought: str) -> Line:
    return line("the ", Named(bought)) if bought else line("their first purchase")


def _headline(day: int, who: Line, it: Line) -> Line:
    span = SPANS.get(day, f"{day} days")
    if day <= A_FEW:
        return line("🌱 Welcome ", *who, ": how did ", *it, " arrive?")
    if day <= A_FORTNIGHT:
        return line("🌱 Ask ", *who, f": how was the first {span} with ", *it, "?")
    if day <= SIX_WEEKS:
        return line("🌱 Ask ", *who, f": a {span} with ", *it, ", what could be better?")
    if day <= A_QUARTER:
        return line("🌱 Ask ", *who, f": {span} on, would they choose ", *it, " again?")
    return line("🌱 Ask ", *who, f": {day} days with us, what would they tell a friend?")


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=lambda _: Kind.CALL,
    need=lambda _: Need.FIRST_DAYS,
    answers=reached_them,
    knows=lambda nudge: {"day", "days", "bought_on"} <= nudge.about.keys(),
    numbers=FirstDaysNumbers,
)
PLAYS = (PLAY,)
