"""Phrases, and where a clause says them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from domain.reading.names import Party
from domain.reading.tokens import Clause, Token
from domain.reading.vocabulary import CLASSES, SOFT, STRESS

Meaning = TypeVar("Meaning")
Meaning_co = TypeVar("Meaning_co", covariant=True)

GAP = 5
"""Words that may stand where a phrase has its `…`."""

SKIPPED = 2
"""Words of stress that may stand between any two others: "is *really not* good"."""

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
        return not self.words.isdisjoint(_all_that_it_is(token))


@dataclass(frozen=True, kw_only=True)
class _Phrase(Generic[Meaning_co]):
    """`source` is how the table has it."""

    meaning: Meaning_co
    steps: tuple[_Step, ...]
    source: str


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
        found = list(self._all(clause))
        told = (
            Mention(meaning=phrase.meaning, spots=spots)
            for phrase, spots in found
            if phrase.meaning is not None
        )
        return tuple(told), frozenset(spot for _, spots in found for spot in spots)

    def used(self, clause: Clause) -> Iterator[str]:
        """The phrases that it takes for this, as the tables have them."""
        return (phrase.source for phrase, _ in self._all(clause))

    def _all(self, clause: Clause) -> Iterator[tuple[_Phrase[Meaning | None], tuple[int, ...]]]:
        taken: set[int] = set()
        tokens = (*clause.tokens, _END)
        for head in range(len(clause.tokens)):
            best = max(self._matches(tokens, head, taken), key=_length, default=None)
            if best:
                taken.update(best[1])
                yield best

    def _matches(
        self, tokens: tuple[Token, ...], head: int, taken: set[int]
    ) -> Iterator[tuple[_Phrase[Meaning | None], tuple[int, ...]]]:
        firsts = _all_that_it_is(tokens[head])
        for phrase in (each for first in firsts for each in self._by_first.get(first, ())):
            spots = _match(phrase.steps, tokens, head)
            if spots and taken.isdisjoint(spots):
                yield phrase, spots


def _all_that_it_is(token: Token) -> list[str]:
    """The word itself, and what stands in a phrase for all such words."""
    found = [token.text]
    found += ["NUM"] if token.text[:1].isdigit() else []
    found += ["NAME"] if token.is_name and token.text != "NAME" else []
    return [*found, "CUSTOMER"] if token.party is Party.THEIRS else found


def _length(match: tuple[object, tuple[int, ...]]) -> tuple[int, int]:
    """The phrase that reaches farther wins, and of two the one that says more."""
    return match[1][-1], len(match[1])


def _read_table(meaning: Meaning, text: str) -> Iterator[_Phrase[Meaning]]:
    for phrase in filter(None, map(str.strip, text.replace("\n", " ").split(","))):
        for pieces in _variants(phrase.split()):
            yield _Phrase(meaning=meaning, steps=tuple(_read_phrase(pieces)), source=phrase)


def _variants(pieces: list[str]) -> Iterator[list[str]]:
    """With each piece that has a question mark, and without it."""
    if not pieces:
        yield []
        return
    for rest in _variants(pieces[1:]):
        yield [pieces[0].replace("?", ""), *rest]
        if "?" in pieces[0]:
            yield rest


def _read_phrase(pieces: list[str]) -> Iterator[_Step]:
    gap = False
    for piece in pieces:
        if piece != "…":
            yield _Step(words=frozenset().union(*map(_words, piece.split("|"))), gap=gap)
        gap = piece == "…"


def _words(word: str) -> frozenset[str]:
    return CLASSES.get(word, frozenset({word}))


def _match(steps: tuple[_Step, ...], tokens: tuple[Token, ...], start: int) -> tuple[int, ...]:
    """The positions of the steps, the first of them from `start` on; or none."""
    step, *others = steps
    for spot in range(start, min(start + (GAP if step.gap else SKIPPED) + 1, len(tokens))):
        if step.fits(tokens[spot]):
            rest = _match(tuple(others), tokens, spot + 1) if others else ()
            if rest or not others:
                return (spot, *rest)
        if tokens[spot].text in _BARRIERS or not (step.gap or tokens[spot].text in STRESS):
            break
    return ()
