"""A line taken apart: clauses, and in them words as the tables write them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from domain.reading.names import NOBODY, PARTIES, Names, Party, marked
from domain.reading.spelling import KNOWN, mend
from domain.reading.vocabulary import (
    AUXILIARIES,
    CONTRACTED,
    FIRST_NAMES,
    HARD,
    OURSELVES,
    PRONOUNS,
    SHORTHAND,
    THEMSELVES,
)

LONGEST = 2_000
"""Characters that are read: whatever a contact was, it is said by then."""

_PIECE = re.compile(
    r"""
      (?P<known>  [\ue000-\ue003](?:'s)? )
    | (?P<opaque> https?://\S+ | www\.\S+ | [\w.+-]{1,64}@[\w.-]+ | <(?!@)[^<>\s]*>
                | \w+\.(?:com|net|org|io|ai|app|co\.uk|de|eu)\b )
    | (?P<person> <?@[\w|.-]+>? )
    | (?P<emoji>  :[a-z][a-z0-9_+-]*: )
    | (?P<number> \d+(?:[.,:/-]\d+)*[^\W\d_]* )
    | (?P<word>   w/(?:out|o)? | (?:n/a|f/up?|t/c|b/c|f2f|b4)\b
                | [^\W\d_]+(?:'[^\W\d_]+)* )
    | (?P<stop>   [.!?,;:()\[\]|\n\u2013\u2014\u2026]+ | -+(?=\s|$) )
    | (?P<quote>  ["\u201c\u201d\u00ab\u00bb] )
    | (?P<join>   [&+] )
    | (?P<symbol> [^\x00-\x7f\s\w] )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_DECLINED = re.compile(r"\b(?:thanks|thank you),? but,? no,? (?:thanks|thank you)\b", re.IGNORECASE)
_DECIDER = re.compile(
    r"(?<=\bto )dm\b|(?<=\bwith )dm\b|\bdm(?= (?:is|was|wants|says|said)\b)", re.IGNORECASE
)
"""Whom one speaks to is a decision maker; what one sends is a direct message."""

_PERSONS = OURSELVES | THEMSELVES | {"you", "it", "anybody", "anyone", "somebody", "someone"}
_WHEN, _WILL = {"where", "when", "how"}, {"is", "are", "will", "can", "do", "does", "did"}
_CONTRACTED = CONTRACTED | {short.replace("'", ""): full for short, full in CONTRACTED.items()}
_AFTER_PRONOUN = {"'s": "is", "'re": "are", "'m": "am", "'ve": "have", "'ll": "will", "'d": "'d"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """One word, written small; `is_owner` when it was written with an apostrophe and an s.
    A name that was told from words as such is NAME, and `party` says whose it is.
    """

    text: str
    party: Party | None = None
    is_name: bool = False
    is_owner: bool = False
    is_quoted: bool = False


@dataclass(frozen=True, kw_only=True)
class Clause:
    """What stands between two stops; `asks` when it is a question."""

    tokens: tuple[Token, ...]
    asks: bool = False


def prepared(line: str, names: Names = NOBODY) -> str:
    """In plain letters, with a mark for each name."""
    return marked(_plain(line), names)


def split(text: str, *, theirs: bool = False) -> tuple[Clause, ...]:
    """Clauses of at least one word; the customer's own words are as if they were quoted."""
    return tuple(clause for clause in _clauses(text, quoted=theirs) if clause.tokens)


def _plain(line: str) -> str:
    text = unicodedata.normalize("NFKC", line[:LONGEST])
    straight = re.sub("[\u2018\u2019\u201b\u00b4\u02bc`]", "'", text)
    straight = re.sub(r"(?<![<\w])@\s?(?=\d{1,2}\b|\d{1,2}[ap]m\b)", "at ", straight)
    straight = _DECLINED.sub("declined", straight)
    straight = _DECIDER.sub("decision maker", straight)
    straight = re.sub(r"\bno[ -]one\b", "nobody", straight, flags=re.IGNORECASE)
    return re.sub(r"\b([ap])\.m\b\.?", r"\1m", straight, flags=re.IGNORECASE)


def _clauses(text: str, *, quoted: bool) -> Iterator[Clause]:
    tokens: list[Token] = []
    shouted = text.isupper()
    for piece in _PIECE.finditer(text):
        raw = piece.group()
        if piece.lastgroup == "stop" or _turns(raw, tokens):
            yield Clause(tokens=tuple(tokens), asks="?" in raw or _asks(tokens))
            tokens = []
        elif piece.lastgroup == "quote":
            quoted = not quoted
        else:
            capital = raw[0].isupper() and not shouted
            words = _words(piece, capital=capital, first=not tokens)
            tokens += (replace(word, is_quoted=quoted) for word in words)
    yield Clause(tokens=tuple(tokens), asks=_asks(tokens))


def _asks(tokens: list[Token]) -> bool:
    """As in "has she replied" and "where is it", which many write without a question mark; but "had
    her on the phone" does not.
    """
    first, second = tokens[:1], tokens[1:2]
    if first and first[0].text in _WHEN:
        return any(it.text in _WILL for it in second)
    asked = bool(first and first[0].text in AUXILIARIES - {"had"})
    return asked and any(it.is_name or it.text in _PERSONS for it in second)


def _turns(raw: str, tokens: list[Token]) -> bool:
    """As a comma does; but not in "nothing but" and "anything but"."""
    joined = tokens and tokens[-1].text in {"nothing", "anything"}
    return raw.lower() in HARD and not joined


def _words(piece: re.Match[str], *, capital: bool, first: bool) -> Iterator[Token]:
    raw = piece.group().lower()
    if piece.lastgroup == "known":
        yield Token(text="NAME", party=PARTIES[raw[0]], is_name=True, is_owner=len(raw) > 1)
    elif piece.lastgroup == "join":
        yield Token(text="and")
    elif piece.lastgroup == "word":
        yield from _spell_out(raw, capital=capital, first=first)
    else:
        yield Token(text=raw, is_name=piece.lastgroup == "person")


def _spell_out(raw: str, *, capital: bool, first: bool) -> Iterator[Token]:
    """A capital within a clause is a name's, and no slip is looked for in that."""
    owner = raw.endswith("'s") and raw[:-2] not in PRONOUNS and raw not in SHORTHAND
    for text in _expand(raw):
        word = text if capital and not first else mend(text)
        is_adverb = word.endswith("ly") and word not in FIRST_NAMES
        is_name = capital and word not in KNOWN and not is_adverb
        yield Token(text=word, is_name=is_name, is_owner=owner)


def _expand(small: str) -> list[str]:
    """Shorthand and contractions as whole words; an owner without its 's."""
    known = SHORTHAND.get(small) or _CONTRACTED.get(small)
    if known:
        return known.split()
    word, apostrophe, ending = small.rpartition("'")
    if not apostrophe:
        return [small]
    if word in PRONOUNS and f"'{ending}" in _AFTER_PRONOUN:
        return [word, _AFTER_PRONOUN[f"'{ending}"]]
    return [word]
