"""Date: a birthday, a renewal or another day that matters to them does not pass in silence."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from domain import phrases
from domain.facts import Facts
from domain.messages import Count, Day, Line, Named, line
from domain.nudges import Nudge, Plain, Planned
from domain.plays import Play, Saying, Scene
from domain.precedence import Need
from domain.touches import Kind
from features.dates.rules import (
    NAME,
    Dated,
    RememberNumbers,
    Sort,
    asked_on,
    marks,
    over_at,
    zone_of,
)

_BEFORE = frozenset({Sort.RENEWAL, Sort.REVIEW})


def plans(facts: Facts) -> Iterable[Planned]:
    last = max((touch.at for touch in facts.touches if marks(touch)), default=None)
    rested = {(rest.about.get("date"), rest.about.get("day")) for rest in facts.dismissals_of(NAME)}
    for dated in facts.of(Dated):
        open_ = (
            call
            for call in _calls(facts, dated)
            if (dated.id, call.about["day"]) not in rested
            and (last is None or max(call.ask_at, dated.added_at) > last)
        )
        yield from [first for first in [next(open_, None)] if first]


def _calls(facts: Facts, dated: Dated) -> Iterator[Planned]:
    """For each of its days since we know of it, the first one first."""
    zone, calendar = zone_of(facts), facts.calendar
    numbers = facts.number(RememberNumbers)
    since = max(dated.added_at, facts.customer.eased_until)
    for day in dated.days(since.astimezone(zone).date()):
        due = asked_on(day - numbers.ahead(dated.sort), calendar, zone)
        ask_at = max(due, calendar.morning_of(since))
        days = numbers.late_days if dated.sort in _BEFORE else 0
        yield Planned(
            play=NAME,
            episode=f"{dated.id}:{day.isoformat()}",
            ask_at=ask_at,
            late_at=calendar.after_days(ask_at, days) if days else calendar.day_end(ask_at),
            about=_about(facts, dated, day),
        )


def _about(facts: Facts, dated: Dated, day: date) -> dict[str, Plain]:
    return {
        "date": dated.id,
        "day": day.isoformat(),
        "sort": dated.sort,
        "called": phrases.shorten(dated.called, 80),
        "who": facts.contact_name(),
        "years": day.year - dated.year if dated.year and dated.comes_again else None,
    }


def say(nudge: Nudge, scene: Scene) -> Saying:
    about = nudge.about
    sort = Sort(str(about["sort"]))
    done, did = _DONE[sort]
    return Saying(
        headline=_headline(sort, nudge, scene),
        why=tuple(_why(sort, nudge)),
        done=done,
        did=did,
        reasons=("The day is another one", "It was seen to already", "They would rather not"),
    )


_DONE = {
    Sort.BIRTHDAY: ("Wished", "wished them a happy birthday"),
    Sort.ANNIVERSARY: ("Done", "had a word on the day"),
    Sort.RENEWAL: ("Talked about it", "talked about it"),
    Sort.REVIEW: ("Arranged", "arranged it"),
    Sort.OTHER: ("Done", "saw to it"),
}


def _headline(sort: Sort, nudge: Nudge, scene: Scene) -> Line:
    customer, called = scene.customer.name, str(nudge.about.get("called") or "")
    on = _day(nudge, scene)
    match sort:
        case Sort.BIRTHDAY:
            who = phrases.someone(called, customer)
            return line("🎂 Wish ", *who, " a happy birthday, ", on)
        case Sort.ANNIVERSARY:
            return line("🎉 An anniversary of ", Named(customer), ", ", on, ": a word or a card?")
        case Sort.RENEWAL:
            return line("🔁 ", Named(customer), " renews ", on, ": talk about it in good time")
        case Sort.REVIEW:
            return line("📋 A review with ", Named(customer), " ", on, ": arrange and prepare it")
        case Sort.OTHER:
            return line("📅 ", Named(customer), ", ", on, ": ", Named(called))


def _day(nudge: Nudge, scene: Scene) -> Day:
    today = scene.now.astimezone(scene.zone).date()
    return Day(date.fromisoformat(str(nudge.about["day"])), today, stands=True)


def _why(sort: Sort, nudge: Nudge) -> Iterable[Line]:
    called, years = str(nudge.about.get("called") or ""), nudge.about.get("years")
    if years and sort is Sort.ANNIVERSARY:
        yield line(Count(int(years), "year"), " with us.")
    if called and sort not in {Sort.BIRTHDAY, Sort.OTHER}:
        yield line(Named(called))
    if sort is Sort.RENEWAL:
        yield line("Ask what has changed for them, and what they need next.")
    elif sort is Sort.REVIEW:
        yield line("Agree on the hour, and bring what was said the last time.")


def kind(nudge: Nudge) -> Kind:
    return Kind.MESSAGE if nudge.about.get("sort") == Sort.BIRTHDAY else Kind.CALL


PLAY = Play(
    name=NAME,
    plans=plans,
    say=say,
    kind=kind,
    need=lambda _: Need.DATE,
    answers=marks,
    numbers=RememberNumbers,
    knows=lambda nudge: {"date", "day", "sort"} <= nudge.about.keys(),
    over_at=lambda nudge, zone: over_at(
        Sort(str(nudge.about["sort"])), date.fromisoformat(str(nudge.about["day"])), zone
    ),
)
PLAYS = (PLAY,)


def coming(now: datetime, facts: Facts) -> list[tuple[date, Dated]]:
    """The next of each, the first to come first; without what is past and comes no more."""
    days = [(next_day(dated, now, facts), dated) for dated in facts.of(Dated)]
    return sorted(((day, it) for day, it in days if day), key=lambda each: (each[0], each[1].id))


def next_day(dated: Dated, now: datetime, facts: Facts) -> date | None:
    """On which it comes next."""
    return next(dated.days(now.astimezone(zone_of(facts)).date()), None)
