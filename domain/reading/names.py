"""Names of a line, marked before anything else is read: none of them is a word that tells."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from domain.reading.spelling import KNOWN
from domain.reading.vocabulary import (
    AUXILIARIES,
    BARE_VERBS,
    DAYS,
    MONTHS,
    NAMELESS,
    OURSELVES,
    THEMSELVES,
    TIMES,
    VERBS,
)


class Party(StrEnum):
    """Whose name it is: a colleague's, the customer's or their people's, another customer's, or
    that of somebody or something of whom we know nothing.
    """

    OURS = "ours"
    THEIRS = "theirs"
    ANOTHER = "another"
    UNKNOWN = "unknown"


Names = Mapping[str, Party]
"""Whose each name is, in whatever case."""

NOBODY: Names = {}

_MARKS = {party: chr(0xE000 + at) for at, party in enumerate(Party)}
PARTIES = {mark: party for party, mark in _MARKS.items()}
THEIRS = _MARKS[Party.THEIRS]
MARK = f"[{''.join(PARTIES)}]"

WORDS = 8
"""Of one name: more of them are no name, and whoever looks on from each takes for ever."""

_UPPER = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[-'’][^\W\d_]+)*"
_JOINED = r"(?: (?:&|and|of|a|the|de|la|du|van|von|der|den|y|et|und) | ?& ?| )"
_BESIDE = re.compile(rf"({MARK})((?:['’]s)?(?:{_JOINED}{_UPPER})+)")
_BEFORE = re.compile(rf"(?<=[\w,] )((?:{_UPPER} ){{1,{WORDS}}})({MARK})")
_RUN = re.compile(rf"(?<=[^\W_] )(?:{_UPPER})(?:{_JOINED}{_UPPER})+(?:['’]s)?")
_LED = re.compile(rf"(?<=\b(?:with|from) )({_UPPER})(?!{_JOINED}{_UPPER})|(?<=\bto )({_UPPER})")
_WORD = re.compile(r"[^\W\d_]+")
_VERBAL = VERBS | AUXILIARIES | NAMELESS
_DATES = DAYS | MONTHS | TIMES
_AFTER_MODAL = BARE_VERBS | OURSELVES | THEMSELVES | {"be", "not", "you", "it", "to", "that", "all"}
LEAST = 4
"""Letters from which on a word in a title is written with a capital."""


def marked(line: str, names: Names = NOBODY) -> str:
    """The line with a mark in place of each name that is known, with the capitalised words beside
    it, and of each that is none of ours but looks like one.
    """
    text = re.sub(MARK, " ", line)
    text = _known(text, names) if names else text
    if text.isupper() or _is_title(text):
        return text
    text = _BESIDE.sub(_after, text)
    text = _BEFORE.sub(_ahead, text)
    text = _RUN.sub(lambda found: _unless_verbal(found[0]), text)
    return _LED.sub(lambda found: _unless_verbal(found[0]), text)


def _known(line: str, names: Names) -> str:
    whose = {_spelled(name): party for name, party in names.items() if _spelled(name)}
    longest = sorted(whose, key=lambda name: -len(name))
    either = "|".join(r"[\W_]+(?:and[\W_]+)?".join(map(re.escape, it.split())) for it in longest)
    if not either:
        return line
    known = re.compile(rf"(?<![\w@.-])(?:{either})(?![\w@]|\.\w|-\w)", re.IGNORECASE)

    def mark(found: re.Match[str]) -> str:
        party = whose.get(_spelled(found[0]))
        return _MARKS[party] if party and _is_meant(found) else found[0]

    return known.sub(mark, line)


def _spelled(name: str) -> str:
    return " ".join(word for word in re.findall(r"\w+", name.casefold()) if word != "and")


def _is_meant(found: re.Match[str]) -> bool:
    """A word that tells something when it is written small is a name with a capital: "Will called",
    but not "Will call".
    """
    name, words = found[0], _spelled(found[0]).split()
    if not all(word in KNOWN for word in words) or (
        len(words) > 1 and not NAMELESS.issuperset(words)
    ):
        return True
    if not name[0].isupper() or found.string.isupper():
        return False
    after = _WORD.match(found.string[found.end() :].lstrip(" "))
    follows = after[0].casefold() if after else ""
    is_modal = words[0] in AUXILIARIES | {"hope", "may"}
    return not (is_modal and (follows in _AFTER_MODAL))


def _is_title(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) >= LEAST]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _after(found: re.Match[str]) -> str:
    """Up to the first word that goes on with the sentence: "Acme Sent the invoice"."""
    kept = found[1]
    for piece in re.finditer(rf"{_JOINED}{_UPPER}", found[2]):
        if _tells(piece[0]):
            return found[1] + found[2][piece.start() :]
    return kept + ("'s" if found[2].startswith(("'s", "’s")) and " " not in found[2] else "")


def _ahead(found: re.Match[str]) -> str:
    words = found[1].split()
    told = [at for at, word in enumerate(words) if _tells(word)]
    return " ".join([*words[: told[-1] + 1 if told else 0], found[2]])


def _unless_verbal(run: str) -> str:
    """A mark where one of its words might be read, unless it begins with one that goes on."""
    words = _WORD.findall(run)
    small = {word.casefold() for word in words}
    if KNOWN.isdisjoint(small) or not _DATES.isdisjoint(small) or _tells(words[0]):
        return run
    owner = "'s" if run.endswith(("'s", "’s")) else ""
    return _MARKS[Party.UNKNOWN] + owner


def _tells(word: str) -> bool:
    return any(each.casefold() in _VERBAL for each in _WORD.findall(word))


def everybody(named: Iterable[str], party: Party) -> dict[str, Party]:
    """Each name, and each of its words, written small."""
    full = [name.casefold() for name in named]
    return {
        word: party for name in full for word in (name, *name.split()) if len(_spelled(word)) > 1
    }
