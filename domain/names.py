"""Names: the keys under which a customer is found, however somebody writes them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Jaro, Prefix

from domain import quotes

LONGEST = 12
"""Words of the longest name that is looked for at the beginning of a line."""

HEAD = 400
"""Characters of a line that may hold its name; the rest is not looked at."""

GRAM = 6
"""Words of the longest name that is looked for in the middle of a line."""

WITHIN = 40
"""Words of a line among which names are looked for."""

FLOOR = 0.7
"""Likeness below which a name is no suggestion: one slip in four letters, two in seven."""

SHORTEST = 3
"""Letters below which a word is like too many names."""

POOL = 50
"""Names that are looked at more closely."""

LEGAL_FORMS = """
    ltd, limited, pty ltd, pte ltd, pvt ltd, private limited, plc, llc, llp, lp, inc, incorporated,
    corp, corporation, co, and co, company, and company, pty, pte, pvt, cic,
    gmbh, mbh, ag, kg, kgaa, ohg, ug, gbr, se, ev, eg,
    sa, sas, sasu, sarl, eurl, snc, sprl, bvba, srl, srls, spa, sl, slu, ltda, sa de cv,
    bv, nv, vof, ab, as, asa, aps, oy, oyj, hf, ehf, ou, sia, uab, sro, doo, dd, ad, eood, ood,
    sa rl, sp zoo, sp z oo, kft, zrt, nyrt, bt, kk, sdn bhd, jsc, pjsc
"""
ALSO_WORDS = frozenset({"ad", "as", "co", "company", "limited", "private", "se"})
"""Legal forms that mean something else too: in a line they belong to the name only when written
large or with a stop, for "Acme as agreed" speaks of Acme."""

_SUFFIXES = frozenset(tuple(form.split()) for form in LEGAL_FORMS.replace("\n", " ").split(","))
_LONGEST_SUFFIX = max(map(len, _SUFFIXES))
_APOSTROPHES = "'`\u00b4\u02bc\u2018\u2019\u201b\u2032\uff07"
_JOINERS = "\u200d\u20e3\ufe0e\ufe0f"
_UNSPOKEN = str.maketrans(dict.fromkeys(_APOSTROPHES + _JOINERS + "™®©℠"))
_SPELLED = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h"}
    | {"\u0131": "i"}  # the Turkish i without a dot
    | dict.fromkeys("&+", " and ")
)
_ACCENTS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u0652\u0670]")
_INITIALS = re.compile(r"(?<![^\W_])([^\W\d_])[./]\s?(?=[^\W\d_](?![^\W_]))")
_SPOKEN = re.compile(r"w+(?:'w+)*|s+")
_STOPS = r"-.,:;!?/|\u2013\u2014\u00b7\u2022"
_BREAK = re.compile(r"[;:?!|]\s|\n|\s[-\u2013\u2014]+\s")
"""No name goes on behind these, but at the beginning of a line."""

_SEPARATORS = re.compile(
    rf"""["'{re.escape(quotes.CLOSING)})\]}}*_~`]*[{_STOPS}]*\s*(?:[{_STOPS}]+\s+)*"""
)


@dataclass(frozen=True, kw_only=True)
class Opening:
    """One way to part a line: under `key` the name, which ends at `end`, and in `words` what
    follows, as typed.
    """

    key: str
    words: str
    end: int


@dataclass(frozen=True, kw_only=True)
class Span:
    """Words in a row, from `start` to `end`, that may be a name, and its key."""

    key: str
    start: int
    end: int


def key(name: str) -> str:
    """One for every way of writing the name, and the same for a key; empty only for blanks."""
    words = "".join(letter if _is_spoken(letter) else " " for letter in _fold(name)).split()
    return " ".join(_without_legal_form(words)) or _signs(name)


def openings(line: str) -> list[Opening]:
    """Every way in which the line may begin with a name, longest first, each key once."""
    found: dict[str, Opening] = {}
    for name, end in reversed(list(_beginnings(line[:HEAD]))):
        words = after_separators(line, end)
        found.setdefault(name, Opening(key=name, words=words, end=end))
    return list(found.values())


@lru_cache(maxsize=64)
def spans(line: str) -> tuple[Span, ...]:
    """Whatever of up to six words in a row may be a name, anywhere in the line."""
    words = [match.span() for match in _SPOKEN.finditer(_shape(line[: HEAD * 4]))][:WITHIN]
    return tuple(
        Span(key=key(text), start=start, end=start + len(text))
        for first, (start, _) in enumerate(words)
        for _, end in words[first : first + GRAM]
        if not _BREAK.search(line, start, end)
        for text in _owners(line[start:end])
    )


def within(line: str) -> list[str]:
    """The keys of these, each once."""
    return list(dict.fromkeys(span.key for span in spans(line)))


def having(words: Iterable[str], names: Sequence[str], limit: int = 5) -> list[int]:
    """Where in `names`, which are keys, those stand that have one of these words, or words in a
    row; none of those that more have than anybody would read.
    """
    every = " " + " \n ".join(names) + " "
    return [at for each in words for at in _having(each, every, limit)]


