"""What somebody whom no line has named before is called, told by how the line goes on."""

import re
from collections.abc import Set as AbstractSet
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import names, reading
from domain.lengths import NAME
from domain.reading.spelling import KNOWN
from domain.reading.words.lists import listed
from domain.reading.words.ordinary import NAMELESS, OURSELVES, PREPOSITIONS, TIMES
from domain.touches import Kind, Sign

NEXT_WORDS = 3
"""After a name, so many words are enough to say what happened: "left a voicemail"."""

NOTHING: tuple[Kind, frozenset[Sign]] = (Kind.NOTE, frozenset())
JOINERS = listed("and of & for the de del di du la le van von der den und et y")
"""Within a name these are written small."""

_AGO = re.compile(rf"\d+ ({'|'.join(sorted(TIMES))})s?\b")
_WORD = re.compile(r"(\S+)(?=\s+(\S+)|\s*$)")
_STOP = re.compile(r"[,:;!?|–—](\s|$)|\s-+(\s|$)")


def called(line: str, now: datetime) -> tuple[str, str]:
    """What a customer made from this line would be called, and what was said about them.

    The name ends at a stop, and where the line begins to tell of what happened. What it tells
    before the name is told about them, too.
    """
    start = _start(line)
    typed = line[start:]
    name, words = typed.strip(), ""
    for opening in reversed(names.openings(typed)):
        before = typed[: len(typed) - len(opening.words)]
        name, words = before.strip(" ,:;!?|–—-"), opening.words
        if _STOP.search(before) or _ends(name, words, now):
            break
    return name, line if start else words


def _start(line: str) -> int:
    """Where the name begins: after "called", "popped in at", "Lunch with" and the like. What
    nothing leads to is all name, as "coffee house".
    """
    start = 0
    for known in (KNOWN, NAMELESS):
        start = next((it.start() for it in _WORD.finditer(line) if not _leads(it, known)), 0)
        if not line[start:][:1].islower() or line[:start].split(" ")[-2:][0] in PREPOSITIONS:
            break
    return start


def _leads(word: re.Match[str], known: AbstractSet[str]) -> bool:
    small = word[1].strip(",:;").lower()
    is_small = word[1].islower() or small in OURSELVES or word[2] in PREPOSITIONS
    return (small in known and is_small) or reading.reads_as_contact(word[1][:NAME])


def _ends(name: str, words: str, now: datetime) -> bool:
    """Whether the name ends here."""
    rest = words.split()
    if not rest or _AGO.match(words) or _tells(rest, now):
        return True
    if name.islower():
        return rest[0] in NAMELESS - JOINERS
    inner = next((word for word in rest if word not in JOINERS), "")
    return rest[0] == "the" or not inner or inner[0].islower()


def _tells(rest: list[str], now: datetime) -> bool:
    """Whether these words begin to tell of a contact with the very first one."""
    return _meaning(rest[:NEXT_WORDS], now) not in {NOTHING, _meaning(rest[1:NEXT_WORDS], now)}


def _meaning(words: list[str], now: datetime) -> tuple[Kind, frozenset[Sign]]:
    read = reading.read(" ".join(words)[:NAME], now, ZoneInfo("UTC"))
    return read.kind, read.signs
