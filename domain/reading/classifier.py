"""A second reader, which only suggests: a linear model over words, their letters and their classes,
and what the rules heard.

It hears what no phrase was written for, and is wrong more often than the rules: a sign that it
finds is asked about, and never filed. One that the rules found and it does not believe is asked
about, too. Who began it guesses where no rule tells. `make reader` learns its weights from the
labelled lines.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from math import exp, sqrt
from pathlib import Path
from typing import NamedTuple

from domain.reading.passages import Passage
from domain.reading.stances import stance
from domain.reading.tokens import Clause, Token
from domain.reading.vocabulary import CLASSES
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

LONG = 9
"""Words of a line: a shorter one says what its phrases say."""

SCALE = 100
"""Weights are kept as whole numbers of hundredths."""

THEIRS = "theirs"
"""What is asked of the model beside the signs: whether they began."""


_CLASSES_OF: dict[str, list[str]] = {}
for _name, _words in CLASSES.items():
    for _each in _words:
        _CLASSES_OF.setdefault(_each, []).append(_name)


class Judged(NamedTuple):
    """The signs that are worth a question, those that are not believed, and who rather began."""

    signs: frozenset[Sign]
    doubted: frozenset[Sign]
    whose: Direction


class Model(NamedTuple):
    """By what is asked of it, each of the signs and THEIRS: where it starts from, and from which
    probability on the answer is yes, or up to which one it is not believed. A feature has a weight
    for each, in their order.
    """

    asked: tuple[str, ...]
    biases: tuple[float, ...]
    thresholds: tuple[float, ...]
    doubts: tuple[float, ...]
    weights: dict[str, list[int]]


def judge(told: Sequence[Passage]) -> Judged:
    model, found = _model(), probabilities(features(told))
    shares = [*zip(model.asked, found, strict=True)]
    is_so = {
        asked
        for (asked, share), least in zip(shares, model.thresholds, strict=True)
        if share >= least
    }
    is_not = {
        asked
        for (asked, share), most in zip(shares, model.doubts, strict=True)
        if share < most and is_long(told)
    }
    whose = Direction.THEIRS if THEIRS in is_so else Direction.OURS
    return Judged(frozenset(map(Sign, is_so - {THEIRS})), frozenset(map(Sign, is_not)), whose)


def is_long(told: Sequence[Passage]) -> bool:
    """There is enough of it to doubt what its phrases say."""
    return sum(len(each.tokens) for each in told) >= LONG


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


def features(told: Iterable[Passage]) -> frozenset[str]:
    """Words, pairs of words and of classes, letters in a row, how it begins, and what the rules
    heard; what is denied is another word.
    """
    passages = [*told][:READ]
    words = [word for each in passages for word in _turned(each.clause)][:READ]
    found = {*words, *map(" ".join, pairwise(words))}
    found.update("@" + " ".join(words[:each]) for each in OPENING)
    found.update(piece for word in words for piece in _pieces(word))
    for each in passages:
        found.update(_classed(each.tokens[:READ]))
        found.update(f"={it.meaning.sign} {stance(each, it)}" for it in each.senses)
        found.update(f"={it.meaning.kind} {it.meaning.done}" for it in each.contacts)
    return frozenset(found)


def _classed(tokens: Sequence[Token]) -> Iterator[str]:
    """Which classes the words belong to, and which words and classes stand side by side, or nearly
    so.
    """
    every = [[_word(each), *_CLASSES_OF.get(each.text, ())] for each in tokens]
    yield from (f"%{name}" for each in every for name in each[1:])
    for apart in (1, 2):
        for one, other in zip(every, every[apart:], strict=False):
            words = (one[0], other[0]) if apart == 1 else None
            pairs = ((a, b) for a in one for b in other if (a, b) != words)
            yield from (f"{apart}{a} {b}" for a, b in pairs)


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
        doubts=tuple(told["doubts"]),
        weights=told["weights"],
    )
