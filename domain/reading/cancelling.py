"""What was cancelled: something with us, or only a day that they had with us."""

from collections.abc import Sequence

from domain.reading.passages import Passage
from domain.reading.vocabulary import CLASSES
from domain.touches import Sign

REACH = 5
"""Words behind "cancelled" among which stands what was."""

_CANCELLED = {"cancel", "cancels", "cancelled", "cancelling"}
_DAYS, _TERMS = CLASSES["BOOKED"], CLASSES["TERMS"]


def without_appointments(told: Sequence[Passage], suspected: frozenset[Sign]) -> frozenset[Sign]:
    """Nobody leaves us who "cancelled the meeting on Tue", unless more is told."""
    heard = [each for each in told if _is_heard(each)]
    others = any(not _is_appointment(each) for each in heard)
    is_only_day = any(map(_is_appointment, told)) and not others
    return suspected - {Sign.CANCELLED} if is_only_day else suspected


def _is_heard(passage: Passage) -> bool:
    return any(each.meaning.sign is Sign.CANCELLED for each in passage.suspected)


def _is_appointment(passage: Passage) -> bool:
    """As in "cancelled the call with us", but not where terms with us are named besides."""
    tokens = [token.text for token in passage.tokens]
    for spot, word in enumerate(tokens):
        if word in _CANCELLED:
            behind = tokens[spot + 1 : spot + 1 + REACH]
            return not _DAYS.isdisjoint(behind) and _TERMS.isdisjoint(tokens)
    return False
