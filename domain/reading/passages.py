"""Clauses together with what the tables find in them."""

from dataclasses import dataclass

from domain.reading import senses
from domain.reading.asides import asides
from domain.reading.names import NOBODY, Names
from domain.reading.patterns import Lexicon, Mention
from domain.reading.senses import Act, Contact, Sense, Trigger
from domain.reading.tokens import Clause, Token, prepared, split
from domain.touches import ASKED_FIRST, Sign


@dataclass(frozen=True, kw_only=True)
class Passage:
    """One clause. `taken` are the words that belong to some phrase, `asides` those that only
    tell which thing is meant.
    """

    clause: Clause
    contacts: tuple[Mention[Contact], ...]
    acts: tuple[Mention[Act], ...]
    senses: tuple[Mention[Sense], ...]
    suspected: tuple[Mention[Sense], ...]
    triggers: tuple[Mention[Trigger], ...]
    taken: frozenset[int]
    asides: frozenset[int]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.clause.tokens

    @property
    def phrases(self) -> tuple[Mention[object], ...]:
        return (*self.contacts, *self.acts, *self.senses)


_CONTACTS = Lexicon(senses.CONTACTS, senses.NO_CONTACTS)
_ACTS = Lexicon(senses.ACTS, senses.NO_ACTS)
_FILED = [sign for sign in Sign if sign not in ASKED_FIRST]
_SENSES = Lexicon(senses.of_signs(_FILED), senses.of_no_signs(_FILED))
_SUSPECTED = [
    Lexicon(senses.of_signs([each]), senses.of_no_signs([each])) for each in sorted(ASKED_FIRST)
]
ANSWERED = Lexicon({True: senses.ANSWERED})
"""Of these an attempt before was not in vain."""

LEXICONS = (_CONTACTS, _ACTS, _SENSES, *_SUSPECTED, ANSWERED)
_TRIGGERS = Lexicon(senses.TRIGGERS, senses.NO_TRIGGERS)


def passages(line: str, names: Names = NOBODY) -> tuple[Passage, ...]:
    return read_all(prepared(line, names))


def read_all(text: str, *, theirs: bool = False) -> tuple[Passage, ...]:
    """Of a line that has been prepared."""
    return tuple(map(_passage, split(text, theirs=theirs)))


def _passage(clause: Clause) -> Passage:
    contacts, of_contacts = _CONTACTS.find(clause)
    acts, of_acts = _ACTS.find(clause)
    senses, of_senses = _SENSES.find(clause)
    heads = frozenset(mention.head for mention in (*contacts, *acts, *senses))
    return Passage(
        clause=clause,
        contacts=contacts,
        acts=acts,
        senses=senses,
        suspected=tuple(each for lexicon in _SUSPECTED for each in lexicon.find(clause)[0]),
        triggers=_TRIGGERS.find(clause)[0],
        taken=of_contacts | of_acts | of_senses,
        asides=asides(clause, heads, frozenset(contact.head for contact in contacts)),
    )
