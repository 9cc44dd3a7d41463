"""One reminder: what a play calls for, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from domain.subjects import Subject

Plain = str | int | None
"""A plain value that survives JSON; moments are ISO text."""


class Status(StrEnum):
    """A nudge waits in the first four, and is over in the others."""

    PLANNED = "planned"
    SENT = "sent"
    TAKEN = "taken"
    SNOOZED = "snoozed"
    DONE = "done"
    NOT_NEEDED = "not needed"
    DROPPED = "no longer called for"
    GIVEN_UP = "lapsed"
    """Nobody acted on it; the word is kept for what earlier versions have written."""

    SUPERSEDED = "superseded"
    """A newer one of its play has come in its place: nobody has given it up."""


class Urgency(IntEnum):
    """The lower, the sooner: what *breaks through*, and an *answer*, are asked as soon as there is
    work, whatever the day holds; a promise at any hour. *Routine* comes within a person's day.
    """

    BREAKS_THROUGH = 0
    ANSWER = 1
    ROUTINE = 2


WAITING = frozenset({Status.PLANNED, Status.SENT, Status.TAKEN, Status.SNOOZED})
DISMISSED = frozenset({Status.NOT_NEEDED, Status.GIVEN_UP, Status.SUPERSEDED})
"""Endings without a touch: they are facts of their own, from which the next episode counts."""


@dataclass(frozen=True, kw_only=True)
class Planned:
    """What a play calls for. `episode` is made of facts alone, so that planning twice is one.

    `about` holds the facts which the words will need: plain values, moments as ISO text.
    """

    play: str
    episode: str
    ask_at: datetime
    late_at: datetime
    about: Mapping[str, Plain] = field(default_factory=dict)
    subject: Subject | None = None
    urgency: Urgency = Urgency.ROUTINE

    @property
    def key(self) -> str:
        return f"{self.play}:{self.episode}"


@dataclass(frozen=True, kw_only=True)
class Dismissal:
    """A reminder that was said not to be needed, or that was given up: it returns, unless something
    else has taken its place.
    """

    nudge_id: int
    play: str
    at: datetime
    about: Mapping[str, Plain] = field(default_factory=dict)
    subject: Subject | None = None
    key: str = ""
    is_given_up: bool = False


@dataclass(frozen=True, kw_only=True)
class Nudge:
    """`due_at`: when the clock has to look at it next; None when it waits for people alone.

    Taken, snoozed and dismissed are what people did (facts); sent and ended follow from facts.
    `stand_in_id` is of whom it is asked instead of the owner, since `stand_in_at`; so does that.
    `failures` is how often in a row the clock could not look at it.
    """

    id: int
    customer_id: int
    play: str
    key: str
    status: Status
    ask_at: datetime
    late_at: datetime
    due_at: datetime | None
    about: Mapping[str, Plain] = field(default_factory=dict)
    subject: Subject | None = None
    urgency: Urgency = Urgency.ROUTINE
    sent_at: datetime | None = None
    taken_by_id: int | None = None
    taken_at: datetime | None = None
    snoozed_until: datetime | None = None
    snoozed_by_id: int | None = None
    dismissed_as: str | None = None
    dismissed_at: datetime | None = None
    dismissed_by_id: int | None = None
    reason: str = ""
    ended_at: datetime | None = None
    ended_by_id: int | None = None
    ended_touch_id: int | None = None
    failures: int = 0
    stand_in_id: int | None = None
    stand_in_at: datetime | None = None

    @property
    def is_waiting(self) -> bool:
        return self.status in WAITING

    @property
    def is_seen(self) -> bool:
        """It has been asked, or somebody has answered before it was."""
        return bool(self.sent_at or self.taken_by_id or self.snoozed_by_id)

    @property
    def late_from(self) -> datetime:
        """What was held back is not late before it was asked for."""
        return max(self.late_at, self.sent_at or self.late_at)

    @property
    def was_held_back(self) -> bool:
        """It could be asked only once its time was over, which is no fault of whoever is asked."""
        return self.sent_at is not None and self.late_at <= self.sent_at

    def is_late(self, now: datetime) -> bool:
        """A reminder put off is late only once its new time has come."""
        return self.is_waiting and self.status is not Status.SNOOZED and self.late_at <= now

    @property
    def standing(self) -> Status:
        """The status that follows from what was done to it so far."""
        if self.dismissed_as:
            return Status(self.dismissed_as)
        if self.ended_at:
            return Status.DONE if self.ended_touch_id or self.ended_by_id else Status.DROPPED
        if self.snoozed_until:
            return Status.SNOOZED
        if self.taken_by_id:
            return Status.TAKEN
        return Status.SENT if self.sent_at else Status.PLANNED


def as_planned(customer_id: int, call: Planned) -> Nudge:
    """One that is new."""
    return Nudge(
        id=0,
        customer_id=customer_id,
        play=call.play,
        key=call.key,
        status=Status.PLANNED,
        ask_at=call.ask_at,
        late_at=call.late_at,
        due_at=call.ask_at,
        about=call.about,
        subject=call.subject,
        urgency=call.urgency,
    )
