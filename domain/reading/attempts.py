"""That nobody answered, said of an attempt that everybody knows of."""

from domain.reading.light import is_light, is_ours, pieces
from domain.reading.passages import Passage
from domain.reading.patterns import Lexicon
from domain.reading.tokens import Clause, Token
from domain.reading.words.ordinary import THEIR_PEOPLE
from domain.reading.words.replies import SILENT

_SILENT = Lexicon({True: SILENT})


def is_in_vain(passage: Passage) -> bool:
    """One of its statements says no more than that nobody answered."""
    return any(map(_is_silent, pieces(passage.tokens)))


def _is_silent(piece: tuple[Token, ...]) -> bool:
    """Nothing else is said in it; or nothing but by whom of theirs."""
    found, taken = _SILENT.find(Clause(tokens=piece))
    rest = [token for spot, token in enumerate(piece) if spot not in taken]
    return bool(found) and not any(map(is_ours, piece)) and all(map(_is_light_or_theirs, rest))


def _is_light_or_theirs(token: Token) -> bool:
    return token.is_name or token.text in THEIR_PEOPLE or is_light(token)
