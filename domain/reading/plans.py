"""What is said to come: "playing golf with him Friday"."""

from domain.reading.tokens import Clause
from domain.reading.words.classes import CLASSES
from domain.reading.words.ordinary import ADVERBS, DAYS, OURSELVES, THEMSELVES
from domain.reading.words.stances import DOING, DOING_WHOM

_BEFORE = ADVERBS | OURSELVES | THEMSELVES | {"am", "are", "is", "be"}
_WEEKDAYS = DAYS - {"sat", "sun", "wed"}
_SOMEBODY = CLASSES["THEM"] | CLASSES["THEIR"] | {"the", "a", "our"}


def begins(clause: Clause) -> int | None:
    """Where the clause begins with what somebody is about to do, if it does."""
    for spot, token in enumerate(clause.tokens):
        if token.text in DOING:
            return spot if token.text not in DOING_WHOM or _names_whom(clause, spot) else None
        if token.text not in _BEFORE and not token.is_name:
            return None
    return None


def is_to_come(clause: Clause, contact: int) -> bool:
    """The contact is what somebody is about to do on a day that is named after it."""
    start = begins(clause)
    days = any(token.text in _WEEKDAYS for token in clause.tokens[contact:])
    return days and start is not None and start <= contact


def _names_whom(clause: Clause, spot: int) -> bool:
    """As "meeting them" does; "meeting" alone, or with somebody, is the thing itself."""
    after = clause.tokens[spot + 1 : spot + 2]
    return any(token.is_name or token.text in _SOMEBODY for token in after)
