"""Phrases, and where a clause says them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.reading.tokens import Clause, Token
from domain.reading.words.classes import CLASSES
from domain.reading.words.ordinary import SOFT

Meaning = TypeVar("Meaning")
Meaning_co = TypeVar("Meaning_co", covariant=True)

GAP = 5
"""Words that may stand where a phrase has its `…`."""

_END = Token(text="END")

_BARRIERS = SOFT | {"not", "never", "no", "to"}
"""None of these may: "had no call" and "had to call" are not "had a call"."""


@dataclass(frozen=True, kw_only=True)
class Mention(Generic[Meaning_co]):
    """Where in its clause a phrase stands: the positions of its own words, in order."""

    meaning: Meaning_co
    spots: tuple[int, ...]

    @property
    def head(self) -> int:
        return self.spots[0]

    @property
    def tail(self) -> int:
        return self.spots[-1]


@dataclass(frozen=True, kw_only=True)
class _Step:
    """One word of a phrase, and whether others may stand before it."""

    words: frozenset[str]
    gap: bool

    def fits(self, token: Token) -> bool:
        if token.is_owner:
            return False
        return token.text in self.words or (token.is_name and "NAME" in self.words)


@dataclass(frozen=True, kw_only=True)
class _Phrase(Generic[Meaning_co]):
    meaning: Meaning_co
    steps: tuple[_Step, ...]


class Lexicon(Generic[Meaning]):
    """Phrases by meaning, and others that only look like them."""

    def __init__(self, table: Mapping[Meaning, str], ruled_out: str = "") -> None:
        self._by_first: defaultdict[str, list[_Phrase[Meaning | None]]] = defaultdict(list)
        for meaning, text in (*table.items(), (None, ruled_out)):
            for phrase in _read_table(meaning, text):
                for word in phrase.steps[0].words:
                    self._by_first[word].append(phrase)

    def find(self, clause: Clause) -> tuple[tuple[Mention[Meaning], ...], frozenset[int]]:
        """What is meant, in order, and all words of phrases; none belongs to two of them."""
        taken: set[int] = set()
        found: list[Mention[Meaning]] = []
        tokens = (*clause.tokens, _END)
        for head in range(len(clause.tokens)):
            best = max(self._matches(tokens, head, taken), key=_length, default=None)
            if best:
                meaning, spots = best
                taken.update(spots)
                found += [] if meaning is None else [Mention(meaning=meaning, spots=spots)]
        return tuple(found), frozenset(taken)

    def _matches(
        self, tokens: tuple[Token, ...], head: int, taken: set[int]
    ) -> Iterator[tuple[Meaning | None, tuple[int, ...]]]:
        for phrase in self._by_first.get(tokens[head].text, ()):
            spots = _match(phrase.steps, tokens, head)
            if spots and taken.isdisjoint(spots):
                yield phrase.meaning, spots


def _length(match: tuple[object, tuple[int, ...]]) -> tuple[int, int]:
    """The phrase that reaches farther wins, and of two the one that says more."""
    return match[1][-1], len(match[1])


def _read_table(meaning: Meaning, text: str) -> Iterator[_Phrase[Meaning]]:
    for phrase in text.replace("\n", " ").split(","):
        if phrase.strip():
            yield _Phrase(meaning=meaning, steps=tuple(_read_phrase(phrase)))


def _read_phrase(phrase: str) -> Iterator[_Step]:
    gap = False
    for piece in phrase.split():
        if piece != "…":
            yield _Step(words=frozenset().union(*map(_words, piece.split("|"))), gap=gap)
        gap = piece == "…"


def _words(word: str) -> frozenset[str]:
    return CLASSES.get(word, frozenset({word}))


def _match(steps: tuple[_Step, ...], tokens: tuple[Token, ...], start: int) -> tuple[int, ...]:
    """The positions of the steps, the first of them from `start` on; or none."""
    step, *others = steps
    for spot in range(start, min(start + (GAP if step.gap else 0) + 1, len(tokens))):
        if step.fits(tokens[spot]):
            rest = _match(tuple(others), tokens, spot + 1) if others else ()
            if rest or not others:
                return (spot, *rest)
        if tokens[spot].text in _BARRIERS:
            break
    return ()
