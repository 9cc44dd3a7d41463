"""What somebody whom no line has named before is called, told by how the line goes on."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import names, reading
from domain.reading.words.lists import listed
from domain.reading.words.ordinary import NAMELESS
from domain.touches import Kind, Sign

NEXT_WORDS = 3
"""After a name, so many words are enough to say what happened: "left a voicemail"."""

NOTHING: tuple[Kind, frozenset[Sign]] = (Kind.NOTE, frozenset())
JOINERS = listed("and of & for the de del di du la le van von der den und et y")
"""Within a name these are written small."""

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
    """Where the name begins: after "called", and after "with" and the like."""
    for word in re.finditer(r"\S+", line):
        if not (_is_small(word[0]) or reading.reads_as_contact(word[0], frozenset())):
            return word.start()
    return 0


def _is_small(word: str) -> bool:
    return word.islower() and word in NAMELESS


def _ends(name: str, words: str, now: datetime) -> bool:
    """Whether the name ends here."""
    rest = words.split()
    if not rest or _tells(rest, now):
        return True
    if name.islower():
        return _is_small(rest[0]) and rest[0] not in JOINERS
    inner = next((word for word in rest if word not in JOINERS), "")
    return rest[0] == "the" or not inner or inner[0].islower()


def _tells(rest: list[str], now: datetime) -> bool:
    """Whether these words begin to tell of a contact with the very first one."""
    return _meaning(rest[:NEXT_WORDS], now) not in {NOTHING, _meaning(rest[1:NEXT_WORDS], now)}


def _meaning(words: list[str], now: datetime) -> tuple[Kind, frozenset[Sign]]:
    read = reading.read(" ".join(words), now, ZoneInfo("UTC"))
    return read.kind, read.signs
