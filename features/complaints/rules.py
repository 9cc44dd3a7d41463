"""Something to put right, and the clocks that run until it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import ClassVar
from zoneinfo import ZoneInfo

from pydantic import Field

from domain import phrases, reading
from domain.calendar import Calendar
from domain.customers import Customer
from domain.messages import Line, Words, line
from domain.settings import Numbers
from domain.stopped_clocks import Stop
from domain.subjects import Subject
from domain.touches import Sign, Touch
from domain.working_hours import WorkingHours, week_of

KIND = "complaint"
LATE = "complaint late"
NOBODYS = "complaint of nobody"
HANDED = "complaint handed over"
"""What a post is about: the complaint itself, the word to managers that it is late, or that nobody
has it, and to whoever has it now.
"""

WAIT = "complaint_wait"

GIST = 40
"""Characters of its words by which one is told from another."""


REMEMBERED = 5_000
"""Lines of which it is remembered whether they may complain."""

ANY_MOMENT = datetime(2026, 1, 1, tzinfo=UTC)
"""They say it at any time."""


class FixNumbers(Numbers):
    group: ClassVar[str] = "fix"

    owner_hours: int = Field(
        default=1,
        ge=1,
        le=40,
        title="hours within which somebody has a complaint that is nobody's",
        description="what is everybody's is done by nobody",
    )
    acknowledge_hours: int = Field(
        default=4,
        ge=1,
        le=80,
        title="hours within which a complaint is acknowledged",
        description="half a day: being heard comes first, long before it is put right",
    )
    acknowledge_managers_hours: int = Field(
        default=8,
        ge=1,
        le=160,
        title="hours after which managers are told that nobody has acknowledged it",
        description="a whole day: by then they have gone home unheard",
    )
    update_days: int = Field(
        default=2,
        ge=1,
        le=30,
        title="days within which somebody who complained hears from us again",
        description="long silence fails more people than a slow first answer",
    )
    update_asked_hours: int = Field(
        default=4,
        ge=1,
        le=40,
        title="hours before it is late, when an update is asked for",
        description="half a day to find out where it stands",
    )
    resolve_days: int = Field(
        default=5,
        ge=1,
        le=60,
        title="days within which a complaint is resolved",
        description="a week: of those helped quickly, 82 to 95 in 100 buy again (TARP)",
    )
    resolve_asked_hours: int = Field(
        default=8,
        ge=1,
        le=80,
        title="hours before it is late, when a resolution is asked for",
        description="a day to get it done",
    )
    waiting_days: int = Field(
        default=5,
        ge=1,
        le=60,
        title="days for which we wait for the customer before they are asked again",
        description="a week: they are busy as well, and its clocks stand still meanwhile",
    )
    check_back_days: int = Field(
        default=7,
        ge=1,
        le=90,
        title="days of the calendar after a resolution, when to ask whether it held",
        description="a week: long enough to have used what was put right",
    )
    check_back_counts_days: int = Field(
        default=3,
        ge=0,
        le=90,
        title="days of the calendar after a resolution, from when on a word tells whether it held",
        description="sooner nobody can tell yet",
    )
    check_back_late_days: int = Field(
        default=2,
        ge=1,
        le=30,
        title="days after which checking back is late",
        description="nobody waits for it, and it is soon forgotten",
    )
    history_days: int = Field(
        default=60,
        ge=7,
        le=730,
        title="days of the calendar within which earlier complaints of theirs are told",
        description="two months: whoever is put off twice remembers the first",
    )
    more_time_days: int = Field(
        default=2,
        ge=1,
        le=30,
        title="days after which a resolution that needed more time is asked for again",
        description="as often as they hear from us",
    )


class Step(StrEnum):
    """What a complaint asks for, in its order."""

    NAME_OWNER = "name an owner"
    ACKNOWLEDGE = "acknowledge"
    UPDATE = "update"
    ASK_AGAIN = "ask them again"
    RESOLVE = "resolve"
    CHECK_BACK = "check back"


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """Open until `resolved_at`; after that one thing is left, checking back.

    `touch_id` is the contact in which they said it. That it was acknowledged, or brought up to
    date, shows in the touches since. `owner_id` has it, on the clock of `owner_zone`; without one
    the customer's owner does. `remedy` is how it was put right. Its clocks begin anew when it is
    reopened.
    """

    id: int
    customer_id: int
    words: str
    opened_at: datetime
    opened_by_id: int | None = None
    touch_id: int | None = None
    resolved_at: datetime | None = None
    resolved_by_id: int | None = None
    escalated_at: datetime | None = None
    owner_id: int | None = None
    owner_zone: str = ""
    owner_week: str | None = None
    owner_country: str | None = None
    cause: str = ""
    remedy: str = ""
    is_severe: bool = False
    reopened_at: datetime | None = None
    joined_to_id: int | None = None
    is_withdrawn: bool = False

    @property
    def subject(self) -> Subject:
        return Subject(KIND, self.id)

    @property
    def begun_at(self) -> datetime:
        return self.reopened_at or self.opened_at

    @property
    def is_open(self) -> bool:
        return self.resolved_at is None and not self.is_withdrawn

    def earlier(self, others: "Iterable[Complaint]", days: int) -> "list[Complaint]":
        """What else they complained about within so many days before, the oldest first."""
        since = self.opened_at - timedelta(days=days)
        before = (
            each
            for each in others
            if not each.is_withdrawn and since <= each.opened_at and each.id < self.id
        )
        return sorted(before, key=lambda each: (each.opened_at, each.id))

    def has_it(self, customer: Customer) -> int | None:
        """Who is to put it right."""
        return self.owner_id or customer.owner_id

    def calendar(self, owners: Calendar, hours: WorkingHours) -> Calendar:
        """Of whoever has it; `owners` is the customer's owner's, or the channel's."""
        if not self.owner_zone:
            return owners
        week = week_of(self.owner_week) if self.owner_week else None
        return hours.calendar(ZoneInfo(self.owner_zone), week, self.owner_country)

    def says(self, words: str) -> bool:
        """Whether these are its words, however they were written."""
        spoken = _spoken(words)
        return bool(spoken) and spoken == _spoken(self.words)

    def concerned(self, touches: Iterable[Touch]) -> list[Touch]:
        """All but another complaint's steps."""
        return [touch for touch in touches if touch.subject in {None, self.subject}]

    def told_by(self, touches: Iterable[Touch]) -> list[Touch]:
        """By which of these they heard from us about it: an attempt in vain or a note tells
        nothing, nor does another complaint's step. Of two at its moment, the later one logged.
        """
        since = (self.begun_at, 0 if self.reopened_at else self.touch_id or 0)
        return [
            touch
            for touch in self.concerned(touches)
            if touch.is_talk and (touch.at, touch.id) > since
        ]

    def tried(self, touches: Sequence[Touch]) -> list[Touch]:
        """What we have told them or done about it, also in vain, and what was noted of it."""
        told = {touch.id for touch in self.told_by(touches)}
        own = {touch.id for touch in touches if touch.subject == self.subject}
        return [touch for touch in touches if touch.id in told | own and not touch.is_theirs]


