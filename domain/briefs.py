"""What to know before a call: at most ten lines, the most important first, each with its source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from zoneinfo import ZoneInfo

from domain.facts import Facts
from domain.messages import Action, Item, Line, Person

MOST = 10


class About(IntEnum):
    """What a line is about, the most important first."""

    OWED = 1
    COMPLAINT = 2
    LAST_CONTACT = 3
    SATISFACTION = 4
    LEDGER = 5
    DATE = 6
    PEOPLE = 7
    OFFER = 8
    BESIDES = 9


@dataclass(frozen=True, kw_only=True)
class Known:
    """All that it is made of, on the clock of whoever reads it. `people` names teammates by id."""

    facts: Facts
    now: datetime
    zone: ZoneInfo
    people: Mapping[int, Person]

    def by(self, teammate_id: int | None) -> Person | None:
        return self.people.get(teammate_id or 0)


@dataclass(frozen=True, kw_only=True)
class BriefLine:
    """`source` opens the row that it is told from."""

    about: About
    line: Line
    source: Action

    @property
    def item(self) -> Item:
        return Item(line=self.line, actions=(self.source,))


def chosen(every: Iterable[BriefLine], most: int = MOST) -> tuple[BriefLine, ...]:
    """In order of importance. Where there are too many, the first about each thing comes before
    the second about any.
    """
    ordered = sorted(every, key=lambda each: each.about)
    seen: set[About] = set()
    ranked: list[tuple[int, int]] = []
    for place, each in enumerate(ordered):
        ranked.append((each.about in seen, place))
        seen.add(each.about)
    kept = sorted(place for _, place in sorted(ranked)[:most])
    return tuple(ordered[place] for place in kept)
