"""Which customers a line names, wherever in it they stand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from rapidfuzz.distance import OSA

from domain import names, reading
from domain.customers import Customer
from domain.names import Opening, Span
from domain.reading.spelling import KNOWN, is_common
from domain.reading.tables import listed
from domain.reading.vocabulary import NAMELESS, OURSELVES, PREPOSITIONS, THEMSELVES

_LEADS = listed("with to at from for w")
"""Whoever stands behind one of these is spoken of."""

_SAYS = listed("""
    is was has had wants wanted needs asks asked says said sent ordered bought left saw came wrote
    replied renewed loved loves likes
""")
"""Whoever stands before one of these, or before a contact that was made, acts."""

PAIR = 2
"""Words in a row that are enough of a longer name, though each is everybody's."""

_THAT = listed("you that the")

_OWNER = {"'s", "\u2019s"}
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_ENDS = re.compile(r"""["'\u201d\u2019)*]*(?:\s*$|\s*[,:;?!\u2013\u2014]|\s+-+\s|\.\s)""")
_BEGINS = re.compile(r"""(?:^|[.!?:;\n]\s|\s-+\s|[\u2013\u2014])["'\u201c\u2018(*\s]*$""")


class Trust(IntEnum):
    """How sure it is that a name was meant: nothing is filed on a doubt."""

    DOUBTFUL = 0
    LIKELY = 1
    SURE = 2


@dataclass(frozen=True, kw_only=True)
class Mention:
    """`customers` are all whom it names; `is_name` unless it is the name of somebody of theirs."""

    start: int
    end: int
    customers: tuple[Customer, ...]
    is_name: bool
    trust: Trust


def find(
    line: str,
    openings: Sequence[Opening],
    spans: Sequence[Span],
    known: Mapping[str, Sequence[Customer]],
) -> tuple[Mention, ...]:
    """In the order of the line. `known` are the customers by each of their full names."""
    opening = next((each for each in openings if each.key in known), None)
    start = len(line) - len(line.lstrip())
    begun = [Span(key=opening.key, start=start, end=opening.end)] if opening else []
    inside = sorted(
        (each for each in spans if each.key in known and each.start > start),
        key=lambda each: (each.start - each.end, each.start),
    )
    kept: list[Span] = []
    for each in (*begun, *inside):
        if all(each.end <= it.start or each.start >= it.end for it in kept):
            kept.append(each)
    found = (
        _mention(line, each, known[each.key]) for each in sorted(kept, key=lambda it: it.start)
    )
    return tuple(each for each in found if each)


def may_be_name(line: str, start: int, end: int) -> bool:
    """Whether this one word may be of somebody's name here: at the beginning, where each word is
    written large, one that everybody says is not.
    """
    trust = _trust_of_word(line, start, end)
    if line[:start].strip():
        return trust is not None
    return trust is Trust.SURE or (trust is Trust.LIKELY and line[start].isupper())


def may_be_part(key: str) -> bool:
    """Whether one or two words tell a name of which they are a part."""
    words = key.split()
    return len(key) >= names.SHORTEST and (
        len(words) == 1 or (len(words) == PAIR and not KNOWN.issuperset(words))
    )


def is_surely_name(line: str, end: int) -> bool:
    """Whether that with which the line begins is nothing that everybody says."""
    words = _WORD.findall(line[:end])
    if len(words) > 1:
        is_small = all(map(str.islower, words))
        return not is_small or _is_told_of(line, end, words)
    start = len(line) - len(line.lstrip())
    is_word = not KNOWN.isdisjoint(map(str.casefold, words))
    return not is_word or _trust_of_word(line, start, end) is Trust.SURE


def _mention(line: str, span: Span, customers: Sequence[Customer]) -> Mention | None:
    so_called = [each for each in customers if span.key in _keys(each)]
    whose = tuple({each.id: each for each in so_called or customers}.values())
    trust = _trust(line, span)
    if trust is None:
        return None
    begins = not line[: span.start].strip()
    if not so_called:
        trust = min(trust, Trust.LIKELY if begins else Trust.DOUBTFUL)
    return Mention(
        start=span.start, end=span.end, customers=whose, is_name=bool(so_called), trust=trust
    )


