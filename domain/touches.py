"""One contact with a customer: how it was made, who began, and what it meant."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from domain.subjects import Subject


class Kind(StrEnum):
    """How the contact was made."""

    CALL = "call"
    MAIL = "mail"
    MEETING = "meeting"
    MESSAGE = "message"
    GIFT = "gift"
    THANKS = "thanks"
    NOTE = "note"


class Sign(StrEnum):
    """What the contact meant; a touch has any number of them."""

    PURCHASE = "purchase"
    REFERRAL = "referral"
    PRAISE = "praise"
    ENQUIRY = "enquiry"
    COMPLAINT = "complaint"
    NO_ANSWER = "no answer"
    JOINED = "joined"
    CANCELLED = "cancelled"
    COMPETITOR = "competitor"
    CONTACT_LEFT = "contact left"
    ASKED_FOR_PERSON = "asked for a person"
    WISH = "wish"


class Direction(StrEnum):
    """Who began."""

    OURS = "ours"
    THEIRS = "theirs"


ASKING = frozenset({Kind.CALL, Kind.MAIL, Kind.MEETING, Kind.MESSAGE})
"""Kinds of contact that one expects to be answered."""

SPOKEN = frozenset({Kind.CALL, Kind.MEETING})
"""Kinds in which both are there at once."""

ASKED_FIRST = frozenset(
    {
        Sign.JOINED,
        Sign.CANCELLED,
        Sign.COMPETITOR,
        Sign.CONTACT_LEFT,
        Sign.ASKED_FOR_PERSON,
        Sign.WISH,
    }
)
"""Signs that a person has to confirm: too much follows from them to file them unseen."""

IMPORTED = "last contact, as imported"
"""The words of a contact of which an import knows the day alone."""

RECENT = 50
"""What planning looks back on; the last thanks are found however old they are."""


@dataclass(frozen=True, kw_only=True)
class ToCome:
    """Something dated that a line promises or plans. `at` is aware, and after the moment of
    reading; where the words name no hour it is midnight of that day in the reader's zone.
    `whose` is whoever has to act. What `is_elapsed` is so long from now, and on no clock.
    """

    at: datetime
    words: str
    whose: Direction
    has_hour: bool = False
    is_elapsed: bool = False


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the words of one line say, before anybody has checked it.

    `at` is aware and never later than the moment of reading; `other_day` is the second day that
    the same figures may mean ("12/11"). `suspected` are signs to ask about, never to file.
    `is_foreign` where the line is not English, so that signs are not read.
    """

    kind: Kind
    direction: Direction
    signs: frozenset[Sign]
    at: datetime
    suspected: frozenset[Sign] = frozenset()
    to_come: tuple[ToCome, ...] = ()
    other_day: datetime | None = None
    is_foreign: bool = False


@dataclass(frozen=True, kw_only=True)
class Touch:
    """`nudge_id` names the reminder whose *Done* logged it; None for what somebody typed.

    `subject` names the complaint, say, whose step it was, and no other's. `link` leads to the
    message that it was logged from. `logged_at` is None for what is not kept yet. `hints` is what
    else its words may say; it is not kept, and there only where they have just been read.
    """

    id: int
    at: datetime
    kind: Kind
    direction: Direction
    signs: frozenset[Sign] = frozenset()
    words: str = ""
    link: str = ""
    by_id: int | None = None
    contact_id: int | None = None
    nudge_id: int | None = None
    subject: Subject | None = None
    logged_at: datetime | None = None
    customer_id: int = 0
    hints: Reading | None = field(default=None, compare=False, repr=False)

    @property
    def known_at(self) -> datetime:
        """Since when we know of it, which may be a day after it was."""
        return self.logged_at or self.at

    @property
    def is_contact(self) -> bool:
        """A note to oneself reaches nobody, unless its words say what the customer did."""
        is_theirs = self.direction is Direction.THEIRS
        return self.kind is not Kind.NOTE or is_theirs or bool(self.signs)

    @property
    def is_heard(self) -> bool:
        """The customer heard from us or we from them: not a note, not an attempt in vain."""
        return self.is_contact and Sign.NO_ANSWER not in self.signs

    @property
    def is_theirs(self) -> bool:
        return self.direction is Direction.THEIRS and self.is_contact

    @property
    def reaches(self) -> bool:
        """They heard from us: by what we did and was not in vain, or where one of us took their
        call, or met them. That they complained is no care of ours.
        """
        if Sign.NO_ANSWER in self.signs or self.kind is Kind.NOTE:
            return False
        took = self.kind in SPOKEN and Sign.COMPLAINT not in self.signs
        return self.direction is Direction.OURS or took

    @property
    def is_talk(self) -> bool:
        """We told them something, and they heard it: flowers alone tell nobody what comes next."""
        told = self.kind in ASKING
        return told and self.direction is Direction.OURS and self.is_heard

    @property
    def is_thanks(self) -> bool:
        from_us = self.direction is Direction.OURS
        return from_us and self.kind in {Kind.THANKS, Kind.GIFT}

    @property
    def is_answer(self) -> bool:
        """They wrote, spoke, bought or said something: whoever began, the wait is over. Who was
        called has spoken, unless nobody answered.
        """
        said = self.signs - {Sign.NO_ANSWER}
        has_spoken = self.kind in SPOKEN and Sign.NO_ANSWER not in self.signs
        return self.is_theirs or bool(said) or has_spoken

    @property
    def is_attempt(self) -> bool:
        """We tried to reach them, and they have not answered by it. What is about a
        subject of its own sells nothing.
        """
        from_us = self.direction is Direction.OURS and self.subject is None
        return from_us and self.is_contact and not self.is_answer


def recent(touches: Iterable[Touch]) -> tuple[Touch, ...]:
    """What planning looks back on, oldest first: the latest, and the last thanks before them."""
    ordered = sorted({each.id: each for each in touches}.values(), key=lambda it: (it.at, it.id))
    before, latest = ordered[:-RECENT], ordered[-RECENT:]
    if any(each.is_thanks for each in latest):
        return tuple(latest)
    return (*[each for each in before if each.is_thanks][-1:], *latest)
