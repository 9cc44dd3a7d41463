"""What somebody whom no line has named before is called, told by how the line goes on."""

import re
from collections.abc import Set as AbstractSet
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import names, quotes, reading
from domain.lengths import NAME
from domain.reading.spelling import KNOWN, is_common
from domain.reading.tables import listed
from domain.reading.vocabulary import (
    DESCRIPTIONS,
    NAMELESS,
    OURSELVES,
    PREPOSITIONS,
    SHORTHAND,
    TIMES,
)
from domain.touches import Kind, Sign

NEXT_WORDS = 3
"""After a name, so many words are enough to say what happened: "left a voicemail"."""

NOTHING: tuple[Kind, frozenset[Sign]] = (Kind.NOTE, frozenset())
JOINERS = listed("and of & for the de del di du la le van von der den und et y")
"""Within a name these are written small."""

_AGO = re.compile(rf"\d+ ({'|'.join(sorted(TIMES))})s?\b")
_STOPS = " .,:;!?)'’"
_LARGE = r"([^\W\d_a-z]\S*(?:\s+(?:(?:of|and|&|the|de|von|van|der)\s+)*[^\W\d_a-z]\S*)*)"
_FROM = re.compile(rf"\b(?:from|at)\s+{_LARGE}")
_WITH = re.compile(rf"\b(?:with|w/|for|to)\s+{_LARGE}")
_OF_COMPANY = re.compile(rf"[^\W\d_a-z]\S*(?:\s+[^\W\d_a-z]\S*)?\s+(?:from|at)\s+{_LARGE}")
_WORD = re.compile(r"(\S+)(?=\s+(\S+)|\s*$)")
_STOP = re.compile(r"[,:;!?|–—](\s|$)|\s-+(\s|$)")


def called(line: str, now: datetime) -> tuple[str, str]:
    """What a customer made from this line would be called, and what was said about them.

    The name ends at a stop, and where the line begins to tell of what happened. What it tells
    before the name is told about them, too.
    """
    first = start(line)
    if quoted := quotes.first(line[first:]):
        name, words = quoted
        return name, line if first else names.after_separators(words, 0).lstrip()
    name, words = _first(line[first:], now)
    company = _company(name, words) if first else ""
    if not company and not _stands(name, words if not first else "", now):
        company = _led_to(line)
    return company or name, line if first or company else words


def proposed(line: str, now: datetime) -> str:
    """The same name; empty where nothing in the line is like one."""
    name, words = called(line, now)
    before = _WORD.findall(line[: line.find(name)])[-1:] if name.islower() else []
    if before and before[0][0].lower() in DESCRIPTIONS:
        return ""
    return name if _stands(name, words if words != line else "", now) else ""


def _first(typed: str, now: datetime) -> tuple[str, str]:
    name, words = typed.strip(), ""
    for opening in reversed(names.openings(typed)):
        before = typed[: len(typed) - len(opening.words)]
        name, words = before.strip(" ,:;!?|–—-"), opening.words
        if _STOP.search(before) or _ends(name, words, now):
            break
    return name, words


def _stands(name: str, words: str, now: datetime) -> bool:
    """Whether it is like a name: words that everybody says are none, unless it is told of them
    what they did, or they are written large.
    """
    spoken = names.key(name).split()
    is_counted = name[:1].isdigit() and all(is_common(it) or it[0].isdigit() for it in spoken)
    if is_counted:
        return False
    if any(word[0].isupper() for word in name.split()[1:]):
        return True
    if not any(map(str.isalnum, name)):
        return bool(name and words)
    if all(word in KNOWN or word in SHORTHAND or word.isdigit() for word in spoken):
        return len(spoken) > 1 and reading.reads_as_contact("".join(words.split()[:1]))
    is_large = not name.islower() and not words
    return is_large or not all(map(is_common, spoken)) or _tells(words.split(), now)


def _company(name: str, words: str) -> str:
    """As in "Maria from Vandelay"."""
    found = _OF_COMPANY.match(f"{name} {words}")
    is_theirs = (found and len(name) > found.start(1)) or _FROM.match(words)
    return found[1].rstrip(_STOPS) if found and is_theirs else ""


def _led_to(line: str) -> str:
    """Who is named with a capital behind "from", "at" and the like."""
    for led in (_FROM, _WITH):
        for found in led.finditer(line):
            name = found[1].rstrip(_STOPS)
            if not NAMELESS.issuperset(names.key(name).split()):
                return name
    return ""


def start(line: str) -> int:
    """Where the name begins: after "called", "popped in at", "Lunch with" and the like. What
    nothing leads to is all name, as "coffee house".
    """
    found = 0
    for known in (KNOWN, NAMELESS):
        found = next((it.start() for it in _WORD.finditer(line) if not _leads(it, known)), 0)
        if not line[found:][:1].islower() or line[:found].split(" ")[-2:][0] in PREPOSITIONS:
            break
    return found


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
