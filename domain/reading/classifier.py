"""A second reader, which only suggests: a linear model over words and their letters.

It hears what no phrase was written for, and is wrong more often than the rules: a sign that it
finds is asked about, and never filed. Who began it guesses where no rule tells. `make reader`
learns its weights from the labelled lines.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from domain.reading.tokens import Clause, Token
from domain.touches import Direction, Sign

WEIGHTS = Path(__file__).with_name("classifier.json")

LETTERS = (3, 4, 5)
"""Letters in a row that are looked at beside whole words: "crush" also in "crushing"."""

OPENING = (1, 3, 4)
"""So many of a line's first words are looked at as its beginning."""

DENIALS = frozenset({"not", "no", "never", "without", "nothing", "nobody", "none", "hardly"})
DENIED = 3
"""Words after a denial, in the same clause, that it turns round."""

READ = 400
"""Words of a line that are looked at."""

SCALE = 100
"""Weights are kept as whole numbers of hundredths."""

THEIRS = "theirs"
"""What is asked of the model beside the signs: whether they began."""


class Judged(NamedTuple):
    """The signs that are worth a question, and who rather began."""

    signs: frozenset[Sign]
    whose: Direction


class Model(NamedTuple):
    """By what is asked of it, each of the signs and THEIRS: where it starts from, and from which
    probability on the answer is yes. A feature has a weight for each, in their order.
    """

    asked: tuple[str, ...]
    biases: tuple[float, ...]
    thresholds: tuple[float, ...]
    weights: dict[str, list[int]]


def judge(clauses: Sequence[Clause]) -> Judged:
    model, found = _model(), probabilities(features(clauses))
    told = zip(model.asked, found, model.thresholds, strict=True)
    is_so = {asked for asked, share, least in told if share >= least}
    whose = Direction.THEIRS if THEIRS in is_so else Direction.OURS
    return Judged(frozenset(map(Sign, is_so - {THEIRS})), whose)


def probabilities(found: frozenset[str]) -> list[float]:
    """Of each of what is asked, from 0 to 1."""
    model = _model()
    rows = [model.weights[each] for each in found if each in model.weights]
    length = SCALE * sqrt(len(found) or 1)
    sums = [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * len(model.asked)
    return [
        1 / (1 + exp(-(bias + each / length)))
        for bias, each in zip(model.biases, sums, strict=True)
    ]


def features(clauses: Iterable[Clause]) -> frozenset[str]:
    """Words, pairs of words, letters in a row, and how it begins; what is denied is another
    word.
    """
    words = [word for clause in clauses for word in _turned(clause)][:READ]
    found = {*words, *map(" ".join, pairwise(words))}
    found.update("@" + " ".join(words[:each]) for each in OPENING)
    found.update(piece for word in words for piece in _pieces(word))
    return frozenset(found)


def _turned(clause: Clause) -> Iterator[str]:
    denied = 0
    yield "^"
    for token in clause.tokens:
        yield f"!{_word(token)}" if denied else _word(token)
        denied = DENIED if token.text in DENIALS else max(0, denied - 1)
    if clause.asks:
        yield "?"


def _word(token: Token) -> str:
    """Of a name only whose it is."""
    return f"NAME:{token.party or ''}" if token.is_name else token.text


def _pieces(word: str) -> Iterator[str]:
    framed = f"<{word}>"
    for length in LETTERS:
        for start in range(len(framed) - length + 1):
            yield f"#{framed[start : start + length]}"


@cache
def _model() -> Model:
    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Model(
        asked=tuple(told["asked"]),
        biases=tuple(told["biases"]),
        thresholds=tuple(told["thresholds"]),
        weights=told["weights"],
    )
