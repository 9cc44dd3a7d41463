"""Dates that matter to a customer, and on which of them we are to say something."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import ClassVar
from zoneinfo import ZoneInfo

from pydantic import Field

from domain.calendar import ONE_DAY, Calendar, midnight
from domain.facts import Facts
from domain.settings import Numbers
from domain.touches import Direction, Kind, Touch
from domain.typed_days import in_year

NAME = "day that matters"
TABLE = "customer_date"
DAYS_SPARED = 2
"""So many days after it a wish is still better than none."""


class Sort(StrEnum):
    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    RENEWAL = "renewal"
    REVIEW = "review"
    OTHER = "other"


class RememberNumbers(Numbers):
    group: ClassVar[str] = "remember"

    renewal_days: int = Field(
        default=60,
        ge=1,
        le=365,
        title="days of the calendar before a renewal, on which we talk about it",
        description="while they can still choose, and so can we",
    )
    review_days: int = Field(
        default=14,
        ge=1,
        le=90,
        title="days of the calendar before a review, on which it is prepared",
        description="two weeks: an hour is found, and the figures are got together",
    )
    late_days: int = Field(
        default=5,
        ge=1,
        le=20,
        title="days after which a word before a renewal or a review is late",
        description="a week of so many that are left",
    )

    def ahead(self, sort: Sort) -> timedelta:
        days = {Sort.RENEWAL: self.renewal_days, Sort.REVIEW: self.review_days}
        return timedelta(days=days.get(sort, 0))


@dataclass(frozen=True, kw_only=True)
class Dated:
    """`called` is whose birthday it is, or what the day is called. Without a year, and where it
    `comes_again`, it is every year's; of a birthday the year is that of their birth.
    """

    id: int
    customer_id: int
    sort: Sort
    month: int
    day: int
    added_at: datetime
    called: str = ""
    year: int | None = None
    added_by_id: int | None = None

    @property
    def comes_again(self) -> bool:
        return self.year is None or self.sort in {Sort.BIRTHDAY, Sort.ANNIVERSARY}

    def days(self, since: date) -> Iterator[date]:
        """Each of its days from then on."""
        if not self.comes_again:
            once = in_year(self.month, self.day, self.year or since.year)
            yield from [once] if once >= since else []
            return
        for year in range(since.year, date.max.year):
            if (day := in_year(self.month, self.day, year)) >= since:
                yield day


def asked_on(day: date, calendar: Calendar, theirs: ZoneInfo) -> datetime:
    """Our last working morning on which it is no later than that day where the customer is."""
    ours = day + ONE_DAY
    while True:
        morning = calendar.morning_of(midnight(ours, calendar.zone))
        if calendar.is_working_day(ours) and morning.astimezone(theirs).date() <= day:
            return morning
        ours -= ONE_DAY


def over_at(sort: Sort, day: date, zone: ZoneInfo) -> datetime:
    """A wish may come two days late; what is to be talked about before, not at all."""
    spared = 0 if sort in {Sort.RENEWAL, Sort.REVIEW} else DAYS_SPARED
    return midnight(day + (spared + 1) * ONE_DAY, zone)


def marks(touch: Touch) -> bool:
    """They heard from us, or one of us took their call."""
    if touch.direction is Direction.THEIRS:
        return touch.kind in {Kind.CALL, Kind.MEETING} and touch.is_heard
    return touch.kind is not Kind.NOTE and touch.is_heard


def zone_of(facts: Facts) -> ZoneInfo:
    theirs = facts.customer.zone
    return ZoneInfo(theirs) if theirs else facts.calendar.zone
