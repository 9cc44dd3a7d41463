"""Who is lost to us, why, and when it is worth a try to win them back."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from zoneinfo import ZoneInfo

from pydantic import Field

from domain.calendar import ONE_DAY, midnight
from domain.facts import Facts
from domain.precedence import State
from domain.settings import Numbers
from domain.touches import Kind, Touch

KIND = "lost_customer"
NAME = "win back"


class Why(StrEnum):
    """Why customers leave, as is often quoted of Xerox, and two more reasons
    (docs/sources.md#the-68-percent).
    """

    DIED = "died"
    MOVED = "moved away"
    FRIEND = "friend"
    COMPETITOR = "competitor"
    PRICE = "price"
    INDIFFERENCE = "nobody seemed to care"
    HARD = "hard to buy"
    OTHER = "other"


FOR_GOOD = frozenset({Why.DIED, Why.MOVED})
"""Nobody tries to win these back."""

_SAID = {
    Why.DIED: r"died|death|dead|deceased|passed away|out of business|bankrupt|insolvent",
    Why.MOVED: r"moved(?: away)?|moving(?: away)?|relocated",
    Why.FRIEND: r"(?:a |their |his |her )?friend",
    Why.COMPETITOR: r"(?:a |the )?competitor|competition|rival",
    Why.PRICE: r"(?:the |our )?prices?|cost|too expensive|too dear|cheaper",
    Why.INDIFFERENCE: r"nobody (?:seemed to )?cared?|no ?body cares|indifference|indifferent"
    r"|felt (?:ignored|forgotten|neglected)|neglected",
    Why.HARD: r"(?:too )?hard to buy|too (?:hard|difficult|complicated)|difficult to buy",
    Why.OTHER: r"others?",
}
_BEGINS = {
    why: re.compile(rf"(?:because )?(?:of )?(?:{it})\b", re.IGNORECASE) for why, it in _SAID.items()
}
_MEANS = {
    why: re.compile(rf"\b(?:{it})\b", re.IGNORECASE)
    for why, it in _SAID.items()
    if why is not Why.OTHER
}
_MONTHS = "january february march april may june july august september october november december"
_MONTH = {name[:3]: number for number, name in enumerate(_MONTHS.split(), 1)}
_NAMED = rf"(?P<month>{'|'.join(_MONTH)})[a-z]*\.?"
_UNTIL = re.compile(
    r"\b(?:until|till|up to|ends?(?: on| in)?|expires?(?: on| in)?|runs out(?: on| in)?) "
    rf"(?:the )?(?:end of )?(?:(?P<iso>\d{{4}}-\d\d-\d\d)"
    rf"|(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? )?(?:of )?{_NAMED}(?: (?P<after>\d{{1,2}})\b)?"
    r"(?:,? (?P<year>\d{4}))?)",
    re.IGNORECASE,
)


class WinBackNumbers(Numbers):
    group: ClassVar[str] = "win_back"

    after_days: int = Field(
        default=90,
        ge=14,
        le=730,
        title="days of the calendar after somebody was lost, when to try to win them back",
        description="a quarter: long enough to have compared, and to miss something",
    )
    contract_days: int = Field(
        default=14,
        ge=1,
        le=180,
        title="days of the calendar before their contract elsewhere ends, when to try",
        description="two weeks: while they decide, and before they have signed again",
    )
    again_days: int = Field(
        default=365,
        ge=30,
        le=1460,
        title="days of the calendar after a try that changed nothing, when to try again",
        description="a year: people and needs have changed, and no call is a nuisance",
    )
    late_after_days: int = Field(
        default=5,
        ge=1,
        le=30,
        title="days after which such a try is late",
        description="a week: nobody waits for it",
    )


@dataclass(frozen=True, kw_only=True)
class Lost:
    """`ended_touch_id` is the purchase that brought them back, where one did."""

    id: int
    customer_id: int
    since: datetime
    why: Why
    words: str = ""
    by_id: int | None = None
    contract_until: datetime | None = None
    ended_at: datetime | None = None
    ended_touch_id: int | None = None
    is_withdrawn: bool = False

    @property
    def is_open(self) -> bool:
        return self.ended_at is None and not self.is_withdrawn


@dataclass(frozen=True, kw_only=True)
class Told:
    """What was said of why. `is_clear`: the reason was named."""

    why: Why
    words: str
    contract_until: datetime | None
    is_clear: bool


def read(typed: str, now: datetime, zone: ZoneInfo) -> Told:
    """As "price, they switched to a cheaper one until March"."""
    typed = typed.strip(" ,:;-–—")
    until = contract_until(typed, now, zone)
    for why, begins in _BEGINS.items():
        if found := begins.match(typed):
            words = typed[found.end() :].strip(" ,:;-–—")
            return Told(why=why, words=words, contract_until=until, is_clear=True)
    meant = next((why for why, it in _MEANS.items() if it.search(typed)), None)
    why, is_clear = meant or Why.OTHER, meant is not None
    return Told(why=why, words=typed, contract_until=until, is_clear=is_clear)


def contract_until(typed: str, now: datetime, zone: ZoneInfo) -> datetime | None:
    """The end of that day, or of that month where no day is named; the next one to come."""
    found = _UNTIL.search(typed)
    if found is None:
        return None
    today = now.astimezone(zone).date()
    try:
        day = date.fromisoformat(found["iso"]) if found["iso"] else _day(found, today)
    except ValueError:
        return None
    return midnight(day + ONE_DAY, zone) if day >= today else None


def _day(found: re.Match[str], today: date) -> date:
    month, named = _MONTH[found["month"][:3].lower()], found["day"] or found["after"]
    for year in [int(found["year"])] if found["year"] else [today.year, today.year + 1]:
        first = date(year, month, 1)
        day = date(year, month, int(named)) if named else _last(first)
        if day >= today:
            return day
    return day


def _last(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1) - ONE_DAY


def lost(facts: Facts) -> Lost | None:
    return next((each for each in facts.of(Lost) if each.is_open), None)


def states(facts: Facts) -> Iterator[State]:
    for each in facts.of(Lost):
        if each.is_open:
            yield State.DIED if each.why is Why.DIED else State.LOST


def is_try(touch: Touch) -> bool:
    """They were spoken to."""
    return touch.kind in {Kind.CALL, Kind.MEETING} and touch.is_heard


def due(facts: Facts, gone: Lost) -> datetime:
    """When to try next: the first of the days that are set after the last try; then each year."""
    numbers = facts.number(WinBackNumbers)
    days = [gone.since + timedelta(days=numbers.after_days)]
    if gone.contract_until:
        days.append(gone.contract_until - timedelta(days=numbers.contract_days))
    tries = [touch.at for touch in facts.touches if is_try(touch)]
    tries += [each.at for each in facts.dismissals_of(NAME)]
    last = max((at for at in tries if at > gone.since), default=gone.since)
    morning = facts.calendar.morning_of
    return min(
        (day for day in days if morning(day) > last),
        default=last + timedelta(days=numbers.again_days),
    )
