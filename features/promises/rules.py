"""What somebody has said to do by a moment, ours or theirs, and when it is asked about."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
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

QUARTER = 15
"""Minutes: nobody promises something for 14:07."""

LAST = 20
"""Of one's own promises of a kind, by which the time that they take is known."""

FEWEST = 5
"""Of them, from how many on they tell anything."""

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
    exceeded_percent: int = Field(
        default=10,
        ge=0,
        le=50,
        title="% of one's last 20 promises of a kind that may take longer than the time promised",
        description="one in ten: for more, a safer time is offered before it is promised",
    )


@dataclass(frozen=True, kw_only=True)
class Promise:
    """`at` is its moment, or the midnight with which its day begins in the customer's `zone` where
    no hour `has_hour` was named. `kind` is how it is kept; a note where the words do not say.
    `touch_id` is the contact in whose words it was found, `kept_touch_id` the one that has kept it.
    `why` it could not be kept, or was let go; `moves` is how often it was moved, and it
    `is_moved_late` where that was once its moment had passed.
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
    why: str = ""
    moves: int = 0
    is_moved_late: bool = False
    is_withdrawn: bool = False

    @property
    def subject(self) -> Subject:
        return Subject(KIND, self.id)

    @property
    def episode(self) -> str:
        """Moved, it is asked for anew."""
        return f"{self.id}.{self.moves}" if self.moves else str(self.id)

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


def days_early(promise: Promise, at: datetime) -> int:
    """Whole days on the customer's clock by which it is kept before the day of its moment."""
    kept_on = at.astimezone(ZoneInfo(promise.zone)).date()
    return max(0, (promise.day - kept_on).days) if promise.is_ours else 0


class Outcome(StrEnum):
    KEPT = "kept"
    MOVED = "moved in time"
    LATE = "late"
    BROKEN = "not kept"


def outcome(promise: Promise, now: datetime) -> Outcome | None:
    """What became of it; None while it may still be kept in time."""
    if promise.kept_at:
        is_late = promise.kept_at > promise.ends_at or promise.is_moved_late
        if is_late:
            return Outcome.LATE
        return Outcome.MOVED if promise.moves else Outcome.KEPT
    if promise.let_go_at:
        return Outcome.BROKEN
    if promise.is_moved_late or promise.ends_at <= now:
        return Outcome.LATE
    return Outcome.MOVED if promise.moves else None


@dataclass(frozen=True, kw_only=True)
class Safer:
    """Of so many of one's own last promises of that kind so many took longer than the time that is
    promised now; `takes` is what nine of ten were done in.
    """

    counted: int
    longer: int
    takes: timedelta


def safer(given: timedelta, before: Sequence[Promise], numbers: PromiseNumbers) -> Safer | None:
    """`before` are one's own last promises of that kind, those that were not kept among them; None
    where the time suffices, where there were too few, or where no time would have.
    """
    took = sorted(each.kept_at - each.made_at for each in before if each.kept_at)
    counted = len(before)
    longer = counted - sum(each <= given for each in took)
    if counted < FEWEST or longer * 100 <= counted * numbers.exceeded_percent:
        return None
    enough = counted - counted * numbers.exceeded_percent // 100
    if enough > len(took):
        return None
    return Safer(counted=counted, longer=longer, takes=took[enough - 1])


def safer_at(promise: Promise, found: Safer, calendar: Calendar) -> datetime | None:
    """A quarter of an hour that is worked; None where that is no later than what was said."""
    at = calendar.next_working(promise.made_at + found.takes)
    past = timedelta(minutes=at.minute % QUARTER, seconds=at.second, microseconds=at.microsecond)
    rounded = at - past + (timedelta(minutes=QUARTER) if past else timedelta())
    return rounded if rounded > promise.ends_at else None


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
