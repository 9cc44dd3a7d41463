"""One thing to do for many customers, ticked off one by one: a private list for each owner."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from domain.precedence import SILENT_IN, Need, State
from domain.touches import Kind

LIST, SHARE, ROW = "tick_list", "tick_share", "tick_row"
MOST = 2000
"""Customers on one of them."""

LEFT_OUT = frozenset({State.DIED, State.LOST, State.PAUSED, State.DO_NOT_CONTACT})
"""With whom nothing of ours is begun: they are on no list."""


@dataclass(frozen=True, kw_only=True)
class TickList:
    """`kind` is the contact that a tick logs, `need` what it is for: what silences such a reminder
    of a customer rests their row, too.
    """

    id: int
    name: str
    kind: Kind
    need: Need
    begun_by_id: int
    begun_at: datetime
    closed_at: datetime | None = None
    closed_by_id: int | None = None
    gone: bool = False

    @property
    def is_open(self) -> bool:
        return not self.gone and self.closed_at is None


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """A list that is to be begun; `notes` are what to know of a customer, by their id."""

    name: str
    kind: Kind
    need: Need
    notes: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Ticked:
    """A row: the customer, whose they are, and whether it was done."""

    id: int
    list_id: int
    customer_id: int
    name: str
    owner_id: int | None
    is_done: bool
    note: str = ""


def whose(row: Ticked, made: TickList, mates: Sequence[int]) -> int:
    """In whose share it stands: the owner's; of whoever began it, where the owner has none."""
    return row.owner_id if row.owner_id and row.owner_id in mates else made.begun_by_id


def resting(states: Collection[str], need: Need) -> State | None:
    """Why nothing of the kind is done for somebody meanwhile."""
    return next((each for each in State if each in states and need in SILENT_IN[each]), None)
