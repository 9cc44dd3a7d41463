"""Words that add nothing to what is said."""

from collections.abc import Iterator, Sequence

from domain.reading.names import Party
from domain.reading.tables import WORDS, listed, sections
from domain.reading.tokens import Token
from domain.reading.vocabulary import CLASSES, DAYS, TIMES

REPLIES = sections(WORDS / "replies.txt")
"""What people answer under a reminder, by heading."""

LIGHT = (DAYS | TIMES | listed(REPLIES["light"])) - {"well", "not", "never", "no"}
LATER_LIGHT = listed(REPLIES["light beside a day"])
JOINS = {"and", "so", "then", "because", "plus"}
DENIES = {"not", "never", "no", "nobody", "none"}
SUPPOSES = {"if", "would", "should", "might", "'d", "unless", "whether", "wish", "thought"}
US = {"you", "your", "yours", "anyone", "anybody", "somebody", "someone", "everyone"}


def pieces(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """Between words that join."""
    piece: list[Token] = []
    for token in tokens:
        if token.text in JOINS:
            yield tuple(piece)
            piece = []
        else:
            piece.append(token)
    yield tuple(piece)


def is_ours(token: Token) -> bool:
    return token.party is Party.OURS or token.text.lstrip("<").startswith("@")


def is_light(token: Token) -> bool:
    return not token.is_name and is_light_word(token.text)


def may_stand(token: Token) -> bool:
    return is_light(token) or token.text in LATER_LIGHT


def is_light_word(word: str) -> bool:
    return word in LIGHT or word in CLASSES["US"] or not any(map(str.isalpha, word))
