"""Which rung a cell means: Heed's own words, the stages of CRMs, and what teams call customers."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from domain.customers import Rung
from domain.errors import NotUnderstood
from domain.import_rung_words import BESIDE, FORMER, HOPED, NOTHING, OVER, WORDS

_STOP = re.compile(r"\s+[-–—/|:>]\s*|[/|:>,(]\s*")
_PHRASE = 2
ONE_RUNG = "write one of these: " + ", ".join(Rung)


_BY_NAME = {str(rung): rung for rung in Rung} | {"fan": Rung.RAVING_FAN}


def called(text: str) -> Rung | None:
    """`raving fans`, `Raving-Fan` and `fan` are one rung; None for no rung."""
    words = " ".join(text.casefold().replace("-", " ").split())
    return _BY_NAME.get(words) or _BY_NAME.get(words.removesuffix("s"))


def read(cell: str) -> Rung | None:
    """The same for whatever a CRM says; None for what it may not mean."""
    head = _STOP.split(cell.strip())[0]
    return called(cell) or _meant(_words(cell)) or _meant(_words(head))


def _meant(words: Sequence[str]) -> Rung | None:
    """A word before or behind another one says more of it, or nothing."""
    if rung := _rungs().get("".join(words)) or _rungs().get("".join(words).removesuffix("s")):
        return rung
    if any(words[at : at + n] and _is_one(words[at : at + n], OVER) for at, n in _spans(words)):
        return Rung.SUSPECT
    for word, others in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        rung = _meant(others) if others else None
        for marks, told in ((FORMER, Rung.SUSPECT), (HOPED, Rung.PROSPECT), (BESIDE, rung)):
            if rung and _is_one(word, marks):
                return told
    return None


def _spans(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    return ((at, n) for at in range(len(words)) for n in range(1, _PHRASE + 1))


def _words(text: str) -> tuple[str, ...]:
    """Small, without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (
        each if each.isalnum() else "" if unicodedata.combining(each) else " " for each in plain
    )
    return tuple("".join(kept).split())


def _is_one(words: Sequence[str], of: str) -> bool:
    return "".join(words) in _all(of)


@cache
def _all(phrases: str) -> frozenset[str]:
    return frozenset("".join(_words(each)) for each in phrases.split(","))


@cache
def _rungs() -> dict[str, Rung]:
    return {phrase: rung for rung, phrases in WORDS.items() for phrase in _all(phrases)}


class RungWords:
    """What a table calls rungs, and what that became. `answers` are said of words that nobody could
    know.
    """

    def __init__(self, answers: Mapping[str, Rung]) -> None:
        self._answers = {_words(word): rung for word, rung in answers.items()}
        self._lines: Counter[str] = Counter()
        self._meant: dict[str, str] = {}

    def translate(self, cell: str) -> str:
        """As it is read then."""
        word = " ".join(cell.split())
        if word not in self._meant:
            is_nothing = not _words(word) or _is_one(_words(word), NOTHING)
            self._meant[word] = "" if is_nothing else str(self._read(word) or word)
        self._lines[word] += bool(self._meant[word])
        return self._meant[word]

    def _read(self, word: str) -> Rung | None:
        return self._answers.get(_words(word)) or read(word)

    @property
    def became(self) -> list[tuple[str, Rung | None, int]]:
        """Of words that are not Heed's own, with how many lines say so; no rung for the unknown."""
        told = ((word, self._read(word), lines) for word, lines in self._lines.items() if lines)
        return [each for each in told if not called(each[0])]


def answers(typed: Iterable[str]) -> tuple[dict[str, Rung], Rung | None]:
    """Of `partner=member`, which rung a word means; of `customer` alone, what whoever is new begins
    as where nothing is said. Raises NotUnderstood.
    """
    words: dict[str, Rung] = {}
    otherwise: Rung | None = None
    for each in typed:
        word, is_word, name = each.rpartition("=")
        rung = called(name)
        if rung is None:
            raise NotUnderstood(f"“{name.strip()}” is no rung of the ladder: {ONE_RUNG}.")
        if is_word:
            words[word.strip()] = rung
        else:
            otherwise = rung
    return words, otherwise
