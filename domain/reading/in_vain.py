"""An attempt of ours of which only the customer's name says whom it was for."""

from collections.abc import Sequence

from domain.reading.names import Party
from domain.reading.passages import Passage
from domain.reading.people import doer
from domain.reading.senses import Sense
from domain.reading.vocabulary import CLASSES, OURSELVES
from domain.touches import Direction, Sign

NEAR = 2
"""Clauses in which it is told that nobody answered: that of the attempt, and the next."""

_US = OURSELVES | CLASSES["US"] | CLASSES["OUR"]


def is_our_attempt(told: Sequence[Passage]) -> bool:
    """As in "Acme emailed about the invoice, he never answered", for so a log names whom it is
    about; not where one of us is named, or they wanted anything.
    """
    first, near = told[0], told[:NEAR]
    if not _is_headed(first) or any(each.text in _US for it in near for each in it.tokens):
        return False
    told_of = {sense.meaning.sign for each in told for sense in each.senses}
    return told_of == {Sign.NO_ANSWER} and any(map(_is_unanswered, near))


def _is_headed(passage: Passage) -> bool:
    """A name, and right behind it what was done."""
    names = 0
    for token in passage.tokens:
        if not token.is_name or token.party is Party.OURS:
            break
        names += 1
    done = [*passage.acts, *(each for each in passage.contacts if each.meaning.done)]
    return names > 0 and any(each.head == names for each in done)


def _is_unanswered(passage: Passage) -> bool:
    heard = [each for each in passage.senses if each.meaning == Sense(sign=Sign.NO_ANSWER)]
    return any(doer(passage, each) is not Direction.OURS for each in heard)
