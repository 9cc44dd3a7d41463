"""Reading what was typed about a new customer, or a contact: parts in any order."""

import re
from dataclasses import dataclass
from functools import cache
from zoneinfo import available_timezones

from domain.customers import Contact, Rung

MAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
PHONE = re.compile(r"^[+(]?\d[\d\s().\-/]*$")
PHONE_DIGITS = 6
"""A shorter run of digits is part of a name: "Studio 54"."""

QUOTED = re.compile(r"[\"“”„]([^\"“”„]+)[\"“”]")
WORD = re.compile(r"\S+")


NOBODY = Contact()


@dataclass(frozen=True, kw_only=True)
class Newcomer:
    """What was typed about a customer to add; only the name is needed."""

    name: str
    rung: Rung = Rung.PROSPECT
    contact: Contact = NOBODY
    zone: str | None = None


def read(typed: str) -> Newcomer:
    """The words before the first rung, mail, phone or zone name the customer, later ones a person.

    Quotes keep together what belongs together, e.g. a name that is a rung as well.
    """
    quoted = QUOTED.match(typed.strip())
    rest = typed.strip()[quoted.end() :] if quoted else typed
    parts = _Parts.of(rest)
    runs = parts.runs
    name = quoted.group(1) if quoted else (runs.pop(0) if runs else "")
    contact = Contact(name=" ".join(runs), mail=parts.mail, phone=parts.phone)
    rung = parts.rung or Rung.PROSPECT
    return Newcomer(name=name.strip(" ,;"), rung=rung, contact=contact, zone=parts.zone)


def read_contact(typed: str) -> Contact:
    parts = _Parts.of(typed)
    rung = [parts.rung_typed] if parts.rung_typed else []
    return Contact(name=" ".join([*parts.runs, *rung]), mail=parts.mail, phone=parts.phone)


def rung_called(value: str) -> Rung | None:
    """`raving fans`, `Raving-Fan` and `fan` are one rung; None for no rung."""
    words = " ".join(value.casefold().replace("-", " ").split())
    by_name = {str(rung): rung for rung in Rung} | {"fan": Rung.RAVING_FAN}
    return by_name.get(words) or by_name.get(words.removesuffix("s"))


def zone_called(value: str) -> str | None:
    """An IANA zone, in whatever case; None for no zone."""
    return _zones().get(value.strip().casefold().replace(" ", "_"))


@cache
def _zones() -> dict[str, str]:
    return {zone.casefold(): zone for zone in available_timezones()}


class _Parts:
    """Sorts words into what they are; whatever is nothing else runs together as a name."""

    def __init__(self) -> None:
        self.runs: list[str] = []
        self.mail = ""
        self.phone = ""
        self.zone: str | None = None
        self.rung: Rung | None = None
        self.rung_typed = ""
        self._open_run = False

    @classmethod
    def of(cls, typed: str) -> "_Parts":
        parts = cls()
        words = [word.strip(",;") for word in WORD.findall(typed)]
        at = 0
        while at < len(words):
            at += parts._take(words, at)
        return parts

    def _take(self, words: list[str], at: int) -> int:
        """How many words were used."""
        word = words[at]
        two = " ".join(words[at : at + 2])
        if digits := self._phone(words, at):
            return digits
        if MAIL.match(word) and not self.mail:
            self.mail = word
        elif "/" in word and zone_called(word) and not self.zone:
            self.zone = zone_called(word)
        elif rung_called(two) and len(words) > at + 1 and not self.rung:
            self.rung, self.rung_typed, self._open_run = rung_called(two), two, False
            return 2
        elif rung_called(word) and not self.rung:
            self.rung, self.rung_typed = rung_called(word), word
        else:
            self._name(word)
            return 1
        self._open_run = False
        return 1

    def _phone(self, words: list[str], at: int) -> int:
        """The longest run of words from here that is one number."""
        if self.phone or not PHONE.match(words[at]):
            return 0
        end = at + 1
        while end < len(words) and PHONE.match(words[end]):
            end += 1
        number = " ".join(words[at:end])
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
