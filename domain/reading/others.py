"""What is said of somebody else's work: their supplier, a competitor, the weather."""

from domain.reading.names import Party
from domain.reading.passages import Passage
from domain.reading.patterns import Mention
from domain.reading.senses import Sense
from domain.reading.spelling import is_english
from domain.reading.tables import listed
from domain.reading.vocabulary import (
    CLASSES,
    DESCRIPTIONS,
    OURSELVES,
    PREPOSITIONS,
    PRIVATE,
    RIVALS,
    SOFT,
    STRANGERS,
    THEMSELVES,
    TIMES,
)
from domain.touches import Sign

SIGHT = 6
"""Words before a sign among which its subject is looked for."""

_ABOUT = frozenset({"about", "with", "at", "by", "of", "from", "in", "on", "over"})
_OURS = CLASSES["US"] | CLASSES["OUR"]
_OWN = "own"
_FELT = frozenset({"about", "with", "at", "by", "of", "over"})
_HOW = {("what",), ("how",), ("the", "way")}
_LEADS = _ABOUT | CLASSES["THEIR"] | {"for", "that", "to", "after", "since"}
_GOES_ON = (
    PREPOSITIONS
    | SOFT
    | TIMES
    | CLASSES["BE"]
    | CLASSES["HAVE"]
    | listed("""
    died dying dead passing passed getting got leaving left going gone losing lost ill sick
""")
)
"""After one of these it is the dog itself that was spoken of, and not its food."""

_HARM = listed("died dying dead passed ill sick poorly cancer hospital lost divorce divorced")
_STOPS = SOFT | OURSELVES | THEMSELVES | _OURS


def is_of_others(passage: Passage, mention: Mention[Sense], *, is_praise: bool) -> bool:
    """As in "unhappy with their supplier" and "their old supplier let them down".

    What they bought, somebody may have signed for them, and for a dog. Of a name that nobody knows
    a complaint is heard, for it may be what we sell; praise is not, for it may be a rival's.
    """
    if any(passage.tokens[spot].text in _OURS for spot in mention.spots if spot < _end(passage)):
        return False
    start = _after(passage, mention)
    is_felt = mention.meaning.sign is not Sign.PURCHASE
    strangers = {Party.ANOTHER, *({Party.UNKNOWN} if is_praise else ())}
    if is_felt and (_is_named(passage, start, strangers) or _is_private(passage, start)):
        return True
    return _is_object(passage, start) or _is_subject(passage, mention.head)


def is_grief(before: Passage, passage: Passage, mention: Mention[Sense]) -> bool:
    """As the "upset" is in "her mum is ill, very upset": no word after it tells of what."""
    words = [token.text for token in before.tokens]
    private = not (PRIVATE.isdisjoint(words) or _HARM.isdisjoint(words))
    return private and mention.tail >= _end(passage) - 1 and _OURS.isdisjoint(words)


def _after(passage: Passage, mention: Mention[Sense]) -> int:
    """Where it begins to be said about what: some phrases hold the "about" themselves."""
    last = passage.tokens[mention.tail : mention.tail + 1]
    return mention.tail + (not last or last[0].text not in _ABOUT)


def _end(passage: Passage) -> int:
    return len(passage.tokens)


def _is_named(passage: Passage, start: int, strangers: set[Party]) -> bool:
    """As in "happy with Initech": a name that is no word, and belongs to one of those."""
    joined, *rest = [token.text for token in passage.tokens[start : start + SIGHT]] or [""]
    spot = start + 1 + next((skip for skip in (2, 1) if tuple(rest[:skip]) in _HOW), 0)
    if joined not in _FELT or spot >= _end(passage) or not passage.tokens[spot].is_name:
        return False
    name = passage.tokens[spot]
    told = name.party or (name.text.isalpha() and not is_english(name.text) and Party.UNKNOWN)
    return told in strangers


def _is_private(passage: Passage, start: int) -> bool:
    """As in "upset about losing her dog", but not in "about the dog food"."""
    ahead = [token.text for token in passage.tokens[start : start + SIGHT]]
    for at, word in enumerate(ahead):
        if word in _STOPS - THEMSELVES or (at and start + at in passage.taken):
            return False
        if word in PRIVATE and ahead[0] in _LEADS and ahead[at - 1] != "the":
            after = ahead[at + 1 : at + 2]
            return not after or after[0] in _GOES_ON
    return False


def _is_object(passage: Passage, start: int) -> bool:
    """After the sign comes a stranger, joined or described: not so in "best supplier"."""
    spot = start
    if spot < _end(passage) and passage.tokens[spot].text in _ABOUT:
        spot += 1
    while spot < _end(passage) and passage.tokens[spot].text in DESCRIPTIONS:
        spot += 1
    met = spot < _end(passage) and passage.tokens[spot].text in RIVALS | STRANGERS
    return met and spot > start


def _is_subject(passage: Passage, head: int) -> bool:
    for spot in range(head - 1, max(-1, head - 1 - SIGHT), -1):
        word = passage.tokens[spot].text
        if word in RIVALS or word == _OWN:
            return _leads(passage, spot) not in PREPOSITIONS | _OURS
        if word in _STOPS or spot in passage.taken:
            return False
    return False


def _leads(passage: Passage, spot: int) -> str:
    """The word before somebody and all that describes them."""
    while spot and passage.tokens[spot - 1].text in DESCRIPTIONS:
        spot -= 1
    return passage.tokens[spot - 1].text if spot else ""