@dataclass(frozen=True, kw_only=True)
class Wait:
    """We wait for the customer, until they get in touch (`answered_at`) or somebody says so."""

    id: int
    complaint_id: int
    since: datetime
    by_id: int | None = None
    ended_at: datetime | None = None
    answered_at: datetime | None = None

    def until(self, touches: Iterable[Touch]) -> datetime | None:
        """None while it lasts. `touches` are the latest, of which one may not be kept yet."""
        told = (each.at for each in touches if each.is_theirs and each.at > self.since)
        ends = (self.ended_at, self.answered_at, *told)
        return min((each for each in ends if each), default=None)


def stops(complaint: Complaint, waits: Iterable[Wait], touches: Iterable[Touch]) -> list[Stop]:
    """When its clocks stood still."""
    about = complaint.concerned(touches)
    own = (each for each in waits if each.complaint_id == complaint.id)
    return [Stop(each.since, each.until(about)) for each in own]


def complains(touch: Touch) -> bool:
    """Whether it tells of something wrong, for sure or perhaps."""
    if Sign.COMPLAINT in touch.signs:
        return True
    return bool(touch.words) and Sign.PRAISE not in touch.signs and _may_complain(touch.words)


@lru_cache(REMEMBERED)
def _may_complain(words: str) -> bool:
    said = reading.read(words, ANY_MOMENT, ZoneInfo("UTC"))
    return Sign.COMPLAINT in said.suspected


def gist(words: str) -> Line:
    """Ends a line that stands among others: which complaint it is about."""
    short = phrases.shorten(" ".join(words.split()), GIST)
    return line(": ", Words(short)) if short else ()


def _spoken(words: str) -> str:
    return " ".join(words.casefold().split())
