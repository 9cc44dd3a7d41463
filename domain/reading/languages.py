"""Lines that are not English: that they are not, how the contact was made, and who began."""

import re

from domain.reading.names import MARK
from domain.reading.spelling import KNOWN, is_english
from domain.reading.tables import PHRASES, lists
from domain.touches import Direction, Kind

SURE = 2
"""Words of another language that are enough, if there are fewer English ones."""

_OF_ONESELF = re.compile(r"(?!qué|porqué|café)\w{2,}é")
"""As in "llamé"; but the French "appelé" is ours, too, where no "a" stands before it."""

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_FILE = lists(PHRASES / "foreign.txt")
_OURS, _THEIRS = _FILE.pop("ours"), _FILE.pop("theirs")
_KINDS = {word: Kind(heading) for heading, it in _FILE.items() if heading != "words" for word in it}
_FOREIGN = _FILE["words"].union(_KINDS) - KNOWN


def is_foreign(text: str) -> bool:
    """More of its words are another language's alone than English; of one alone, if half of them
    are in no English dictionary.
    """
    words = _words(text)
    theirs = sum(word in _FOREIGN or not word.isascii() for word in words)
    english = sum(word in KNOWN and word.isascii() for word in words if word not in _FILE["words"])
    if theirs >= SURE:
        return theirs > english
    unknown = sum(not is_english(word) for word in words) if theirs > english else 0
    return len(words) > SURE and unknown * 2 >= len(words)


def kind(text: str) -> Kind:
    """The first that a word names; else it is some contact or other, and no note to oneself."""
    return next((_KINDS[word] for word in _words(text) if word in _KINDS), Kind.MESSAGE)


def direction(text: str) -> Direction | None:
    """By the first word that tells; None where none does."""
    for word in _words(text):
        if word in _THEIRS:
            return Direction.THEIRS
        if word in _OURS or _OF_ONESELF.fullmatch(word):
            return Direction.OURS
    return None


def _words(text: str) -> list[str]:
    return [it.casefold() for it in _WORD.findall(re.sub(MARK, " ", text))]
