"""How much of what waits a person's day holds, what is chosen for it, and where it is asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.precedence import Need


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """Something that waits for a person. `since` is when it was to be asked, `shown` on how many
    lists it has stood untouched, and `rests_until` when it may stand on one again. What `can_wait`
    is for light days.
    """

    id: int
    rank: float
    since: datetime
    is_red: bool = False
    shown: int = 0
    rests_until: datetime | None = None
    can_wait: bool = False


def choose_new(queue: Collection[Candidate], places: int, now: datetime) -> list[Candidate]:
    """Of what was never shown, the first in rank, and always the oldest among them. A day is light
    as long as nothing more that has been shown wants a place than the one that is kept for it.
    """
    fresh = _by_rank([each for each in queue if not each.shown])
    chosen = _with_oldest([each for each in fresh if not each.can_wait], places)
    again = choose_shown(queue, len(queue), now)
    light = places - len(chosen) - max(0, len(again) - 1)
    return [*chosen, *_with_oldest([each for each in fresh if each.can_wait], light)]


def _with_oldest(ranked: Sequence[Candidate], places: int) -> list[Candidate]:
    if places <= 0 or not ranked:
        return []
    oldest = min(ranked, key=lambda each: (each.since, -each.rank, each.id))
    first = list(ranked[:places])
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
