"""What a reply in a complaint's thread means: the customer was told, it moves, or it is over."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from domain.reading import NOBODY, Names
from domain.reading.light import is_ours
from domain.reading.passages import Passage, passages
from domain.reading.patterns import Lexicon
from domain.reading.replies import is_question
from domain.reading.reports import is_in_vain, reports
from domain.reading.tables import listed, sections
from domain.reading.vocabulary import CLASSES, THEMSELVES

_THEIRS = CLASSES["THEM"] | CLASSES["THEIR"] | THEMSELVES | {"customer", "client"}


class Said(StrEnum):
    TALK = "talk"
    TOLD = "acknowledged"
    TRIED = "tried"
    MOVES = "update"
    PERHAPS = "resolved?"
    RESOLVED = "resolved"


_WORDS = sections(Path(__file__).with_suffix(".txt"))
_HEDGES, _DENIES, _OF_US, _IDLE, _MOVES, _OTHERS = (
    listed(_WORDS[each]) for each in ("hedges", "denies", "of us", "idle", "moves", "others")
)
_TOLD, *_SIGNS = (Lexicon({True: _WORDS[each]}) for each in ("told", "over", "ends", "glad"))


def said(words: str, names: Names = NOBODY) -> Said:
    told = passages(words, names)
    if not told or is_question(told):
        return Said.TALK
    stated = [each for each in told if not each.clause.asks and not _is_among_us(each)]
    if not stated:
        return Said.TALK
    end = _end(stated)
    if any(map(_tells, stated)) and end is not Said.RESOLVED:
        return Said.TRIED if any(map(is_in_vain, stated)) else Said.TOLD
    return end or (Said.MOVES if any(map(_moves, stated)) else Said.TALK)


def _end(stated: Sequence[Passage]) -> Said | None:
    """Sure where it is said outright or they are glad of it, and nothing makes it doubtful."""
    ended = [each for each in stated if "my" not in {token.text for token in each.tokens}]
    over, ends, glad = (any(_says(lexicon, it) for it in ended) for lexicon in _SIGNS)
    if not (over or ends or glad) or any(map(_is_denied, ended)):
        return None
    hedged = any(token.text in _HEDGES for it in stated for token in it.tokens)
    return Said.RESOLVED if (over or (ends and glad)) and not hedged else Said.PERHAPS


def _says(lexicon: Lexicon[bool], passage: Passage) -> bool:
    return bool(lexicon.find(passage.clause)[0])


def _is_denied(passage: Passage) -> bool:
    """Something that would end it is said not to be."""
    taken = [lexicon.find(passage.clause)[1] for lexicon in _SIGNS]
    within = frozenset[int]().union(*taken)
    rest = [token.text for spot, token in enumerate(passage.tokens) if spot not in within]
    return bool(within) and not _DENIES.isdisjoint(rest)


def _tells(passage: Passage) -> bool:
    words = [token.text for token in passage.tokens]
    denied = words[0] == "not" or not {"never", "nobody"}.isdisjoint(words)
    theirs = any(token.is_name or token.text in _THEIRS for token in passage.tokens)
    if not theirs and not _OTHERS.isdisjoint(words):
        return False
    return not denied and (reports(passage) or _says(_TOLD, passage))


def _moves(passage: Passage) -> bool:
    words = {token.text for token in passage.tokens}
    return bool(words & _MOVES) and not words & _IDLE


def _is_among_us(passage: Passage) -> bool:
    """Said to a colleague, or to all."""
    words = [token.text for token in passage.tokens]
    thanked = "thank" in words and {"said", "says", "saying"} & set(words)
    others = _OF_US - {"you"} if thanked else _OF_US
    forbids = words[:2] == ["do", "not"]
    return forbids or not others.isdisjoint(words) or any(map(is_ours, passage.tokens))
