"""What is said only to tell which thing is meant: "the boiler *we fixed* broke again"."""

from collections.abc import Iterator

from domain.reading.spelling import KNOWN
from domain.reading.tokens import Clause, Token
from domain.reading.vocabulary import (
    ADVERBS,
    AUXILIARIES,
    CLASSES,
    NAMELESS,
    OURSELVES,
    PREPOSITIONS,
)

LENGTH = 6
"""Words that such an aside has at most, after its verb."""

_OPENS = OURSELVES | {"they"}
_DESCRIBES = CLASSES["THEIR"] | CLASSES["OUR"] | {"the", "a", "an", "this", "that", "these"}
_THINGS = CLASSES["THING"] | CLASSES["MACHINE"]
_BEFORE_VERB = ADVERBS | AUXILIARIES | {"not"}
_OCCASIONS = CLASSES["SESSION"] | CLASSES["TALK"] | CLASSES["CONTACT"] | {"phone", "board", "end"}
"""After "the demo" and "on the phone" a statement of its own begins."""


def asides(clause: Clause, heads: frozenset[int], contacts: frozenset[int]) -> frozenset[int]:
    """The words that stand in one; of a contact it tells in its own right ("whom I called").

    `heads` are the spots at which some phrase begins, `contacts` those of contacts.
    """
    spots = (_span(clause.tokens, at, heads) for at in _openings(clause.tokens))
    return frozenset(spot for span in spots if contacts.isdisjoint(span) for spot in span)


def _openings(tokens: tuple[Token, ...]) -> Iterator[int]:
    for at in range(1, len(tokens)):
        if tokens[at].text in _OPENS and _is_thing(tokens, at - 1):
            yield at


def _is_thing(tokens: tuple[Token, ...], spot: int) -> bool:
    """A noun with "the" or the like before it, or a thing that is well known, with nothing."""
    word = tokens[spot].text
    if tokens[spot].is_name or word in NAMELESS | _OCCASIONS or word.endswith("ly"):
        return False
    if spot == 0:
        return word in _THINGS or (word.endswith("s") and word not in KNOWN)
    at_start = [token.text for token in tokens[: spot - 1]]
    return tokens[spot - 1].text in _DESCRIBES and not (
        len(at_start) == 1 and at_start[0] in PREPOSITIONS
    )


def _span(tokens: tuple[Token, ...], start: int, heads: frozenset[int]) -> range:
    """From "they" to where the clause goes on with a verb, or with another phrase."""
    action_id = start + 1
    while action_id < len(tokens) and tokens[action_id].text in _BEFORE_VERB:
        action_id += 1
    most = min(action_id + LENGTH, len(tokens))
    goes_on = (at for at in range(action_id + 1, most) if at in heads or _is_verb(tokens[at]))
    return range(start, next(goes_on, most))


def _is_verb(token: Token) -> bool:
    return token.text in CLASSES["BE"] | CLASSES["HAVE"] | AUXILIARIES
