"""Reading what was typed about a new customer, or a contact: parts in any order."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from domain import contact_roles, quotes
from domain.customer_fields import VALUES, zone_near
from domain.customers import Contact
from domain.errors import NotUnderstood
from domain.lengths import CELL, NAME
from domain.phrases import shorten

MAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
PHONE = re.compile(r"^[+(]?\d[\d\s().\-/]*$")
PHONE_DIGITS = 6
"""A shorter run of digits is part of a name: "Studio 54"."""

SPLIT = re.compile(r"[,;]")
AROUND_MAIL = "<>()[]\"'“”,;"
WORD = re.compile(r"\S+")


NOBODY = Contact()


@dataclass(frozen=True, kw_only=True)
class Newcomer:
    """What was typed about a customer to add; only the name is needed.

    `values` are those of the customer's fields that were told; `troubles` say in words what was
    left out.
    """

    name: str
    contact: Contact = NOBODY
    values: Mapping[str, Any] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()


def read(typed: str) -> Newcomer:
    """The words before the first rung, mail, phone or zone name the customer, later ones a person.

    Quotes keep together what belongs together, e.g. a name that is a rung as well.
    """
    quoted = quotes.first(typed)
    rest = quoted[1] if quoted else typed
    parts = _Parts.of(rest, begins_name=not quoted, is_customer=True)
    runs = parts.runs
    name = quoted[0] if quoted else (runs.pop(0) if runs else "")
    person = quotes.off(" ".join(runs))
    if len(person) > NAME:
        parts.troubles.append(_too_long(person))
        person = ""
    contact = Contact(name=person, mail=parts.mail, phone=parts.phone)
    return Newcomer(
        name=name.strip(" ,;"),
        contact=contact,
        values=parts.values,
        troubles=tuple(parts.troubles),
    )


def read_contact(typed: str) -> Contact:
    """Raises NotUnderstood where a part is neither a name nor a mail address nor a number."""
    role, typed = contact_roles.taken(typed)
    parts = _Parts.of(typed)
    name = quotes.off(" ".join([*parts.runs, *parts.words]))
    person = Contact(name=name, mail=parts.mail, phone=parts.phone, role=role)
    if len(person.name) > NAME:
        raise NotUnderstood(f"{_too_long(person.name)}.")
    for trouble in parts.troubles:
        raise NotUnderstood(f"{trouble}: write one like maria@acme.com.")
    for piece in map(str.strip, SPLIT.split(typed)):
        _check_number(piece, parts.phone)
    if not any(map(str.isalnum, f"{person.name}{person.mail}{person.phone}")):
        what = "write a name, a mail address or a phone number."
        raise NotUnderstood(f"“{typed.strip()}” names nobody: {what}")
    return person


def _too_long(name: str) -> str:
    return f"a person's name has at most {NAME} characters, and “{name[:20]}…” has {len(name):,}"


def _check_number(piece: str, phone: str) -> None:
    """What stands between commas and is a number, but not the one that was read."""
    if not PHONE.match(piece) or " ".join(piece.split()) == phone:
        return
    if sum(map(str.isdigit, piece)) < PHONE_DIGITS:
        least = f"one has at least {PHONE_DIGITS} digits."
        raise NotUnderstood(f"“{piece}” is no phone number: {least}")
    raise NotUnderstood(f"“{piece}” is a second phone number: one is kept of each person.")


def no_mail(word: str, known: str = "") -> str:
    """What is wrong with it as a mail address, in words; empty for one that is good and new."""
    if len(word) > CELL or not MAIL.match(word):
        return f"“{shorten(word, NAME)}” is no mail address"
    return f"“{word}” is a second mail address" if known and word != known else ""


def _no_zone(words: list[str], *, is_named: bool) -> str:
    """The first words, as far as they are like a time zone and are none. An area with a slash is
    meant as one, once the customer `is_named`: "Acme US/UK" may be a name.
    """
    for typed in (" ".join(words[:2]), words[0]):
        area, slash, _ = typed.partition("/")
        if slash and (zone_near(typed) or (is_named and zone_near(area))):
            return typed if zone_near(typed) else words[0]
    return ""


def _begins_name(words: list[str]) -> bool:
    first = words[0]
    is_capital = first[0].isupper() and len(words) > 1
    return ("@" in first and not MAIL.match(first)) or (is_capital and _is_word(first))


def _is_word(word: str) -> bool:
    """Whether it is a value that a name may begin with as well, like a rung."""
    return any(each.spot and each.spot(word) for each in VALUES if each.is_word)


class _Parts:
    """Sorts words into what they are; whatever is nothing else runs together as a name."""

    def __init__(self, *, is_customer: bool) -> None:
        self._is_customer = is_customer
        self.runs: list[str] = []
        self.mail = ""
        self.phone = ""
        self.values: dict[str, Any] = {}
        self.words: list[str] = []
        self.troubles: list[str] = []
        self._open_run = False

    @classmethod
    def of(cls, typed: str, *, begins_name: bool = False, is_customer: bool = False) -> "_Parts":
        """`begins_name`: the first word is a name's, though it looks like a mail address; and so is
        a rung with a capital, as in "Customer First".
        """
        parts = cls(is_customer=is_customer)
        words = [word for word in WORD.findall(typed) if word.strip(",;")]
        at = 0
        if begins_name and words and _begins_name(words):
            parts._name(words[0].strip(",;"))
            at = 1
        while at < len(words):
            at += parts._take(words, at)
        return parts

    def _take(self, words: list[str], at: int) -> int:
        """How many words were used."""
        word = words[at].strip(",;")
        if used := self._phone(words, at):
            return used
        if "@" in word and word != "@":
            self._mail(word.strip(AROUND_MAIL))
            self._open_run = False
            return 1
        if used := self._value(words, at, 2) or self._value(words, at, 1):
            self._open_run = False
            return used
        if used := self._zone(words[at : at + 2]):
            return used
        self._name(word)
        return 1

    def _value(self, words: list[str], at: int, count: int) -> int:
        """So many words that are the value of a field which has none yet."""
        text = " ".join(each.strip(",;") for each in words[at : at + count])
        if len(words) < at + count:
            return 0
        for each in VALUES:
            is_open = each.spot and each.name not in self.values and count <= each.spot_words
            value = each.spot(text) if each.spot and is_open else None
            if value is not None:
                self.values[each.name] = value
                self.words += [text] if each.is_word else []
                return count
        return 0

    def _zone(self, words: list[str]) -> int:
        """How many words of these were meant as a time zone, and are none."""
        is_named = bool(self.runs) and not (len(self.runs) == 1 and self._open_run)
        typed = _no_zone([each.strip(",;") for each in words], is_named=is_named)
        if not typed or not self._is_customer:
            return 0
        near = zone_near(typed)
        asked = f" (is it {near}?)" if near and "/" in near else ""
        self.troubles.append(f"“{shorten(typed, NAME)}” is no time zone that I know{asked}")
        self._open_run = False
        return len(typed.split())

    def _mail(self, word: str) -> None:
        if trouble := no_mail(word, self.mail):
            self.troubles.append(trouble)
        else:
            self.mail = word

    def _phone(self, words: list[str], at: int) -> int:
        """The longest run of words from here that is one number; a comma ends it."""
        if self.phone or not PHONE.match(words[at].strip(",;")):
            return 0
        end = at + 1
        while end < len(words) and not SPLIT.search(words[end - 1][-1]):
            if not PHONE.match(words[end].strip(",;")):
                break
            end += 1
        number = " ".join(words[at:end]).strip(",;")
        if sum(map(str.isdigit, number)) < PHONE_DIGITS:
            return 0
        self.phone, self._open_run = number, False
        return end - at

    def _name(self, word: str) -> None:
        if self._open_run:
            self.runs[-1] += f" {word}"
        else:
            self.runs.append(word)
        self._open_run = True
