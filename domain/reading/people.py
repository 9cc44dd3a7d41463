"""Whose doing it was, as far as the words say."""

from collections.abc import Sequence

from domain.reading.names import Party
from domain.reading.passages import Passage
from domain.reading.patterns import Mention
from domain.reading.spelling import KNOWN
from domain.reading.tokens import Token
from domain.reading.vocabulary import (
    ADVERBS,
    CLASSES,
    COLLEAGUES,
    DOINGS,
    NAMELESS,
    OUR_VERBS,
    OURSELVES,
    PREPOSITIONS,
    SOFT,
    STATES,
    STRESS,
    THEIR_PEOPLE,
    THEMSELVES,
    TIMES,
    VERBS,
    WANTING,
)
from domain.touches import Direction

SIGHT = 6
"""Words before a verb among which its subject is looked for."""

MOST_SMALL = 3
"""Letters of words that only look like verbs: "as", "its"."""

_NOUNS = CLASSES["PAPER"] | CLASSES["SESSION"] | CLASSES["GIFT"] | CLASSES["CONTACT"]
"""Before these no subject stands: "quick email sent"."""

_GIVEN = CLASSES["QUOTE"] | CLASSES["GIFT"] | {"card", "cards", "invoice", "invoices", "contract"}
"""What we send and they get."""

_BEFORE_GIFTS = frozenset(["a", "an", "the", "some", "new", "off", "over", "round", "out"])

_DONE = {"not", "been", "gone", "come", "given", "taken", "had", "got", "seen", "written", "chosen"}
"""After "has" these tell of something done."""

_TURNS = (PREPOSITIONS - {"to", "with"}) | SOFT | {"that", "who"}
"""After these it is no longer the verb's object that is spoken of."""


def actor(passage: Passage, mention: Mention[object]) -> Direction | None:
    """Whoever did it, to whomever it was done: "called us" was their doing."""
    subject = doer(passage, mention)
    if subject is Direction.OURS:
        return subject
    return _receiver_says(passage, mention) or subject


def doer(passage: Passage, mention: Mention[object]) -> Direction | None:
    """The subject: the nearest person before the verb, unless another verb stands between."""
    joined = False
    for spot in range(mention.head - 1, max(-1, mention.head - 1 - SIGHT), -1):
        token = passage.tokens[spot]
        if token.text in OURSELVES:
            return Direction.THEIRS if token.is_quoted else Direction.OURS
        if is_colleague(passage, spot):
            return Direction.OURS
        if token.text in THEMSELVES or _is_their_person(passage, spot, mention):
            return Direction.OURS if _is_filed(passage, mention) else Direction.THEIRS
        joined = joined or token.text in SOFT
        if spot in passage.taken and not joined:
            return None
    return None


def _is_filed(passage: Passage, mention: Mention[object]) -> bool:
    """The name that a line begins with says where it belongs, if what follows is ours to give:
    "Acme mailed the quote", but not "Acme sent chocolates to our team".
    """
    after = [token.text for token in passage.tokens[mention.head + 1 : mention.head + 1 + SIGHT]]
    given = [word for word in after if word not in _BEFORE_GIFTS][:1]
    gave = passage.tokens[mention.head].text in CLASSES["GAVE"] | {"emailed", "messaged"}
    is_ours = bool(given) and given[0] in _GIVEN
    is_to_us = not {"us", "to", *CLASSES["OUR"]}.isdisjoint(after)
    return is_heading(passage, mention) and gave and is_ours and not is_to_us


def is_heading(passage: Passage, mention: Mention[object]) -> bool:
    """Nothing but a name of theirs stands before it: "Acme missed a call from Rosa"."""
    before = passage.tokens[: mention.head]
    return bool(before) and all(token.party is Party.THEIRS for token in before)


_NOT_THEY = PREPOSITIONS - {"from"} | {"if", "when", "once", "unless"}


def is_about_them(passage: Passage) -> bool:
    """Somebody of theirs is named, or asks us."""
    tokens = passage.tokens
    if passage.clause.asks:
        return any(token.text in {"we", "you"} for token in tokens)
    return any(_is_they(tokens, spot) for spot in range(len(tokens)))


def _is_they(tokens: Sequence[Token], spot: int) -> bool:
    """A name that is surely theirs, or any other, or "they", with what they do."""
    token, before = tokens[spot], tokens[spot - 1].text if spot else ""
    if token.party is Party.OURS or before in _NOT_THEY:
        return False
    acts = _is_deed(tokens, spot + 1, is_named=True)
    is_them = token.is_name or token.text in THEMSELVES - {"who"}
    return (token.party is Party.THEIRS and spot > 0) or (is_them and acts)


def speaks(passage: Passage) -> bool:
    """Somebody of theirs does something, as in "Joy from accounts has opted in" and "says Kev", or
    the clause begins with what we do not do: "opted in".
    """
    tokens = passage.tokens
    if any(_says(passage, spot) for spot in range(len(tokens))):
        return True
    spot, is_named = _subject(tokens)
    verb = tokens[spot] if spot < len(tokens) else None
    if "by" in [token.text for token in tokens[spot + 1 : spot + 2]]:
        return False
    if verb is None or is_colleague(passage, spot):
        return False
    if not _is_deed(tokens, spot, is_named=is_named):
        return False
    return is_named or verb.text not in (OUR_VERBS | VERBS) - WANTING


