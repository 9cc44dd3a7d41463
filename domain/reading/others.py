"""What is said of somebody else's work: their supplier, a competitor, the weather."""

from domain.reading.passages import Passage
from domain.reading.patterns import Mention
from domain.reading.words.classes import CLASSES
from domain.reading.words.ordinary import (
    DESCRIPTIONS,
    OURSELVES,
    PREPOSITIONS,
    RIVALS,
    SOFT,
    STRANGERS,
    THEMSELVES,
)

SIGHT = 6
"""Words before a sign among which its subject is looked for."""

_ABOUT = frozenset({"about", "with", "at", "by", "of", "from", "in", "on", "over"})
_OURS = CLASSES["US"] | CLASSES["OUR"]
_OWN = "own"
_STOPS = SOFT | OURSELVES | THEMSELVES | _OURS


def is_of_others(passage: Passage, mention: Mention[object]) -> bool:
    """As in "unhappy with their supplier" and "their old supplier let them down"."""
    if any(passage.tokens[spot].text in _OURS for spot in mention.spots if spot < _end(passage)):
        return False
    return _is_object(passage, mention.tail + 1) or _is_subject(passage, mention.head)


def _end(passage: Passage) -> int:
    return len(passage.tokens)


def _is_object(passage: Passage, start: int) -> bool:
    """After the sign comes a stranger, joined or described: not so in "best supplier"."""
    spot = start
    if spot < _end(passage) and passage.tokens[spot].text in _ABOUT:
        spot += 1
    while spot < _end(passage) and passage.tokens[spot].text in DESCRIPTIONS:
        spot += 1
    met = spot < _end(passage) and passage.tokens[spot].text in RIVALS | STRANGERS
    return met and spot > start


def _is_subject(passage: Passage, head: int) -> bool:
    for spot in range(head - 1, max(-1, head - 1 - SIGHT), -1):
        word = passage.tokens[spot].text
        if word in RIVALS or word == _OWN:
            return _leads(passage, spot) not in PREPOSITIONS | _OURS
        if word in _STOPS or spot in passage.taken:
            return False
    return False


def _leads(passage: Passage, spot: int) -> str:
    """The word before somebody and all that describes them."""
    while spot and passage.tokens[spot - 1].text in DESCRIPTIONS:
        spot -= 1
    return passage.tokens[spot - 1].text if spot else ""
