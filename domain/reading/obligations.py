"""Whose it is to do what is to come."""

from collections.abc import Iterator

from domain.reading.names import Party
from domain.reading.passages import Passage
from domain.reading.people import is_colleague
from domain.reading.spelling import KNOWN
from domain.reading.tokens import Token
from domain.reading.words.calendar import ASKS_US, THEIR_PAPERS
from domain.reading.words.ordinary import OURSELVES, THEMSELVES
from domain.reading.words.stances import TO_DO, WILL
from domain.touches import Direction


def whose(passage: Passage) -> Direction:
    """Ours, unless somebody or something of theirs is to come, and nothing is asked of us."""
    words = {token.text for token in passage.tokens}
    if ASKS_US & words:
        return Direction.OURS
    subject = next(_subjects(passage), None)
    if subject or TO_DO & words:
        return subject or Direction.OURS
    return Direction.THEIRS if THEIR_PAPERS & words and not WILL & words else Direction.OURS


def _subjects(passage: Passage) -> Iterator[Direction]:
    """Whoever is told of before what will be."""
    will = [spot for spot, token in enumerate(passage.tokens) if token.text in WILL]
    for spot, token in enumerate(passage.tokens[: will[0] if will else 2]):
        if token.text in OURSELVES or is_colleague(passage, spot):
            yield Direction.OURS
        elif token.text in THEMSELVES or _is_theirs(token, is_before=spot + 1 in will):
            yield Direction.THEIRS


def _is_theirs(token: Token, *, is_before: bool) -> bool:
    """Also who stands right before what will be, and is no word: "Tomasz will sign"."""
    is_somebody = is_before and token.text not in KNOWN
    return is_somebody or token.party in {Party.THEIRS, Party.UNKNOWN}
