"""Working time: Monday to Friday, nine to five, on somebody's own clock.

All moments are aware; sums are made on the wall clock and handed back in UTC, so that a working
day is eight hours long on the days when daylight saving begins or ends, too.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain import numbers

ONE_DAY = timedelta(days=1)


def is_working_day(day: date) -> bool:
    return day.weekday() in numbers.WORKING_DAYS


def is_working(at: datetime, zone: ZoneInfo) -> bool:
    local = at.astimezone(zone)
    in_hours = numbers.DAY_BEGINS <= local.time() < numbers.DAY_ENDS
    return in_hours and is_working_day(local.date())


def next_working(at: datetime, zone: ZoneInfo) -> datetime:
    """`at` itself in working time, else the next morning at nine."""
    if is_working(at, zone):
        return at
    local = at.astimezone(zone)
    day = local.date()
    if local.time() >= numbers.DAY_BEGINS:
        day += ONE_DAY
    return moment(_working_day_from(day), numbers.DAY_BEGINS, zone)


def after_hours(at: datetime, hours: float, zone: ZoneInfo) -> datetime:
    """When `hours` of working time have passed since `at`; a deadline may be five sharp."""
    start = next_working(at, zone).astimezone(zone)
    left = timedelta(hours=hours)
    day, clock = start.date(), start.time()
    while left > _rest_of_day(clock):
        left -= _rest_of_day(clock)
        day, clock = _working_day_from(day + ONE_DAY), numbers.DAY_BEGINS
    end = datetime.combine(day, clock) + left
    return moment(end.date(), end.time(), zone)


def after_days(at: datetime, days: float, zone: ZoneInfo) -> datetime:
    """When so many whole working days of time have passed: the same time of day, days later."""
    return after_hours(at, days * numbers.HOURS_A_DAY, zone)


def morning(at: datetime, zone: ZoneInfo) -> datetime:
    """The first 09:15 of a working day at or after `at`."""
    day = _working_day_from(at.astimezone(zone).date())
    asked = moment(day, numbers.MORNING, zone)
    if asked >= at:
        return asked
    return moment(_working_day_from(day + ONE_DAY), numbers.MORNING, zone)


def next_morning(at: datetime, zone: ZoneInfo) -> datetime:
    """09:15 of the first working day after today."""
    tomorrow = at.astimezone(zone).date() + ONE_DAY
    return moment(_working_day_from(tomorrow), numbers.MORNING, zone)


def morning_of(at: datetime, zone: ZoneInfo) -> datetime:
    """09:15 of the working day on which `at` falls, or of the next one."""
    day = _working_day_from(at.astimezone(zone).date())
    return moment(day, numbers.MORNING, zone)


def days_later(at: datetime, days: int, zone: ZoneInfo) -> datetime:
    """09:15 of the so many-th working day after the date of `at`, however early that was."""
    day = at.astimezone(zone).date()
    for _ in range(days):
        day = _working_day_from(day + ONE_DAY)
    return moment(day, numbers.MORNING, zone)


def day_end(at: datetime, zone: ZoneInfo) -> datetime:
    """Five o'clock of the working day on which `at` falls, or of the next one."""
    day = _working_day_from(at.astimezone(zone).date())
    return moment(day, numbers.DAY_ENDS, zone)


def midnight(day: date, zone: ZoneInfo) -> datetime:
    return moment(day, time(0), zone)


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def last_working_day_before(day: date) -> date:
    day -= ONE_DAY
    while not is_working_day(day):
        day -= ONE_DAY
    return day


def moment(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """That wall-clock time in UTC; a time which daylight saving skips comes an hour later."""
    return datetime.combine(day, clock, zone).astimezone(UTC)


def _working_day_from(day: date) -> date:
    while not is_working_day(day):
        day += ONE_DAY
    return day


def _rest_of_day(clock: time) -> timedelta:
    begun = timedelta(hours=clock.hour, minutes=clock.minute, seconds=clock.second)
    begun += timedelta(microseconds=clock.microsecond)
    return timedelta(hours=numbers.DAY_ENDS.hour) - begun
