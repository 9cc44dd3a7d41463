"""Replies in a reminder's thread: reports of a contact, told from talk among colleagues."""

from domain.reading.passages import Passage, passages
from domain.reading.patterns import Mention
from domain.reading.stances import is_fact
from domain.reading.words.classes import CLASSES
from domain.reading.words.kinds import Contact
from domain.reading.words.ordinary import THEIR_PEOPLE
from domain.reading.words.replies import DOUBTS, INSIDE, LEADS


def reads_as_contact(words: str) -> bool:
    """Plainly tells of a contact that took place; in doubt it does not."""
    return any(map(_reports, passages(words)))


def _reports(passage: Passage) -> bool:
    doubted = any(token.text in DOUBTS | INSIDE for token in passage.tokens)
    return not doubted and any(_is_plain(passage, contact) for contact in passage.contacts)


def _is_plain(passage: Passage, contact: Mention[Contact]) -> bool:
    """Its clause begins with it, or with who did it, or when."""
    led = all(_may_lead(passage, spot) for spot in range(contact.head))
    return contact.meaning.done and led and is_fact(passage, contact)


def _may_lead(passage: Passage, spot: int) -> bool:
    token = passage.tokens[spot]
    described = token.text in CLASSES["THEIR"] or token.text in THEIR_PEOPLE
    return token.is_name or described or not token.text.isalpha() or token.text in LEADS
