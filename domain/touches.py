"""One contact with a customer: how it was made, who began, and what it meant."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


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


class Direction(StrEnum):
    """Who began."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the words of one line say, before anybody has checked it.

    `at` is aware and never later than the moment of reading.
    """

    kind: Kind
    direction: Direction
    signs: frozenset[Sign]
    at: datetime
