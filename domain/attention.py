"""How much is asked of a person in a day, and what of all that waits for them comes first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from domain.customers import Customer, Rung
from domain.nudges import Nudge, Urgency
from domain.precedence import Need
from domain.settings import Numbers

LEAST, MOST = 2, 8
"""Within these a person's own budget lies."""


class Place(StrEnum):
    """Where routine is asked: in channel and list as they have room, or all of it in one of them.
    What a customer waits for is asked in the channel, unless all is private.
    """

    BOTH = "both"
    PRIVATE = "private"
    CHANNEL = "channel"


class AttentionNumbers(Numbers):
    group: ClassVar[str] = "attention"

    reminders_a_day: int = Field(
        default=5,
        ge=LEAST,
        le=MOST,
        title="new reminders a person and day; enquiries, promises and complaints may exceed them",
        description="of two reminders at once, people heed the second by a third less",
    )
    place: Place = Field(
        default=Place.BOTH,
        title="where routine is asked: both, private (all of it), or channel (all of it)",
        description="a team shares what it sees, and a crowded channel is read by nobody",
    )
    untouched_lists: int = Field(
        default=2,
        ge=1,
        le=5,
        title="morning lists on which a reminder may stand untouched before it rests",
        description="whoever has passed over it twice has better to do for now",
    )
    rest_days: int = Field(
        default=3,
        ge=1,
        le=20,
        title="days that a reminder rests then",
        description="long enough for others to have their turn within the week",
    )


HARM: Mapping[Need, float] = {
    Need.COMPLAINT: 20,
    Need.RETURN: 15,
    Need.PROMISE: 12,
    Need.RISK: 8,
    Need.CHECK_BACK: 6,
    Need.WIN_BACK: 4,
    Need.PRAISE: 4,
    Need.FIRST_DAYS: 3,
    Need.FOLLOW_UP: 3,
    Need.DATE: 3,
    Need.THANKS: 2,
    Need.QUIET: 2,
    Need.WHAT_ELSE: 1,
    Need.OCCASION: 1,
    Need.ASK: 1,
}
"""What it costs when nobody does it: whom we have failed leaves first, then who asked in vain."""

RUNG: Mapping[Rung, float] = {
    Rung.SUSPECT: 0.5,
    Rung.PROSPECT: 1.0,
    Rung.SHOPPER: 1.0,
    Rung.CUSTOMER: 1.2,
    Rung.MEMBER: 1.3,
    Rung.ADVOCATE: 1.4,
    Rung.RAVING_FAN: 1.5,
}
"""The higher, the more there is to lose: who recommends us brings others."""

FILLER = 0.25
"""What has more than a week to go is for light days."""

FULL = timedelta(days=7)
FULL_OF_SHORT = timedelta(days=3)
SHORT = timedelta(days=7)
"""What has less time than this altogether ranks fully for its last three days."""

STAR = 1.5
WORTH = ((100_000, 1.5), (10_000, 1.25))
"""What a customer brings in a year, in the workspace's currency."""

DAYS_TO_DOUBLE = 5
LATEST = 3.0
"""Being late counts double after five days of the calendar, and three times at most."""


@dataclass(frozen=True, kw_only=True)
class Rank:
    """Why something comes before something else."""

    harm: float
    lateness: float
    rung: float
    worth: float

    @property
    def value(self) -> float:
        return self.harm * self.lateness * self.rung * self.worth


def rank(nudge: Nudge, need: Need, customer: Customer, now: datetime) -> Rank:
    """The one formula by which all that waits for somebody is put in order."""
    return Rank(
        harm=HARM[need],
        lateness=_lateness(nudge, now),
        rung=RUNG[customer.rung],
        worth=_worth(customer),
    )


def _lateness(nudge: Nudge, now: datetime) -> float:
    late = now - nudge.late_at
    if late > timedelta():
        return min(LATEST, 1 + late / timedelta(days=DAYS_TO_DOUBLE))
    given = nudge.late_at - nudge.ask_at
    full = FULL if given >= SHORT else FULL_OF_SHORT
    return 1.0 if -late <= full else FILLER