def _having(word: str, every: str, limit: int) -> list[int]:
    found: list[int] = []
    at = every.find(f" {word} ")
    while at >= 0 and len(found) <= limit:
        found.append(every.count("\n", 0, at))
        at = every.find(f" {word} ", at + 1)
    return found if len(found) <= limit else []


def nearest(line: str, names: Sequence[str], limit: int = 5, *, one_word: bool = True) -> list[int]:
    """Where in `names`, which are keys, those stand that the line may have meant; best first.

    Compares the line's first one, two and three words with each name: one that is almost the
    same, or that begins so; the first word alone only if `one_word`. Nothing is named when nothing
    comes near. With 100,000 names each
    comparison takes 3 to 5 ms, and the whole 16 ms (measured on one core).
    """
    likeness: dict[int, float] = {}
    typed = [opening.key for opening in reversed(openings(line)[-3:])][not one_word :]
    for at, score in chain(_begun(typed, names, limit), *(_alike(it, names) for it in typed)):
        likeness[at] = max(score, likeness.get(at, 0))
    return sorted(likeness, key=lambda at: (-likeness[at], at))[:limit]


def _alike(typed: str, names: Sequence[str]) -> Iterator[tuple[int, float]]:
    """A quick look at all names, then a close one at the best, in which swapped letters count as
    one slip and a slip that keeps the length is the likelier.
    """
    if len(typed) < SHORTEST:
        return
    near = process.extract(typed, names, scorer=fuzz.ratio, score_cutoff=100 * FLOOR, limit=POOL)
    for name, _, at in near:
        same = OSA.normalized_similarity(typed, name)
        if same >= FLOOR:
            shifted = Jaro.similarity(typed, name)
            yield at, (same + shifted) / 2 - abs(len(typed) - len(name)) / 100


def _begun(typed: list[str], names: Sequence[str], limit: int) -> Iterator[tuple[int, float]]:
    """Names of which the line has the first word or more: "Acme" for "Acme Industries"."""
    if typed and len(typed[0]) >= SHORTEST:
        least = len(typed[0]) + 1
        scorer = Prefix.similarity
        line = f"{typed[-1]} "
        near = process.extract(line, names, scorer=scorer, score_cutoff=least, limit=limit)
        for _, shared, at in near:
            yield at, shared / (shared + 1)


def _fold(name: str) -> str:
    """Small letters without accents, initials joined; other scripts keep what they mean."""
    bare = unicodedata.normalize("NFKD", name.translate(_UNSPOKEN)).casefold()
    plain = unicodedata.normalize("NFKD", bare).translate(_SPELLED)
    composed = unicodedata.normalize("NFC", _ACCENTS.sub("", plain))
    return _INITIALS.sub(r"\1", composed)


def _is_spoken(letter: str) -> bool:
    """Letters and digits of any script, with the marks that belong to them."""
    return unicodedata.category(letter)[0] in "LNM"


def _without_legal_form(words: list[str]) -> list[str]:
    """A name that is nothing but a legal form keeps it."""
    end = len(words)
    while length := _legal_form(words, end):
        end -= length
    return words[:end]


def _legal_form(words: list[str], end: int) -> int:
    """How many of the words before `end` are one: never all of them."""
    lengths = range(min(_LONGEST_SUFFIX, end - 1), 0, -1)
    return next((each for each in lengths if tuple(words[end - each : end]) in _SUFFIXES), 0)


def _signs(name: str) -> str:
    """What is left of a name without letters: its emoji, or else whatever it consists of."""
    emoji = "".join(letter for letter in name if _role(letter) == "s" and letter not in _JOINERS)
    return emoji or unicodedata.normalize("NFC", "".join(name.split()))


def _shape(line: str) -> str:
    """Each character by its role: w in a word, s a sign, ' an apostrophe, or a blank."""
    return "".join(map(_role, line))


def _role(letter: str) -> str:
    if letter in _APOSTROPHES:
        return "'"
    if letter == "&" or letter in _JOINERS:
        return "s"
    return {"L": "w", "N": "w", "M": "w", "S": "s"}.get(unicodedata.category(letter)[0], " ")


def _beginnings(head: str) -> Iterator[tuple[str, int]]:
    """The name that each of the first words may end, and where it does, shortest first."""
    seen: set[str] = set()
    start = 0
    for match in islice(_SPOKEN.finditer(_shape(head)), LONGEST):
        end = match.end()
        names = [key(text) for text in _owners(head[:end])]
        if names[0] not in seen or _is_legal_form(head[start : end + 1]):
            yield from ((name, end) for name in reversed(names))
        seen.update(names)
        start = end


def _is_legal_form(typed: str) -> bool:
    """Told by how it is written, where its letters say too little: "Co", "CO", "co."."""
    form = key(typed)
    return (form,) in _SUFFIXES and (form not in ALSO_WORDS or typed.strip(" ,-") != form)


def after_separators(line: str, end: int) -> str:
    """What follows, without the stops and closing quotes between."""
    separators = _SEPARATORS.match(line, end)
    return line[separators.end() :] if separators else line[end:]


def _owners(text: str) -> Iterator[str]:
    """Of "Acme's", both "Acme's" and "Acme"."""
    yield text
    if len(text) > 2 and text[-2] in _APOSTROPHES and text[-1] in "sS":  # noqa: PLR2004 - 's
        yield text[:-2]
