"""A second reader, which only suggests: a linear model over words and their letters.

It hears what no phrase was written for, and is wrong more often than the rules: what it finds is
asked about, and never filed. `make reader` learns its weights from the labelled lines.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from domain.reading.tokens import Clause
from domain.touches import Sign

WEIGHTS = Path(__file__).with_name("classifier.json")

LETTERS = (3, 4, 5)
"""Letters in a row that are looked at beside whole words: "crush" also in "crushing"."""

DENIALS = frozenset({"not", "no", "never", "without", "nothing", "nobody", "none", "hardly"})
DENIED = 3
"""Words after a denial, in the same clause, that it turns round."""

READ = 400
"""Words of a line that are looked at."""


class Model(NamedTuple):
    """By sign: where it starts from, and from which probability on it is asked about. A feature
    has a weight for each of the signs, in their order.
    """

    signs: tuple[Sign, ...]
    biases: tuple[float, ...]
    thresholds: tuple[float, ...]
    weights: dict[str, list[float]]


def likely(clauses: Iterable[Clause]) -> frozenset[Sign]:
    """The signs that are worth a question."""
    model, found = _model(), probabilities(features(clauses))
    return frozenset(
        sign
        for sign, share, least in zip(model.signs, found, model.thresholds, strict=True)
        if share >= least
    )


def probabilities(found: frozenset[str]) -> list[float]:
    """Of each of the model's signs, from 0 to 1."""
    model = _model()
    rows = [model.weights[each] for each in found if each in model.weights]
    length = sqrt(len(found) or 1)
    sums = [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * len(model.signs)
    return [
        1 / (1 + exp(-(bias + each / length)))
        for bias, each in zip(model.biases, sums, strict=True)
    ]


def features(clauses: Iterable[Clause]) -> frozenset[str]:
    """Words, pairs of words, and letters in a row; what is denied is another word."""
    found: set[str] = set()
    left = READ
    for clause in clauses:
        words = list(_turned(clause))[:left]
        left -= len(words)
        found.update(words, map(" ".join, pairwise(words)))
        found.update(piece for word in words for piece in _pieces(word))
    return frozenset(found)


def _turned(clause: Clause) -> Iterator[str]:
    denied = 0
    for token in clause.tokens:
        yield f"!{token.text}" if denied else token.text
        denied = DENIED if token.text in DENIALS else max(0, denied - 1)


def _pieces(word: str) -> Iterator[str]:
    framed = f"<{word}>"
    for length in LETTERS:
        for start in range(len(framed) - length + 1):
            yield f"#{framed[start : start + length]}"


@cache
def _model() -> Model:
    told = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return Model(
        signs=tuple(Sign(each) for each in told["signs"]),
        biases=tuple(told["biases"]),
        thresholds=tuple(told["thresholds"]),
        weights=told["weights"],
    )