def _says(passage: Passage, spot: int) -> bool:
    """As in "he says" and "asks Angela", but not in "told Angela"."""
    tokens = passage.tokens
    if tokens[spot].text not in {"says", "said", "reckons", "thinks", "asks", "mentions", "tells"}:
        return False
    before = tokens[spot - 1].text if spot else ""
    after = tokens[spot + 1].text if spot + 1 < len(tokens) else ""
    return before not in OURSELVES | {"to"} and after not in {
        "thanks",
        "thank",
        "hello",
        "hi",
        "to",
    }


def _subject(tokens: Sequence[Token]) -> tuple[int, bool]:
    """Where it ends, and whether it is one of theirs: "Joy Dent from their office"."""
    spot, is_named = 0, False
    while spot < len(tokens):
        token = tokens[spot]
        if token.text in OURSELVES or token.party is Party.OURS:
            return len(tokens), False
        if token.is_name or token.text in THEMSELVES | THEIR_PEOPLE:
            is_named = True
        elif not _qualifies(tokens, spot, is_named=is_named):
            break
        spot += 1
    return spot, is_named


def _qualifies(tokens: Sequence[Token], spot: int, *, is_named: bool) -> bool:
    word, after = tokens[spot].text, tokens[spot + 1 : spot + 2]
    if word in {"at", "from", "of", "and", "@"} | CLASSES["THEIR"] | {"the", "a", "their", "whole"}:
        return bool(after)
    return word in ADVERBS | STRESS and (is_named or spot == 0)


def _is_deed(tokens: Sequence[Token], spot: int, *, is_named: bool) -> bool:
    """Somebody did something there: "has paid", but not "has a new logo", "uses our old till"."""
    here = tokens[spot : spot + 1]
    if not here or here[0].text in STATES:
        return False
    if here[0].text not in CLASSES["HAVE"]:
        return _is_finite(here[0], is_named=is_named)
    after = next((it for it in tokens[spot + 1 :] if it.text not in ADVERBS | STRESS), None)
    return after is not None and (after.text in _DONE or _is_finite(after, is_named=False))


def _is_finite(token: Token, *, is_named: bool) -> bool:
    word = token.text
    if word in CLASSES["SAY"] | WANTING:
        return True
    if is_named and word in {"do", "does", "did"}:
        return True
    if word in NAMELESS - DOINGS or not word.isalpha() or len(word) <= MOST_SMALL:
        return False
    ends = word.endswith("ed") or (is_named and word.endswith(("s", "ing")))
    return ends or word in DOINGS - CLASSES["HAVE"]


def is_colleague(passage: Passage, spot: int) -> bool:
    """As "our new engineer" is, and "my buyer" is not."""
    before = passage.tokens[max(0, spot - 2) : spot]
    ours = any(token.text in CLASSES["OUR"] for token in before)
    if passage.tokens[spot].party is Party.OURS:
        return True
    return ours and passage.tokens[spot].text in COLLEAGUES


def _is_their_person(passage: Passage, spot: int, mention: Mention[object]) -> bool:
    """Somebody named or described who is not the object of what stands before."""
    token = passage.tokens[spot]
    if not (token.is_name or token.text in THEIR_PEOPLE or _begins(passage, spot, mention)):
        return False
    start = spot
    while start and _belongs(passage, start - 1):
        start -= 1
    leads_to = passage.tokens[max(0, start - 1) : start]
    taken = start - 1 in passage.taken
    return not taken and all(before.text not in PREPOSITIONS for before in leads_to)


def _begins(passage: Passage, spot: int, mention: Mention[object]) -> bool:
    """A name written small: "tom rang", "maria called about it", but not "tom called maria"."""
    word, after = passage.tokens[spot].text, passage.tokens[mention.tail + 1 : mention.tail + 2]
    alone = not after or after[0].text in PREPOSITIONS | SOFT | TIMES
    unknown = word.isalpha() and word not in KNOWN and not word.endswith("ly")
    is_verb = passage.tokens[mention.head].text not in _NOUNS
    return (spot, mention.head) == (0, 1) and alone and unknown and is_verb


def _belongs(passage: Passage, spot: int) -> bool:
    """A first name, or "their" before "buyer"."""
    token = passage.tokens[spot]
    described = token.text in CLASSES["THEIR"] | {"the", "a", "my", "new"}
    return token.is_name or described


def _is_own(mention: Mention[object], spot: int) -> bool:
    """As in "had our weekly call": the "our" says whose call it was, not who was called."""
    return not {spot + 1, spot + 2}.isdisjoint(mention.spots)


def _receiver_says(passage: Passage, mention: Mention[object]) -> Direction | None:
    for spot in range(mention.head + 1, min(mention.tail + 4, len(passage.tokens))):
        token = passage.tokens[spot]
        if token.is_quoted is not passage.tokens[mention.head].is_quoted:
            return None
        if token.text in CLASSES["US"] or token.party is Party.OURS:
            return Direction.THEIRS
        if token.text in CLASSES["OUR"] and not _is_own(mention, spot):
            return Direction.THEIRS
        if token.is_name or token.text in CLASSES["THEM"]:
            return Direction.OURS
        if token.text in _TURNS:
            return None
    return None
