"""What somebody has said to do by a moment, ours or theirs, and when it is asked about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Annotated, ClassVar
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, PlainSerializer

from domain.calendar import ONE_DAY, Calendar, midnight, moment
from domain.messages import Day, Line, Moment, line
from domain.settings import Numbers
from domain.subjects import Subject
from domain.touches import Direction, Kind, Touch
from domain.working_hours import read_time, tell_time

KIND = "promise"
OVER = "promise is over"
"""The alarm at which the reminder changes where it stands: its moment has come."""

_WRITTEN = frozenset({Kind.MAIL, Kind.MESSAGE})


class PromiseNumbers(Numbers):
    group: ClassVar[str] = "promise"

    ahead_hours: int = Field(
        default=2,
        ge=0,
        le=40,
        title="hours before its moment, when a promise is asked for",
        description="long enough to prepare for it, and short enough not to forget it again",
    )
    morning_until: Annotated[time, BeforeValidator(read_time), PlainSerializer(tell_time)] = Field(
        default=time(11, 0),
        title="what is promised for earlier in the day is asked for when work begins",
        description="two hours after work begins at nine",
    )


@dataclass(frozen=True, kw_only=True)
class Promise:
    """`at` is its moment, or the midnight with which its day begins in the customer's `zone` where
    no hour `has_hour` was named. `kind` is how it is kept; a note where the words do not say.
    `touch_id` is the contact in whose words it was found, `kept_touch_id` the one that has kept it.
    """

    id: int
    customer_id: int
    words: str
    at: datetime
    has_hour: bool
    zone: str
    whose: Direction
    kind: Kind
    made_at: datetime
    made_by_id: int | None = None
    touch_id: int | None = None
    kept_at: datetime | None = None
    kept_by_id: int | None = None
    kept_touch_id: int | None = None
    let_go_at: datetime | None = None
    is_withdrawn: bool = False

    @property
    def subject(self) -> Subject:
        return Subject(KIND, self.id)

    @property
    def is_open(self) -> bool:
        return not (self.kept_at or self.let_go_at or self.is_withdrawn)

    @property
    def is_ours(self) -> bool:
        return self.whose is Direction.OURS

    @property
    def day(self) -> date:
        """On the customer's clock."""
        return self.at.astimezone(ZoneInfo(self.zone)).date()

    @property
    def ends_at(self) -> datetime:
        """When it is broken, unless it was kept."""
        return self.at if self.has_hour else midnight(self.day + ONE_DAY, ZoneInfo(self.zone))

    def is_kept_by(self, touch: Touch, asked_at: datetime) -> bool:
        """They heard from us in the way that was promised, on the day or since it was asked for.
        What *Done* has logged was asked for by something else.
        """
        since = min(asked_at, midnight(self.day, ZoneInfo(self.zone)))
        is_in_time = touch.at >= since and touch.known_at > self.made_at
        is_such = touch.kind is self.kind or {touch.kind, self.kind} <= _WRITTEN
        was_typed = touch.nudge_id is None and touch.id != self.touch_id
        return self.is_ours and touch.is_talk and is_such and is_in_time and was_typed


def deadline(promise: Promise, calendar: Calendar) -> datetime:
    """When it is late: after its moment; of a day the end of the owner's work on it. What is theirs
    is asked about on the working day after, and late with that.
    """
    if not promise.is_ours:
        return calendar.day_end(_asked_of_them(promise, calendar))
    if promise.has_hour:
        return promise.at
    last = _last_chance(promise, calendar)
    return last if last > promise.at else promise.ends_at


def asked_at(promise: Promise, calendar: Calendar, numbers: PromiseNumbers) -> datetime:
    """Once, in working time, early enough to keep it; never before it was made."""
    if not promise.is_ours:
        return _asked_of_them(promise, calendar)
    asked = _asked_of_us(promise, calendar, numbers)
    return asked if asked > promise.made_at else _at_short_notice(promise, calendar)


def _asked_of_us(promise: Promise, calendar: Calendar, numbers: PromiseNumbers) -> datetime:
    if not promise.has_hour:
        return calendar.morning_of(_last_chance(promise, calendar) - timedelta(seconds=1))
    ahead = calendar.before_hours(promise.at, numbers.ahead_hours)
    begins = _work_begins(promise.at, calendar)
    if begins is None or begins >= promise.at:
        return ahead
    clock = promise.at.astimezone(calendar.zone).time()
    return begins if clock < numbers.morning_until else max(ahead, begins)


def _work_begins(at: datetime, calendar: Calendar) -> datetime | None:
    """On that day, if anybody works on it."""
    day = calendar.day(at)
    if not calendar.is_working_day(day):
        return None
    return calendar.next_working(midnight(day, calendar.zone))


def _last_chance(promise: Promise, calendar: Calendar) -> datetime:
    """The end of the owner's last work before the customer's day is over."""
    return calendar.before_hours(promise.ends_at, 0)


def _asked_of_them(promise: Promise, calendar: Calendar) -> datetime:
    """The morning of the working day after: they have had all of theirs."""
    last = promise.at if promise.has_hour else promise.ends_at - timedelta(minutes=1)
    return calendar.days_later(last, 1)


def _at_short_notice(promise: Promise, calendar: Calendar) -> datetime:
    """Half-way through what is left of working time, else at its own moment."""
    ends = deadline(promise, calendar)
    begins = calendar.next_working(promise.made_at)
    if begins >= ends:
        return max(promise.made_at, ends)
    half = begins + (ends - begins) / 2
    return half if calendar.is_working(half) else begins


def kept_by(
    promises: Sequence[Promise],
    touches: Iterable[Touch],
    calendar: Calendar,
    numbers: PromiseNumbers,
) -> dict[int, Touch]:
    """By promise, the contact that has kept it. Of several that one may have kept, it is the one
    due first.
    """
    waiting = sorted((each for each in promises if each.is_open), key=lambda it: (it.at, it.id))
    asked = {each.id: asked_at(each, calendar, numbers) for each in waiting}
    kept: dict[int, Touch] = {}
    for touch in touches if waiting else ():
        there = (each for each in waiting if each.id not in kept)
        found = next((each for each in there if each.is_kept_by(touch, asked[each.id])), None)
        kept |= {found.id: touch} if found else {}
    return kept


def theirs(at: datetime, ours: ZoneInfo, zone: ZoneInfo) -> datetime:
    """What our clock shows then, on the customer's."""
    here = at.astimezone(ours)
    return moment(here.date(), here.time(), zone)


def called(promise: Promise, zone: ZoneInfo, today: date, *, stands: bool = False) -> Line:
    """Say "Thu 26 Nov, 15:00", or "on Thursday" where no hour was named."""
    if promise.has_hour:
        return line(Moment(promise.at, zone.key))
    return line(Day(promise.day, today, stands=stands))
