"""Clauses together with what the tables find in them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from domain.reading.asides import asides
from domain.reading.patterns import Lexicon, Mention
from domain.reading.tokens import Clause, Token, split
from domain.reading.words import directions, kinds, signs, stances
from domain.reading.words.directions import Act
from domain.reading.words.kinds import Contact
from domain.reading.words.signs import Sense
from domain.reading.words.stances import Trigger


class Party(StrEnum):
    """Whose name it is that a line names: a colleague's or contact's, another customer's, or some
    company's or product's of which we know nothing.
    """

    OURS = "ours"
    ANOTHER = "another"
    UNKNOWN = "unknown"


Acquaintance = Callable[[str], Party]
"""Tells of a name, written small, whose it is."""


def nobody(name: str) -> Party:
    """Of no name is anything known."""
    del name
    return Party.UNKNOWN


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One clause. `taken` are the words that belong to some phrase, `asides` those that only
    tell which thing is meant.
    """

    clause: Clause
    contacts: tuple[Mention[Contact], ...]
    acts: tuple[Mention[Act], ...]
    senses: tuple[Mention[Sense], ...]
    triggers: tuple[Mention[Trigger], ...]
    taken: frozenset[int]
    asides: frozenset[int]
    whose: Acquaintance

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.clause.tokens

    @property
    def phrases(self) -> tuple[Mention[object], ...]:
        return (*self.contacts, *self.acts, *self.senses)


_CONTACTS = Lexicon(kinds.TABLE, kinds.RULED_OUT)
_ACTS = Lexicon(directions.TABLE, directions.RULED_OUT)
_SENSES = Lexicon(signs.TABLE, signs.RULED_OUT)
_TRIGGERS = Lexicon(stances.TABLE, stances.RULED_OUT)


def passages(line: str, whose: Acquaintance = nobody) -> tuple[Passage, ...]:
    return tuple(_passage(clause, whose) for clause in split(line))


def _passage(clause: Clause, whose: Acquaintance) -> Passage:
    contacts, of_contacts = _CONTACTS.find(clause)
    acts, of_acts = _ACTS.find(clause)
    senses, of_senses = _SENSES.find(clause)
    heads = frozenset(mention.head for mention in (*contacts, *acts, *senses))
    return Passage(
        clause=clause,
        contacts=contacts,
        acts=acts,
        senses=senses,
        triggers=_TRIGGERS.find(clause)[0],
        taken=of_contacts | of_acts | of_senses,
        asides=asides(clause, heads, frozenset(contact.head for contact in contacts)),
        whose=whose,
    )