def _keys(customer: Customer) -> set[str]:
    return {names.key(each) for each in (customer.name, *customer.aliases)}


def _trust(line: str, span: Span) -> Trust | None:
    """None where no name was meant."""
    typed = line[span.start : span.end]
    words = _WORD.findall(typed)
    if len(words) == 1:
        return _trust_of_word(line, span.start, span.end)
    if not all(word.islower() and is_common(word) for word in words):
        return Trust.SURE
    if line[: span.start].strip():
        return None if "," in typed else Trust.LIKELY
    return Trust.SURE if _is_told_of(line, span.end, words) else Trust.LIKELY


def _is_told_of(line: str, end: int, words: Sequence[str]) -> bool:
    """Of words that are all of the language of contacts only what follows tells it."""
    return not KNOWN.issuperset(words) or acts(line, end, is_known=True)


def _trust_of_word(line: str, start: int, end: int) -> Trust | None:
    typed = line[start:end]
    if typed[-2:] in _OWNER:
        end -= 2
        typed = typed[:-2]
    word = names.key(typed)
    if not is_common(word) and not word[:1].isdigit():
        return Trust.SURE
    begins = bool(_BEGINS.search(line[:start]))
    if begins and acts(line, end, is_known=word in KNOWN and typed.islower()):
        return Trust.SURE
    if word in NAMELESS and typed.islower() and not _is_last(line, end):
        return None
    if not line[:start].strip():
        everyday = word in KNOWN and (typed.islower() or _goes_on(line, end))
        return Trust.DOUBTFUL if everyday or word in NAMELESS else Trust.LIKELY
    is_large = typed[:1].isupper() and not begins and not line.isupper()
    if is_large and word not in NAMELESS:
        return Trust.SURE
    if not _is_led_to(line, start) or begins:
        return None
    return Trust.DOUBTFUL if word in KNOWN or word.isdigit() else Trust.SURE


def _is_last(line: str, end: int) -> bool:
    """Whether no word follows that it may belong to, as in "next week"."""
    following = _WORD.search(line, end)
    return bool(_ENDS.match(line, end)) or not following or following[0].lower() in PREPOSITIONS


def acts(line: str, end: int, *, is_known: bool = False) -> bool:
    """Whether it is told of whoever is named before `end` what they did; or a stop follows. Where
    it `is_known` as a word besides, only a contact tells.
    """
    following = _WORD.search(line, end)
    word = following[0].lower() if following else ""
    if reading.reads_as_contact(word) or line[end : end + 2] in _OWNER:
        return True
    return not is_known and (word in _SAYS or bool(_ENDS.match(line, end)))


def _goes_on(line: str, end: int) -> bool:
    """Whether a sentence follows that needs the word: "Hope they call", "Happy to report"."""
    following = _WORD.search(line, end)
    word = following[0].lower() if following else ""
    return word in THEMSELVES | OURSELVES | PREPOSITIONS | _THAT


def _is_led_to(line: str, start: int) -> bool:
    before = _WORD.findall(line[:start])[-1:]
    return any(each.lower() in _LEADS or reading.reads_as_contact(each) for each in before)


def alone(line: str, words: str) -> str:
    """What follows the name, where it stands by itself: else the line."""
    return line if words[:1] in {"&", "+"} or words.lower().startswith("and ") else words


def begun_with(line: str, called: Sequence[str]) -> tuple[Opening, bool] | None:
    """The longest beginning of the line that is the beginning of one of these keys, give or take a
    slip in each word; and whether it is the whole name.
    """
    for opening in names.openings(line):
        typed = opening.key.split()
        for name in called:
            words = name.split()
            if len(typed) <= len(words) and all(map(_is_meant, typed, words)):
                return opening, len(typed) == len(words)
    return None


def _is_meant(typed: str, word: str) -> bool:
    """A word that everybody says is no slip of another."""
    near = OSA.normalized_similarity(typed, word) >= names.FLOOR
    return typed == word or (near and not is_common(typed))