def _worth(customer: Customer) -> float:
    """By orders of magnitude alone: one large customer must not hide twenty small ones."""
    worth = customer.worth or 0
    size = next((factor for least, factor in WORTH if worth >= least), 1.0)
    return size * (STAR if customer.is_star else 1.0)


def red_at(nudge: Nudge, need: Need) -> datetime:
    """From when on it is red: gone quiet at one and a half times the interval, of which it was
    asked at three quarters; what a customer waits for as soon as it is late; others after a week.
    """
    if nudge.urgency is not Urgency.ROUTINE or need is Need.PRAISE:
        return nudge.late_at
    if need is Need.QUIET:
        return nudge.late_at + 2 * max(nudge.late_at - nudge.ask_at, timedelta())
    return nudge.late_at + timedelta(days=7)


def waits_for_us(nudge: Nudge, need: Need) -> bool:
    """Whether a customer waits for it: it is asked in the channel, whoever else sees it there."""
    return nudge.urgency is not Urgency.ROUTINE or need is Need.PRAISE


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Something that waits for a person. `since` is when it was to be asked, `shown` on how many
    lists it has stood untouched, and `rests_until` when it may stand on one again.
    """

    id: int
    rank: float
    since: datetime
    is_red: bool = False
    shown: int = 0
    rests_until: datetime | None = None


def choose_new(queue: Collection[Candidate], places: int) -> list[Candidate]:
    """Of what was never shown, the first in rank, and always the oldest among them."""
    fresh = _by_rank([each for each in queue if not each.shown])
    if places <= 0 or not fresh:
        return []
    oldest = min(fresh, key=lambda each: (each.since, -each.rank, each.id))
    first = fresh[:places]
    return first if oldest in first else [*first[: places - 1], oldest]


def choose_shown(queue: Collection[Candidate], places: int, now: datetime) -> list[Candidate]:
    """Of what has been shown and does not rest, what is red first."""
    awake = (each for each in queue if each.shown and (each.rests_until or now) <= now)
    told = sorted(awake, key=lambda each: (not each.is_red, -each.rank, each.since, each.id))
    return told[: max(places, 0)]


def _by_rank(queue: Collection[Candidate]) -> list[Candidate]:
    return sorted(queue, key=lambda each: (-each.rank, each.since, each.id))


@dataclass(frozen=True, kw_only=True)
class Day:
    """What a person's day still holds: their budget, and how many reminders came already. The last
    place is kept for what comes during the day until `is_afternoon`.
    """

    budget: int
    came: int
    is_afternoon: bool = False

    @property
    def left(self) -> int:
        return max(0, self.budget - self.came)

    @property
    def places(self) -> int:
        """For what has waited since the morning."""
        return self.left if self.is_afternoon else max(0, self.left - 1)


CHANNEL_A_DAY = 10
FIRST_IN_CHANNEL = frozenset({Need.PRAISE, Need.THANKS, Need.FOLLOW_UP})
"""What a team gladly reads together."""


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """Somebody's reminder of today."""

    id: int
    owner_id: int | None
    need: Need
    rank: float


def in_channel(chosen: Sequence[Chosen], most: int = CHANNEL_A_DAY) -> set[int]:
    """Which of them are asked in the channel they share: all as long as they are few; else the
    first in rank, thanks and follow-ups before others, and of nobody more than their share.
    """
    if len(chosen) <= most:
        return {each.id for each in chosen}
    share = -(-most // len({each.owner_id for each in chosen}))
    taken: dict[int | None, int] = {}
    there: set[int] = set()
    for each in sorted(chosen, key=lambda it: (it.need not in FIRST_IN_CHANNEL, -it.rank, it.id)):
        if len(there) < most and taken.get(each.owner_id, 0) < share:
            taken[each.owner_id] = taken.get(each.owner_id, 0) + 1
            there.add(each.id)
    return there
