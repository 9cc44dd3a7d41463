"""Replies in a reminder's thread: reports of a contact or of an attempt, told from talk."""

from collections.abc import Set as AbstractSet

from domain.reading.light import REPLIES, is_light, is_ours, pieces
from domain.reading.names import Party
from domain.reading.passages import Passage, passages
from domain.reading.patterns import Lexicon, Mention
from domain.reading.people import is_colleague
from domain.reading.senses import Contact
from domain.reading.stances import is_fact
from domain.reading.tables import listed
from domain.reading.tokens import Clause, Token
from domain.reading.vocabulary import (
    ADVERBS,
    CLASSES,
    COLLEAGUES,
    DAYS,
    OURSELVES,
    SOFT,
    THEIR_PEOPLE,
    THEMSELVES,
    TIMES,
)
from domain.touches import Direction

AFTER = 4
"""Words after a contact among which it is said with whom it was."""

_SILENT = Lexicon({True: REPLIES["silent"]})
_DOUBTS = listed(REPLIES["doubts"]) | {str(year) for year in range(1990, 2100)}
_CLOSE, _INSIDE = listed(REPLIES["close"]), listed(REPLIES["inside"])
_LEADS = OURSELVES | SOFT | TIMES | DAYS | ADVERBS
_LEADS = _LEADS - listed(REPLIES["leads not"]) | listed(REPLIES["leads"])
_US = CLASSES["US"] | {"you"}
_MET = THEIR_PEOPLE - _INSIDE - COLLEAGUES


def reads_as_contact(words: str, team: AbstractSet[str] = frozenset()) -> bool:
    """Plainly tells of a contact that took place; in doubt it does not.

    `team` are the names of colleagues, written small: what was said to them is talk.
    """
    names = dict.fromkeys(team, Party.OURS)
    return any(reports(passage) for passage in passages(words, names))


def reports(passage: Passage) -> bool:
    """One clause of it."""
    inside = any(_is_inside(passage, spot) for spot in range(len(passage.tokens)))
    return not inside and any(
        _is_plain(passage, contact) and not _is_among_us(passage, contact)
        for contact in passage.contacts
    )


def _is_inside(passage: Passage, spot: int) -> bool:
    """It doubts, or names a part of our own house."""
    before = passage.tokens[spot - 1].text if spot else ""
    theirs, word = before in CLASSES["THEIR"], passage.tokens[spot].text
    return (word in _DOUBTS and before != "thank") or (word in _INSIDE and not theirs)


def _is_plain(passage: Passage, contact: Mention[Contact]) -> bool:
    """Its clause begins with it, or with who did it, or when."""
    led = all(_may_lead(passage, spot) for spot in range(contact.head))
    return contact.meaning.done and led and is_fact(passage, contact)


def _is_among_us(passage: Passage, contact: Mention[Contact]) -> bool:
    """The first person named after it is of our side, and nobody of theirs stands before it; or
    a colleague did it to us; or it may have been among us, and nobody is named.
    """
    last = min(contact.tail + 1 + AFTER, len(passage.tokens))
    before, after = range(contact.head), range(contact.head + 1, last)
    callers = [_whose(passage, spot) for spot in before]
    if Direction.THEIRS in callers:
        return False
    if Direction.OURS in callers and any(passage.tokens[spot].text in _US for spot in after):
        return True
    people = [_whose(passage, spot) for spot in after] + [_thing_called(passage, contact)]
    if not any(people) and _may_be_ours(passage, contact):
        return True
    return next(filter(None, people), None) is Direction.OURS


def _may_be_ours(passage: Passage, contact: Mention[Contact]) -> bool:
    """As in "had a meeting", or "we spoke"."""
    action_id = passage.tokens[contact.head].text
    by_us = any(token.text == "we" for token in passage.tokens[: contact.head])
    return action_id == "had" or (by_us and action_id in {"spoke", "talked", "chatted"})


def _thing_called(passage: Passage, contact: Mention[Contact]) -> Direction | None:
    """Whoever "rang IT" rang our own."""
    after = [token.text for token in passage.tokens[contact.tail + 1 : contact.tail + 3]]
    is_it = after[:1] == ["it"] or after == ["to", "it"]
    return Direction.OURS if is_it else None


def _whose(passage: Passage, spot: int) -> Direction | None:
    """Which side the word names somebody of; a mention reaches nobody outside."""
    token = passage.tokens[spot]
    mentioned = token.text.lstrip("<").startswith("@")
    joined = spot > 0 and passage.tokens[spot - 1].text in {"the", "a"} and token.text in _CLOSE
    if mentioned or joined or is_colleague(passage, spot):
        return Direction.OURS
    theirs = token.is_name or token.text in THEMSELVES | CLASSES["THEM"] | CLASSES["THEIR"] | _MET
    return Direction.THEIRS if theirs else None


def _may_lead(passage: Passage, spot: int) -> bool:
    token = passage.tokens[spot]
    described = token.text in CLASSES["THEIR"] or token.text in THEIR_PEOPLE
    return token.is_name or described or not token.text.isalpha() or token.text in _LEADS


def is_in_vain(passage: Passage) -> bool:
    """One of its statements says no more than that nobody answered."""
    return any(map(_is_silent, pieces(passage.tokens)))


def _is_silent(piece: tuple[Token, ...]) -> bool:
    """Nothing else is said in it; or nothing but by whom of theirs."""
    found, taken = _SILENT.find(Clause(tokens=piece))
    rest = [token for spot, token in enumerate(piece) if spot not in taken]
    return bool(found) and not any(map(is_ours, piece)) and all(map(_is_light_or_theirs, rest))


def _is_light_or_theirs(token: Token) -> bool:
    return token.is_name or token.text in THEIR_PEOPLE or is_light(token)
