"""Plain slips of the pen in the words that matter."""

import re
from functools import cache, lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA
from spellchecker import SpellChecker

from domain.reading import senses
from domain.reading.vocabulary import CLASSES, DAYS, NAMELESS, SHORTHAND, TIMES
from domain.touches import ASKED_FIRST, Sign

SHORTEST = 5
"""Letters below which a word is like too many others to be mended."""

_TEXTS = (
    *senses.CONTACTS.values(),
    *senses.of_signs(set(Sign) - ASKED_FIRST).values(),
    *senses.ACTS.values(),
    *senses.TRIGGERS.values(),
    *SHORTHAND.values(),
)
_HEARD = frozenset(re.findall(r"[a-z]+", " ".join(_TEXTS))).union(*CLASSES.values())
_WORTH_MENDING = sorted(word for word in _HEARD | TIMES | DAYS if len(word) >= SHORTEST)

COMMON = 800
"""Times in the dictionary's texts from which a word is everybody's: "sunrise", but not "acme"."""

KNOWN = _HEARD | NAMELESS
"""Every word that some table holds: none of them is a slip, or a name."""


@lru_cache(maxsize=4096)
def mend(word: str) -> str:
    """The word meant, if one slip (a letter too many, missing, wrong, or two swapped) made it.

    Words that are English as they stand are left alone.
    """
    if len(word) < SHORTEST or is_english(word):
        return word
    near = process.extract(word, _WORTH_MENDING, scorer=OSA.distance, score_cutoff=1, limit=None)
    return max((each for each, *_ in near), key=lambda it: _likeness(it, word), default=word)


def is_english(word: str) -> bool:
    return word in KNOWN or word in _english()


def is_common(word: str) -> bool:
    """Whether it stands in many lines without being anybody's name."""
    return word in KNOWN or _english()[word] >= COMMON


def _likeness(meant: str, typed: str) -> tuple[bool, int]:
    """Endings are rarely wrong, and letters are sooner left out than put in."""
    return meant[-1] == typed[-1], len(meant)


@cache
def _english() -> SpellChecker:
    """Takes 0.15 s, once, when the first unknown word comes along."""
    return SpellChecker()
